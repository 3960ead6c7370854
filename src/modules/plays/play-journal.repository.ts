import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { PlayRow } from './play.row.js';
import { PLAYS } from './plays.repository.js';

/** What the journal of a match says about its plays. */
@Injectable()
export class PlayJournalRepository {
  constructor(private readonly em: EntityManager) {}

  /** Runs the work with the match locked: whoever records or corrects comes one after the other. */
  withMatchLocked<T>(matchId: number, work: () => Promise<T>): Promise<T> {
    return this.em.transactional(async () => {
      await this.em.execute('select 1 from match where id = ? for no key update', [matchId]);
      return work();
    });
  }

  /** The number that follows those of a match's plays. */
  async nextNumber(matchId: number): Promise<number> {
    const [{ next }] = await this.em.execute<[{ next: number }]>(
      'select coalesce(max(event_number), 0) + 1 as next from football_event where match_id = ?',
      [matchId],
    );
    return next;
  }

  /** A play as it was first recorded under what its recorder calls it, even when it is gone since. */
  async findRecorded(matchId: number, clientId: string): Promise<PlayRow | undefined> {
    const [entry] = await this.em.execute<{ data: Record<string, unknown> }[]>(
      `select data from match_journal
       where match_id = ? and entity = 'football_event' and op = 'insert' and data ->> 'client_id' = ?
       order by version limit 1`,
      [matchId, clientId],
    );
    return entry && PLAYS.read(entry.data);
  }

  /** Versions of the matches at which plays were last changed, by their ids. */
  async lastVersions(plays: readonly { id: number; matchId: number }[]): Promise<Map<number, number>> {
    const rows = await this.em.execute<{ id: number; version: number }[]>(
      `select entity_id as id, max(version) as version from match_journal
       where match_id = any(array[?]::int[]) and entity = 'football_event' and entity_id = any(array[?]::int[])
       group by entity_id`,
      [[...new Set(plays.map(({ matchId }) => matchId))], plays.map(({ id }) => id)],
    );
    return new Map(rows.map(({ id, version }) => [id, version]));
  }

  /** The version at which a play was changed last before this one; undefined when there was none. */
  async versionBefore(matchId: number, playId: number, version: number): Promise<number | undefined> {
    const [found] = await this.em.execute<{ version: number }[]>(
      `select version from match_journal
       where match_id = ? and version < ? and entity = 'football_event' and entity_id = ?
       order by version desc limit 1`,
      [matchId, version, playId],
    );
    return found?.version;
  }
}
