import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Visibility } from '#platform/auth/caller.js';
import { prepared } from '#platform/database/prepared.js';
import { Table } from '#platform/database/table.js';
import type { GameClockRow } from './game-clock.row.js';
import type { PlayClockRow } from './play-clock.row.js';
import { ofVisibleMatches } from './visible-rows.js';

export const GAME_CLOCKS = new Table<GameClockRow>('gameclock', {
  id: 'id',
  matchId: 'match_id',
  gameclock: 'gameclock',
  gameclockMax: 'gameclock_max',
  gameclockStatus: 'gameclock_status',
  gameclockTimeRemaining: 'gameclock_time_remaining',
  version: 'version',
  startedAtMs: 'started_at_ms',
  fractionMs: 'fraction_ms',
  direction: 'direction',
  onStopBehavior: 'on_stop_behavior',
  useSportPreset: 'use_sport_preset',
});

export const PLAY_CLOCKS = new Table<PlayClockRow>('playclock', {
  id: 'id',
  matchId: 'match_id',
  playclock: 'playclock',
  playclockStatus: 'playclock_status',
  version: 'version',
  startedAtMs: 'started_at_ms',
  fractionMs: 'fraction_ms',
});

interface ClockRow {
  id: number;
  matchId: number;
  version: number;
  startedAtMs: number | null;
}

/** A row, and the database's time when it was read: the one time that all processes share. */
export interface Timed<Row> {
  row: Row;
  now: number;
}

/** A running clock, by what is needed to end it. */
export interface RunningClock {
  kind: 'game' | 'play';
  id: number;
  version: number;
  /** Milliseconds until it ends; negative when it is late. */
  endsIn: number;
}

export interface MatchPeriod {
  /** From 1. */
  period: number;
  variant: 'per_period' | 'cumulative';
  /** Seconds of one period. */
  seconds: number;
}

const NOW = `floor(extract(epoch from clock_timestamp()) * 1000)::float8`;

/** Game clocks and play clocks alike: rows with an anchor and a version. */
@Injectable()
export class ClocksRepository {
  constructor(private readonly em: EntityManager) {}

  /** Outside any request: work of a timer gets an entity manager of its own. */
  inOwnContext<T>(work: () => Promise<T>): Promise<T> {
    return RequestContext.create(this.em, work);
  }

  async list<Row extends ClockRow>(table: Table<Row>, visibility: Visibility): Promise<Timed<Row>[]> {
    const { sql, params } = ofVisibleMatches(table.name, visibility);
    return this.#all(table, `${sql} order by id`, params);
  }

  async find<Row extends ClockRow>(
    table: Table<Row>,
    id: number,
    visibility: Visibility,
  ): Promise<Timed<Row> | undefined> {
    const { sql, params } = ofVisibleMatches(table.name, visibility).when(id, 'id = ?');
    return this.#one(table, sql, params);
  }

  async findByMatch<Row extends ClockRow>(table: Table<Row>, matchId: number): Promise<Timed<Row> | undefined> {
    return this.#one(table, 'match_id = ?', [matchId]);
  }

  async listByMatches<Row extends ClockRow>(table: Table<Row>, matchIds: readonly number[]): Promise<Timed<Row>[]> {
    return this.#all(table, 'match_id = any(?::int[])', [matchIds]);
  }

  /** Returns the new clock's id; undefined when its match has one, which stays as it is. */
  async insertOnce<Row extends ClockRow>(table: Table<Row>, values: Partial<Row>): Promise<number | undefined> {
    const { sql, params } = table.insert(values);
    const once = sql.replace(' returning ', ' on conflict (match_id) do nothing returning ');
    return (await this.em.execute<Row[]>(once, params))[0]?.id;
  }

  /**
   * Changes a clock under its row lock: `change` gets the row and the database's time and returns what to write, or
   * undefined to leave it. The version is raised with each change. Undefined when there is no such clock.
   */
  async change<Row extends ClockRow>(
    table: Table<Row>,
    id: number,
    change: (row: Row, now: number) => Partial<Row> | undefined | Promise<Partial<Row> | undefined>,
  ): Promise<Timed<Row> | undefined> {
    return this.em.transactional(async () => {
      const found = await this.#one(table, 'id = ? for update', [id]);
      if (found === undefined) return undefined;
      const values = await change(found.row, found.now);
      if (values === undefined) return found;
      const { sql, params } = table.update(id, { ...values, version: found.row.version + 1 });
      return { row: rowOf((await this.em.execute<Row[]>(sql, params))[0]!), now: found.now };
    });
  }

