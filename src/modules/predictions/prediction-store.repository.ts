import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { ModelEvaluation } from './model-evaluation.js';
import { type ChainLink, hashOfLink } from './prediction-chain.js';
import type { ModelVersionDraft, PredictionDraft } from './prediction.row.js';

/** The newest prediction of a match, as far as a new one depends on it. */
export interface NewestPrediction {
  matchId: number;
  inputsDigest: string;
  hash: string;
  /** Stored before kickoff, and before the kickoff that holds today. */
  published: boolean;
}

/** A model version that is stored already. */
export interface KnownVersion {
  id: number;
  evaluation: ModelEvaluation | null;
}

export interface StoredBatch {
  newVersion: boolean;
  newPredictions: number;
}

/** The results have changed since they were read. */
export class StaleInputs extends Error {
  override readonly name = 'StaleInputs';
}

/** Deadlock and serialisation failure: somebody else was in the way, and the same work succeeds when done again. */
const TRY_AGAIN = new Set(['40P01', '40001']);
const ATTEMPTS = 4;

const NEWEST = `
  select distinct on (p.match_id) p.match_id as "matchId", p.inputs_digest as "inputsDigest", p.hash,
         p.published_before_kickoff and p.as_of <= m.kickoff_at as published
  from prediction p join match m on m.id = p.match_id`;

/** Stores model versions and predictions. Predictions are only ever added. */
@Injectable()
export class PredictionStoreRepository {
  constructor(private readonly em: EntityManager) {}

  /** The newest prediction of each match of a tournament that has one. */
  async newestOfTournament(tournamentId: number): Promise<Map<number, NewestPrediction>> {
    return byMatch(
      await this.em.execute<NewestPrediction[]>(`${NEWEST} where m.tournament_id = ? order by p.match_id, p.id desc`, [
        tournamentId,
      ]),
    );
  }

  async findVersion({ modelId, tournamentId, version }: ModelVersionDraft): Promise<KnownVersion | undefined> {
    return findVersion(this.em, modelId, tournamentId, version);
  }

  /** Changes with every result of the competition. Taken before the results are read, it tells `store` what they were. */
  async fingerprint(competitionId: number): Promise<string> {
    return fingerprint(this.em, competitionId);
  }

  /**
   * Adds a model version, unless it is there already, and its predictions, in one transaction. Whoever stores for the same
   * competition at the same time waits, and then finds what was stored: a prediction is left out when the newest of its
   * match has the same inputs; one made for the record, when another was published before kickoff; and one to be
   * published, when the match is not scheduled any more or begins before `now`.
   * @throws StaleInputs when the fingerprint of the competition is another one by then.
   */
  async store(
    competitionId: number,
    expected: string,
    version: ModelVersionDraft,
    drafts: readonly PredictionDraft[],
    now: Date,
  ): Promise<StoredBatch> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.em
          .fork()
          .transactional((em) => storeBatch(em, competitionId, expected, version, drafts, now));
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        if (attempt === ATTEMPTS || !TRY_AGAIN.has(code)) throw error;
      }
    }
  }
}

