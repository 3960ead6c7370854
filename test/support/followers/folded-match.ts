import type pg from 'pg';
import type { FeedItem } from '../../../src/realtime/feed.js';

type Row = Record<string, unknown>;

/** Tables of which a match has at most one row, and those of which it has many. */
const SINGLE = ['match', 'matchdata', 'gameclock', 'playclock', 'scoreboard'] as const;
const MANY = ['football_event', 'player_match', 'stat_override'] as const;

/** The state of a match as somebody who only reads its feed knows it. */
export class FoldedMatch {
  #rows = new Map<string, Row>();

  apply({ op, entity, entityId, data }: Pick<FeedItem, 'op' | 'entity' | 'entityId' | 'data'>): void {
    if (op === 'snapshot') {
      this.#rows = new Map();
      for (const [table, value] of Object.entries(data)) {
        for (const row of (Array.isArray(value) ? value : [value]) as (Row | null)[]) {
          if (row !== null) this.#rows.set(`${table} ${String(row['id'])}`, row);
        }
      }
    } else if (op === 'delete') this.#rows.delete(`${entity} ${entityId}`);
    else this.#rows.set(`${entity} ${entityId}`, data);
  }

  /** Rows in one order, without the version of the match, which every entry moves. */
  get state(): Record<string, Row> {
    return stateOf(this.#rows);
  }
}

/** What is stored of a match, in the form of `FoldedMatch.state`, and the version it is at. */
export async function storedMatch(
  client: pg.Client,
  matchId: number,
): Promise<{ version: number; state: Record<string, Row> }> {
  const rows = new Map<string, Row>();
  for (const table of [...SINGLE, ...MANY]) {
    const where = table === 'match' ? 'id' : 'match_id';
    const found = await client.query<{ row: Row }>(`select to_jsonb(r) as row from ${table} r where ${where} = $1`, [
      matchId,
    ]);
    for (const { row } of found.rows) rows.set(`${table} ${String(row['id'])}`, row);
  }
  return { version: Number(rows.get(`match ${matchId}`)!['version']), state: stateOf(rows) };
}

/** What is stored of a match, in the form of `MatchSocketFollower.summary`. */
export function socketSummary(state: Record<string, Row>): Row {
  const rows = (table: string): Row[] =>
    Object.entries(state)
      .filter(([key]) => key.startsWith(`${table} `))
      .map(([, row]) => row);
  const [{ id, match_id, score_team_a, score_team_b, qtr, down, distance, ball_on, game_status }] = rows('matchdata');
  const [gameclock] = rows('gameclock');
  const [playclock] = rows('playclock');
  const [board] = rows('scoreboard');
  const events = rows('football_event').toSorted((a, b) => Number(a['event_number']) - Number(b['event_number']));
  return {
    data: { id, match_id, score_team_a, score_team_b, qtr, down, distance, ball_on, game_status },
    events: events.map((event) => [event['id'], event['event_number'], event['play_result'], event['run_player']]),
    players: rows('player_match')
      .map((player) => player['id'])
      .toSorted((a, b) => Number(a) - Number(b)),
    clocks: [gameclock['version'], gameclock['gameclock_status'], playclock['version'], playclock['playclock']],
    touchdown: [board['is_goal_team_a'], board['is_goal_team_b']],
  };
}

function stateOf(rows: ReadonlyMap<string, Row>): Record<string, Row> {
  const known = new Set<string>([...SINGLE, ...MANY]);
  const kept = [...rows].filter(([key]) => known.has(key.split(' ')[0]!)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    kept.map(([key, row]) => {
      const { version, ...rest } = row;
      return [key, key.startsWith('match ') ? rest : { ...rest, ...(version === undefined ? {} : { version }) }];
    }),
  );
}
