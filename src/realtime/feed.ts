/**
 * The typed feed of what happens to matches. A leaf: modules may import this file, and nothing else of realtime.
 */
import { Invalid } from '#core/kernel/domain-error.js';

export const TOPICS = ['data', 'clock', 'playclock', 'scoreboard', 'events', 'players', 'stats', 'prediction'] as const;

export type Topic = (typeof TOPICS)[number];
export type FeedOp = 'snapshot' | 'insert' | 'update' | 'delete';

/** Topics whose newest row replaces the older ones; of the others every item counts. */
export const STATE_TOPICS: ReadonlySet<Topic> = new Set(['data', 'clock', 'playclock', 'scoreboard', 'prediction']);

/** One entry of a match's journal, or a snapshot at a version. Complete plain values: nobody needs the database again. */
export interface FeedItem {
  readonly matchId: number;
  /** Gapless per match, from 1. */
  readonly version: number;
  /** RFC 3339, UTC, microseconds. */
  readonly at: string;
  readonly topic: Topic;
  readonly op: FeedOp;
  /** Table of the changed row. */
  readonly entity: string;
  readonly entityId: number;
  /** The whole row as stored; for a snapshot one key per table. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Position to resume from: everything after this item. */
  readonly cursor: string;
}

export interface Position {
  epoch: string;
  matchId: number;
  version: number;
}

export const formatCursor = ({ epoch, matchId, version }: Position): string => `${epoch}:${matchId}:${version}`;

/**
 * Reads a cursor given by a client.
 * @throws Invalid when it is not `epoch:matchId:version`, or belongs to another match.
 */
export function parseCursor(cursor: string, matchId: number): Position {
  const parts = /^([0-9a-f]{8}):(\d{1,9}):(\d{1,9})$/.exec(cursor);
  if (!parts)
    throw new Invalid('after', 'The cursor is not one of ours; pass one back exactly as received', 'INVALID_CURSOR');
  const position = { epoch: parts[1], matchId: Number(parts[2]), version: Number(parts[3]) };
  if (position.matchId !== matchId) {
    throw new Invalid('after', `The cursor belongs to match ${position.matchId}, not to ${matchId}`, 'INVALID_CURSOR');
  }
  return position;
}

/** A match with new journal entries, or `all`: whatever was changed before now may not have been told. */
export type Change = number | 'all';
type WakeUp = (change: Change) => void;
type Refresh = (matchId: number, topic: Topic) => void;

/**
 * Tells interested modules that a match has new journal entries: each at least once, by its number, or as part of `all` when
 * the journal begins to be listened to, at the start and after each loss of the connection. A hint; the journal is the truth.
 */
export class Feed {
  readonly #listeners = new Set<WakeUp>();
  readonly #refreshers = new Set<Refresh>();

  /**
   * Calls `listener` for every match that changed, until the returned function is called. Who subscribes before the
   * application's bootstrap hooks hears the first `all`.
   */
  onChange(listener: WakeUp): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  changed(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }

  /**
   * Calls `listener` when somebody asks by hand (`NOTIFY matchdata_change, '{"match_id": 123}'`) to tell the clients of
   * a match anew, until the returned function is called.
   */
  onRefresh(listener: Refresh): () => void {
    this.#refreshers.add(listener);
    return () => this.#refreshers.delete(listener);
  }

  refresh(matchId: number, topic: Topic): void {
    for (const listener of this.#refreshers) listener(matchId, topic);
  }
}
