import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { StatisticsOverride } from '#core/football/plays/statistics-document.js';
import { JoinedRow } from '#platform/database/joined-row.js';
import { prepared } from '#platform/database/prepared.js';
import { MEANINGFUL_FIELDS } from './play-meaning.js';
import type { PlayRow } from './play.row.js';
import { PLAYS } from './plays.repository.js';

const COUNTED_FIELDS = [...MEANINGFUL_FIELDS, 'eventNumber'] as const satisfies readonly (keyof PlayRow)[];

const COUNTED = JoinedRow.of('play', PLAYS, 'e', COUNTED_FIELDS);

/** A play as far as statistics ask. */
export type CountedPlay = Pick<PlayRow, (typeof COUNTED_FIELDS)[number]>;

/** A match at one moment, with all that its statistics are made of. */
export interface StatisticsSource {
  version: number;
  homeId: number;
  awayId: number;
  /** Yards between the goal lines; null when nobody said. */
  fieldLength: number | null;
  plays: CountedPlay[];
  /** Team by player of the match. */
  lineup: Record<string, number>;
  overrides: StatisticsOverride[];
}

/** A figure that was set by hand. */
export interface KeptOverride extends StatisticsOverride {
  matchId: number;
  /** What was counted, or set before. */
  previous: number | null;
  author: string | null;
  at: Date | string | null;
}

@Injectable()
export class StatisticsRepository {
  constructor(private readonly em: EntityManager) {}

  /** Of those of the matches that there are. One statement, so that everything is of one moment. */
  async sources(matchIds: readonly number[]): Promise<Map<number, StatisticsSource>> {
    const found = await prepared<Omit<StatisticsSource, 'plays'> & { id: number; plays: unknown[][] }>(
      this.em,
      `select m.id, m.version, m.team_a_id as "homeId", m.team_b_id as "awayId", d.field_length as "fieldLength",
              coalesce((select json_agg(json_build_array(${COUNTED.columns.join(', ')}) order by e.event_number, e.id)
                        from football_event e where e.match_id = m.id), '[]') as plays,
              coalesce((select json_object_agg(p.id, p.team_id)
                        from player_match p where p.match_id = m.id), '{}') as lineup,
              coalesce((select json_agg(json_build_object('path', o.path, 'value', o.value))
                        from stat_override o where o.match_id = m.id), '[]') as overrides
       from match m left join matchdata d on d.match_id = m.id where m.id = any(?::int[])`,
      [matchIds],
    );
    return new Map(
      found.map(({ id, plays, ...source }) => [
        id,
        { ...source, plays: plays.map((values) => COUNTED.readList(values, 0)!) },
      ]),
    );
  }

  /** Team by player of the match. */
  async teamsOfPlayers(matchId: number): Promise<Map<number, number>> {
    const rows = await prepared<{ id: number; teamId: number }>(
      this.em,
      'select id, team_id as "teamId" from player_match where match_id = ?',
      [matchId],
    );
    return new Map(rows.map(({ id, teamId }) => [id, teamId]));
  }

  /** Runs the work with the match locked: writers of its statistics come one after the other. */
  async withMatchLocked<T>(matchId: number, work: () => Promise<T>): Promise<T> {
    return this.em.transactional(async () => {
      await this.em.execute('select 1 from match where id = ? for no key update', [matchId]);
      return work();
    });
  }

  /** The instant of the newest edit by hand, as its client told it. */
  async lastEdit(matchId: number): Promise<Date | null> {
    const [{ last }] = await this.em.execute<[{ last: Date | string | null }]>(
      'select max(client_timestamp) as last from stat_override where match_id = ?',
      [matchId],
    );
    return last === null ? null : new Date(last);
  }

  async saveOverride(
    matchId: number,
    { path, value }: StatisticsOverride,
    previous: number,
    editor: { userId: number | null; at: Date },
  ): Promise<void> {
    await this.em.execute(
      `insert into stat_override (match_id, path, value, previous, author_id, client_timestamp)
       values (?, ?, ?, ?, ?, ?)
       on conflict (match_id, path) do update
       set value = excluded.value, previous = excluded.previous, author_id = excluded.author_id,
           client_timestamp = excluded.client_timestamp, created_at = now()`,
      [matchId, path, JSON.stringify(value), JSON.stringify(previous), editor.userId, editor.at],
    );
  }

  /** Figures of a match that were set by hand, the latest last. */
  async listOverrides(matchIds: readonly number[]): Promise<KeptOverride[]> {
    return this.em.execute<KeptOverride[]>(
      `select o.match_id as "matchId", o.path, o.value, o.previous, u.username as author, o.client_timestamp as "at"
       from stat_override o left join "user" u on u.id = o.author_id
       where o.match_id = any(array[?]::int[]) order by o.client_timestamp, o.id`,
      [matchIds],
    );
  }

  async deleteOverride(matchId: number, path: string): Promise<boolean> {
    const sql = 'delete from stat_override where match_id = ? and path = ? returning id';
    return (await this.em.execute<unknown[]>(sql, [matchId, path])).length > 0;
  }
}
