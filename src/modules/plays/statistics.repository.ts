import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { StatisticsOverride } from '#core/football/plays/statistics-document.js';
import type { PlayRow } from './play.row.js';
import { PLAYS } from './plays.repository.js';

/** A match at one moment, with all that its statistics are made of. */
export interface StatisticsSource {
  version: number;
  homeId: number;
  awayId: number;
  /** Yards between the goal lines; null when nobody said. */
  fieldLength: number | null;
  plays: PlayRow[];
  /** Team by player of the match. */
  lineup: Record<string, number>;
  overrides: StatisticsOverride[];
}

/** A journal entry, as far as statistics ask. */
export interface StatisticsChange {
  version: number;
  entity: string;
  op: 'insert' | 'update' | 'delete';
  data: Record<string, unknown>;
}

@Injectable()
export class StatisticsRepository {
  constructor(private readonly em: EntityManager) {}

  async version(matchId: number): Promise<number | undefined> {
    return (await this.em.execute<{ version: number }[]>('select version from match where id = ?', [matchId]))[0]
      ?.version;
  }

  /** One statement, so that everything is of one moment. Undefined when there is no such match. */
  async source(matchId: number): Promise<StatisticsSource | undefined> {
    const [found] = await this.em.execute<StatisticsSource[]>(
      `select m.version, m.team_a_id as "homeId", m.team_b_id as "awayId", d.field_length as "fieldLength",
              coalesce((select jsonb_agg(${PLAYS.json('e')} order by e.event_number, e.id)
                        from football_event e where e.match_id = m.id), '[]') as plays,
              coalesce((select jsonb_object_agg(p.id, p.team_id)
                        from player_match p where p.match_id = m.id), '{}') as lineup,
              coalesce((select jsonb_agg(jsonb_build_object('path', o.path, 'value', o.value))
                        from stat_override o where o.match_id = m.id), '[]') as overrides
       from match m left join matchdata d on d.match_id = m.id where m.id = ?`,
      [matchId],
    );
    return found;
  }

  /** What happened to the match after a version, in its order. */
  async changesAfter(matchId: number, version: number): Promise<StatisticsChange[]> {
    return this.em.execute<StatisticsChange[]>(
      `select version, entity, op, data from match_journal where match_id = ? and version > ? order by version`,
      [matchId, version],
    );
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
}

const FIELD_OF_COLUMN = new Map(Object.entries(PLAYS.columns).map(([field, column]) => [column, field]));

/** A play as the journal keeps it, by its columns. */
export function playOfEntry(data: Record<string, unknown>): PlayRow {
  const fields = Object.entries(data).flatMap(([column, value]) => {
    const field = FIELD_OF_COLUMN.get(column);
    return field === undefined ? [] : [[field, value]];
  });
  return Object.fromEntries(fields) as PlayRow;
}
