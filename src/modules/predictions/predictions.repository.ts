import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { StoredLink } from './prediction-chain.js';
import type { PredictionRow } from './prediction.row.js';

const utc = (moment: string): string => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

@Injectable()
export class PredictionsRepository {
  constructor(private readonly em: EntityManager) {}

  /** By the index on (match, id): for each match the first row from the newest backwards that is old enough. */
  async latestForMatches(matchIds: readonly number[]): Promise<PredictionRow[]> {
    if (matchIds.length === 0) return [];
    return this.em.execute<PredictionRow[]>(
      `select p.id, m.id as "matchId", v.id as "modelVersionId", v.model_id as "modelId", v.version, p.distribution,
              ${utc('p.as_of')} as "asOf", p.published_before_kickoff as "publishedBeforeKickoff",
              ${utc('p.created_at')} as "createdAt"
       from match m
       cross join lateral (
         select * from prediction
         where match_id = m.id and (m.kickoff_at is null or as_of <= m.kickoff_at)
         order by match_id, id desc
         limit 1
       ) p
       join model_version v on v.id = p.model_version_id
       where m.id = any(array[?]::int[])`,
      [matchIds],
    );
  }

  /** Everything ever predicted for a match, in the order it was stored. */
  async listLinks(matchId: number): Promise<StoredLink[]> {
    return this.em.execute<StoredLink[]>(
      `select p.id, p.match_id as "matchId", v.model_id as "modelId", v.version, p.distribution,
              p.inputs_digest as "inputsDigest", ${utc('p.as_of')} as "asOf",
              p.published_before_kickoff as "publishedBeforeKickoff", p.previous_hash as "previousHash", p.hash
       from prediction p join model_version v on v.id = p.model_version_id
       where p.match_id = ? order by p.id`,
      [matchId],
    );
  }
}