  async delete<Row extends ClockRow>(table: Table<Row>, id: number): Promise<boolean> {
    return (await this.em.execute<unknown[]>(`delete from ${table.name} where id = ? returning id`, [id])).length > 0;
  }

  async matchExists(matchId: number): Promise<boolean> {
    return (await this.em.execute<unknown[]>('select 1 from match where id = ?', [matchId])).length > 0;
  }

  /** The period a match is in, by its `period_key` or quarter, and how long its sport's periods are. */
  async period(matchId: number): Promise<MatchPeriod> {
    const [found] = await this.em.execute<MatchPeriod[]>(
      `select greatest(1, coalesce(substring(d.period_key from '\\d{1,2}'), substring(d.qtr from '\\d{1,2}'), '1')::int) as period,
              coalesce(p.period_clock_variant, 'per_period') as variant,
              coalesce(p.gameclock_max, c.gameclock_max, 720) as seconds
       from match m
       join team a on a.id = m.team_a_id
       left join tournament t on t.id = m.tournament_id
       left join sport s on s.id = coalesce(t.sport_id, a.sport_id)
       left join sport_scoreboard_preset p on p.id = s.scoreboard_preset_id
       left join matchdata d on d.match_id = m.id
       left join gameclock c on c.match_id = m.id
       where m.id = ?`,
      [matchId],
    );
    return found ?? { period: 1, variant: 'per_period', seconds: 720 };
  }

  /** Every clock that runs, by the index of those alone. */
  async running(): Promise<RunningClock[]> {
    return this.em
      .execute<RunningClock[]>(
        `select 'game' as kind, id, version,
              started_at_ms + 1000.0 * case direction when 'down' then gameclock
                                        else greatest(0, gameclock_max - gameclock) end - ${NOW} as "endsIn"
       from gameclock where started_at_ms is not null
       union all
       select 'play', id, version, started_at_ms + 1000.0 * coalesce(playclock, 0) - ${NOW}
       from playclock where started_at_ms is not null`,
      )
      .then((clocks) => clocks.map((clock) => ({ ...clock, endsIn: Number(clock.endsIn) })));
  }

  /**
   * Brings a clock whose time is over to rest, unless it was changed since or another process was first: one statement,
   * so that it ends exactly once.
   */
  async end({ kind, id, version }: RunningClock): Promise<boolean> {
    const rows = await this.em.execute<unknown[]>(
      kind === 'game'
        ? `update gameclock set gameclock_status = 'stopped', started_at_ms = null, fraction_ms = 0,
                  gameclock = case direction when 'down' then 0 else gameclock_max end,
                  gameclock_time_remaining = 0, version = version + 1
           where id = ? and version = ? and started_at_ms is not null returning id`
        : `update playclock set playclock_status = 'stopped', started_at_ms = null, fraction_ms = 0, playclock = null,
                  version = version + 1
           where id = ? and version = ? and started_at_ms is not null returning id`,
      [id, version],
    );
    return rows.length > 0;
  }

  async #one<Row extends ClockRow>(
    table: Table<Row>,
    condition: string,
    params: unknown[],
  ): Promise<Timed<Row> | undefined> {
    return (await this.#all(table, condition, params))[0];
  }

  async #all<Row extends ClockRow>(table: Table<Row>, condition: string, params: unknown[]): Promise<Timed<Row>[]> {
    const found = await prepared<Row & { now: number }>(
      this.em,
      `select ${table.select()}, ${NOW} as now from ${table.name} where ${condition}`,
      params,
    );
    return found.map(({ now, ...row }) => ({ row: rowOf(row as unknown as Row), now: Number(now) }));
  }
}

/** The driver gives 8-byte integers as text. */
function rowOf<Row extends ClockRow>(row: Row): Row {
  return { ...row, startedAtMs: row.startedAtMs === null ? null : Number(row.startedAtMs) };
}
