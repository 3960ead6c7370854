import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { CoalescedReads } from '#core/kernel/coalesced-reads.js';
import { prepared } from '#platform/database/prepared.js';

/** A journal entry, as far as what is kept of a match goes on with it. */
export interface MatchChange {
  version: number;
  entity: string;
  op: 'insert' | 'update' | 'delete';
  data: Record<string, unknown>;
}

/** What happened to a match since a version, and the version it is at now. */
export interface MatchProgress {
  version: number;
  /** In their order; null when there are so many that what was made of the match is sooner made again. */
  changes: MatchChange[] | null;
}

/** Of a match, after one version and up to another. */
export interface Stretch {
  matchId: number;
  from: number;
  to: number;
}

const MOST_CHANGES = 200;

/** Versions of matches, and what happened to them since one. */
@Injectable()
export class MatchChangesRepository {
  readonly #progress = new CoalescedReads<MatchProgress | undefined>();

  constructor(private readonly em: EntityManager) {}

  /** What a transaction reads may never be committed. */
  get isInTransaction(): boolean {
    return this.em.isInTransaction();
  }

  /**
   * Undefined for a match that is not there. Those who ask for the same at the same time share a statement. Not for
   * transactions, which must read for themselves.
   */
  since(matchId: number, version: number): Promise<MatchProgress | undefined> {
    return this.#progress.ask(`${matchId} ${version}`, async () => {
      const [progress] = await prepared<MatchProgress>(
        this.em,
        `select m.version, case when m.version <= v.version then '[]' when m.version <= v.version + ${MOST_CHANGES} then (
                  select json_agg(json_build_object('version', j.version, 'entity', j.entity, 'op', j.op, 'data', j.data)
                                  order by j.version)
                  from match_journal j where j.match_id = m.id and j.version > v.version) end as changes
         from match m, (values (?::int)) v (version) where m.id = ?`,
        [version, matchId],
      );
      return progress;
    });
  }

  /** Versions of those of the matches that there are. */
  async versions(matchIds: readonly number[]): Promise<Map<number, number>> {
    const rows = await prepared<{ id: number; version: number }>(
      this.em,
      'select id, version from match where id = any(?::int[])',
      [matchIds],
    );
    return new Map(rows.map(({ id, version }) => [id, version]));
  }

  /**
   * What happened to matches between two versions, by the match, each in its order. One of which that is so much that what
   * was made of it is sooner made again has no entry.
   */
  async between(stretches: readonly Stretch[]): Promise<Map<number, MatchChange[]>> {
    const rows = await prepared<MatchChange & { matchId: number }>(
      this.em,
      `select j.match_id as "matchId", j.version, j.entity, j.op, j.data
       from unnest(?::int[], ?::int[], ?::int[]) as s (match_id, after, upto)
       join match_journal j on j.match_id = s.match_id and j.version > s.after and j.version <= s.upto
       where s.upto <= s.after + ${MOST_CHANGES} order by j.match_id, j.version`,
      [stretches.map(({ matchId }) => matchId), stretches.map(({ from }) => from), stretches.map(({ to }) => to)],
    );
    return Map.groupBy(rows, ({ matchId }) => matchId);
  }
}
