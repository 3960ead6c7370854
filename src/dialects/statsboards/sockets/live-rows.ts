import type { FeedItem } from '#realtime/index.js';

export type Row = Readonly<Record<string, unknown>>;

/** What clients are told of, each by its own message. `match` comes from a row here; `surroundings` are read anew. */
export type Part =
  | 'everything'
  | 'surroundings'
  | 'match'
  | 'scoreboard'
  | 'gameclock'
  | 'playclock'
  | 'events'
  | 'players'
  | 'statistics';

/** What a match belongs to: when one of these changes, what surrounds it is another. */
const REFERENCES = ['team_a_id', 'team_b_id', 'tournament_id', 'main_sponsor_id', 'sponsor_line_id'];

/** What a match is shown with, and what a change of it changes: its players are shown with their team. */
const SURROUNDINGS: Readonly<Record<string, readonly Part[]>> = {
  team: ['surroundings', 'players'],
  tournament: ['surroundings'],
  sponsor: ['surroundings'],
  sponsor_line: ['surroundings'],
  sponsor_sponsor_line: ['surroundings'],
  sport: ['scoreboard'],
  sport_scoreboard_preset: ['scoreboard'],
};

/** The rows of a match as its journal tells them: a snapshot, and every later change. Never read from the database. */
export class LiveRows {
  match: Row | null = null;
  matchData: Row | null = null;
  gameClock: Row | null = null;
  playClock: Row | null = null;
  readonly #plays = new Map<number, Row>();

  /** Plays in the order they were made. */
  get plays(): Row[] {
    return [...this.#plays.values()].toSorted(
      (a, b) => numberOf(a) - numberOf(b) || (a['id'] as number) - (b['id'] as number),
    );
  }

  /** Takes the next item; returns what it changed. */
  apply({ op, entity, entityId, data }: FeedItem): readonly Part[] {
    if (op === 'snapshot') return this.#begin(data);
    const row = op === 'delete' ? null : data;
    switch (entity) {
      case 'match':
        return this.#matchChanged(op, row);
      case 'matchdata': {
        const length = this.matchData?.['field_length'];
        this.matchData = row;
        return length === row?.['field_length'] ? ['match'] : ['match', 'statistics'];
      }
      case 'gameclock':
        this.gameClock = row;
        return ['gameclock'];
      case 'playclock':
        this.playClock = row;
        return ['playclock'];
      case 'scoreboard':
        return ['scoreboard'];
      case 'football_event':
        if (row === null) this.#plays.delete(entityId);
        else this.#plays.set(entityId, row);
        return ['events', 'statistics'];
      case 'player_match':
        return ['players', 'statistics'];
      case 'stat_override':
        return ['statistics'];
      default:
        return SURROUNDINGS[entity] ?? [];
    }
  }

  #begin(tables: Row): readonly Part[] {
    this.match = tables['match'] as Row | null;
    this.matchData = tables['matchdata'] as Row | null;
    this.gameClock = tables['gameclock'] as Row | null;
    this.playClock = tables['playclock'] as Row | null;
    this.#plays.clear();
    for (const play of tables['football_event'] as Row[]) this.#plays.set(play['id'] as number, play);
    return ['everything'];
  }

  #matchChanged(op: FeedItem['op'], row: Row | null): readonly Part[] {
    const before = this.match;
    this.match = row;
    if (op === 'update')
      return REFERENCES.some((name) => before?.[name] !== row?.[name]) ? ['surroundings'] : ['match'];
    this.matchData = this.gameClock = this.playClock = null;
    this.#plays.clear();
    return ['everything'];
  }
}

/** Plays without a number come last, as the database orders them. */
const numberOf = (play: Row): number => (play['event_number'] as number | null) ?? Number.MAX_SAFE_INTEGER;

/** A row under the domain's names: `started_at_ms` is `startedAtMs`. */
export function rowOf<T>(row: Row): T {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  ) as T;
}
