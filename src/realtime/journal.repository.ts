import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseOptions } from '#platform/database/orm-options.js';
import { DATABASE_OPTIONS } from '#platform/database/database.token.js';
import { type FeedItem, formatCursor, type Topic } from './feed.js';

type Row = Omit<FeedItem, 'cursor'>;

const ITEM = `j.match_id as "matchId", j.version, j.topic, j.op, j.entity, j.entity_id as "entityId", j.data,
  to_char(j.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`;

const many = (table: string): string =>
  `(select coalesce(jsonb_agg(to_jsonb(r) order by r.id), '[]') from ${table} r where r.match_id = m.id)`;
const one = (table: string): string => `(select to_jsonb(r) from ${table} r where r.match_id = m.id)`;

/** What a snapshot holds of each topic: table -> expression over the match `m`. */
const SNAPSHOT_TABLES: Record<Topic, Record<string, string>> = {
  data: { match: 'to_jsonb(m)', matchdata: one('matchdata') },
  clock: { gameclock: one('gameclock') },
  playclock: { playclock: one('playclock') },
  scoreboard: { scoreboard: one('scoreboard') },
  events: { football_event: many('football_event'), match_event: many('match_event') },
  players: { player_match: many('player_match') },
  stats: { match_stat_line: many('match_stat_line'), stat_override: many('stat_override') },
  prediction: {
    prediction: '(select to_jsonb(r) from prediction r where r.match_id = m.id order by r.id desc limit 1)',
  },
};

/** Rows behind a scoreboard, by their table. */
export interface ScoreboardRows {
  matchdata: Readonly<Record<string, unknown>> | null;
  scoreboard: Readonly<Record<string, unknown>> | null;
}

const SCOREBOARD_AT = (table: keyof ScoreboardRows): string => `coalesce(
  (select case when j.op <> 'delete' then j.data else 'null' end from match_journal j
   where j.match_id = $1 and j.version <= $2 and j.entity = '${table}' order by j.version desc limit 1),
  (select to_jsonb(r) from ${table} r where r.match_id = $1))`;

const QUERY_TIMEOUT_MS = 3_000;

/**
 * Reads the journal, on two connections of its own: requests that hold the application's pool cannot delay the feed.
 */
@Injectable()
export class JournalRepository implements OnApplicationShutdown {
  #pool: pg.Pool;
  #epoch: string | undefined;

  constructor(@Inject(DATABASE_OPTIONS) private readonly options: DatabaseOptions) {
    this.#pool = this.#open();
  }

  /** Forgets all connections, which may hang on a network that died silently, and reads on new ones from now on. */
  renew(): void {
    const old = this.#pool;
    this.#pool = this.#open();
    old.end().catch(() => undefined);
  }

  #open(): pg.Pool {
    const pool = new pg.Pool({
      connectionString: this.options.url,
      max: 2,
      application_name: `${this.options.applicationName} journal`,
      connectionTimeoutMillis: QUERY_TIMEOUT_MS,
      statement_timeout: QUERY_TIMEOUT_MS,
      query_timeout: QUERY_TIMEOUT_MS,
      keepAlive: true,
    });
    // A dying idle connection is replaced by the next query; without a listener it would end the process.
    pool.on('error', () => undefined);
    return pool;
  }

  /** Names this journal; cursors of another are not positions in it. */
  async epoch(): Promise<string> {
    this.#epoch ??= (await this.#pool.query<{ epoch: string }>('select epoch from journal_epoch')).rows[0].epoch;
    return this.#epoch;
  }

  /** The last version of a match; of a deleted one that of its deletion, 0 when it never existed. */
  async lastVersion(matchId: number): Promise<number> {
    const { rows } = await this.#pool.query<{ version: number }>(
      'select coalesce(max(version), 0) as version from match_journal where match_id = $1',
      [matchId],
    );
    return rows[0].version;
  }

  /** Entries after each match's position, in order, at most `limit` in all. */
  async readAfter(positions: ReadonlyMap<number, number>, limit: number): Promise<FeedItem[]> {
    const { rows } = await this.#pool.query<Row>({
      name: 'journal-read-after',
      text: `select ${ITEM} from unnest($1::int[], $2::int[]) as p (match_id, version)
             join match_journal j on j.match_id = p.match_id and j.version > p.version
             order by j.match_id, j.version limit $3`,
      values: [[...positions.keys()], [...positions.values()], limit],
    });
    return this.#items(rows);
  }

  /** Entries `from` < version <= `to` of one match, at most `limit`. */
  async readRange(matchId: number, from: number, to: number, limit: number): Promise<FeedItem[]> {
    const { rows } = await this.#pool.query<Row>({
      name: 'journal-read-range',
      text: `select ${ITEM} from match_journal j
             where j.match_id = $1 and j.version > $2 and j.version <= $3 order by j.version limit $4`,
      values: [matchId, from, to, limit],
    });
    return this.#items(rows);
  }

  /** The state of a match and the version it is at, read in one statement; undefined when there is no such match. */
  async snapshot(matchId: number, topics: readonly Topic[]): Promise<FeedItem | undefined> {
    const parts = topics.flatMap((topic) =>
      Object.entries(SNAPSHOT_TABLES[topic]).map(([table, expression]) => `'${table}', ${expression}`),
    );
    const { rows } = await this.#pool.query<Row>(
      `select m.id as "matchId", m.version, 'data' as topic, 'snapshot' as op, 'match' as entity, m.id as "entityId",
              to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
              jsonb_build_object(${parts.join(', ')}) as data
       from match m where m.id = $1`,
      [matchId],
    );
    return (await this.#items(rows))[0];
  }

  /** The database's time, milliseconds since 1970. */
  async now(): Promise<number> {
    const { rows } = await this.#pool.query<{ now: number }>(
      'select (extract(epoch from clock_timestamp()) * 1000)::float8 as now',
    );
    return rows[0].now;
  }

  /**
   * Match data and scoreboard of a match as they were at a version. What the journal does not reach back to is as it is
   * now: it has not changed since the journal begins.
   */
  async scoreboardAt(matchId: number, version: number): Promise<ScoreboardRows> {
    const { rows } = await this.#pool.query<ScoreboardRows>({
      name: 'journal-scoreboard-at',
      text: `select ${SCOREBOARD_AT('matchdata')} as matchdata, ${SCOREBOARD_AT('scoreboard')} as scoreboard`,
      values: [matchId, version],
    });
    return rows[0];
  }

  async onApplicationShutdown(): Promise<void> {
    // A connection that hangs never says that it has ended.
    await Promise.race([this.#pool.end(), sleep(QUERY_TIMEOUT_MS, undefined, { ref: false })]);
  }

  async #items(rows: Row[]): Promise<FeedItem[]> {
    const epoch = await this.epoch();
    return rows.map((row) => ({ ...row, cursor: formatCursor({ epoch, matchId: row.matchId, version: row.version }) }));
  }
}