async function storeBatch(
  em: EntityManager,
  competitionId: number,
  expected: string,
  version: ModelVersionDraft,
  drafts: readonly PredictionDraft[],
  now: Date,
): Promise<StoredBatch> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`touchline predictions ${competitionId}`]);
  if ((await fingerprint(em, competitionId)) !== expected) throw new StaleInputs('the results have changed');
  const { id, isNew } = await ensureVersion(em, version);
  if (drafts.length === 0) return { newVersion: isNew, newPredictions: 0 };
  const newest = byMatch(
    await em.execute<NewestPrediction[]>(
      `${NEWEST} where p.match_id = any(array[?]::int[]) order by p.match_id, p.id desc`,
      [drafts.map(({ matchId }) => matchId)],
    ),
  );
  const wanted = drafts.filter((draft) => isWanted(draft, newest.get(draft.matchId)));
  if (wanted.length === 0) return { newVersion: isNew, newPredictions: 0 };
  const rows = wanted.map((draft) => rowOf(draft, version, newest.get(draft.matchId)?.hash ?? null));
  const stored = await em.execute<{ id: number }[]>(
    `insert into prediction (match_id, model_version_id, distribution, inputs_digest, as_of, published_before_kickoff,
                             previous_hash, hash)
     select r."matchId", ?, r.distribution, r."inputsDigest", r."asOf", r."publishedBeforeKickoff", r."previousHash", r.hash
     from jsonb_to_recordset(?::jsonb) as r("matchId" int, distribution jsonb, "inputsDigest" text, "asOf" timestamptz,
                                            "publishedBeforeKickoff" boolean, "previousHash" text, hash text)
     join match m on m.id = r."matchId"
     where not r."publishedBeforeKickoff" or (m.status = 'scheduled' and m.kickoff_at > ?)
     order by m.id
     returning id`,
    [id, JSON.stringify(rows), now.toISOString()],
  );
  return { newVersion: isNew, newPredictions: stored.length };
}

/** True when a match needs this prediction after its newest one. */
export function isWanted(
  { inputsDigest, published }: Pick<PredictionDraft, 'inputsDigest' | 'published'>,
  newest: NewestPrediction | undefined,
): boolean {
  if (!newest) return true;
  return newest.inputsDigest !== inputsDigest && (published || !newest.published);
}

function rowOf(
  { matchId, distribution, inputsDigest, asOf, published }: PredictionDraft,
  { modelId, version }: ModelVersionDraft,
  previousHash: string | null,
): ChainLink & { hash: string } {
  const link: ChainLink = {
    previousHash,
    matchId,
    modelId,
    version,
    asOf: asOf.toISOString().replace('Z', '000Z'),
    publishedBeforeKickoff: published,
    inputsDigest,
    distribution,
  };
  return { ...link, hash: hashOfLink(link) };
}

async function ensureVersion(em: EntityManager, draft: ModelVersionDraft): Promise<{ id: number; isNew: boolean }> {
  const { modelId, version, tournamentId, options, params, trainedFrom, trainedTo, trainedOn, evaluation } = draft;
  const [added] = await em.execute<{ id: number }[]>(
    `insert into model_version (model_id, version, tournament_id, options, params, trained_from, trained_to, trained_on,
                                evaluation)
     values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?::jsonb)
     on conflict (model_id, tournament_id, version) do nothing returning id`,
    [
      modelId,
      version,
      tournamentId,
      JSON.stringify(options),
      JSON.stringify(params),
      trainedFrom?.toISOString() ?? null,
      trainedTo?.toISOString() ?? null,
      trainedOn,
      evaluation && JSON.stringify(evaluation),
    ],
  );
  if (added) return { id: added.id, isNew: true };
  const known = await findVersion(em, modelId, tournamentId, version);
  return { id: known!.id, isNew: false };
}

async function findVersion(
  em: EntityManager,
  modelId: string,
  tournamentId: number,
  version: string,
): Promise<KnownVersion | undefined> {
  const [known] = await em.execute<KnownVersion[]>(
    'select id, evaluation from model_version where model_id = ? and tournament_id = ? and version = ?',
    [modelId, tournamentId, version],
  );
  return known;
}

async function fingerprint(em: EntityManager, competitionId: number): Promise<string> {
  const [{ digest }] = await em.execute<{ digest: string }[]>(
    `select md5(coalesce(string_agg(concat_ws(',', m.id, t.season_id, m.team_a_id, m.team_b_id, m.kickoff_at, m.score_home,
                                              m.score_away), ';' order by m.id), '')) as digest
     from tournament t join match m on m.tournament_id = t.id
     where t.competition_id = ? and m.status = 'finished'`,
    [competitionId],
  );
  return digest;
}

function byMatch(rows: readonly NewestPrediction[]): Map<number, NewestPrediction> {
  return new Map(rows.map((row) => [row.matchId, row]));
}
