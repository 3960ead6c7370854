import type { FootballStatisticsObject, PlayObject, StatisticChangeObject } from '#modules/plays/index.js';
import type { GameClockObject, PlayClockObject, ScoreboardObject } from '#modules/scoring/index.js';

/** What every message of a live stream says about itself. */
export interface LiveMessage {
  /** Pass it as `after` to get what follows. */
  readonly cursor: string;
  readonly matchId: number;
  /** Version of the match that the message brings its reader to. */
  readonly version: number;
  /** When it happened: RFC 3339, UTC, microseconds. */
  readonly at: string;
}

export interface GameClockMessage extends LiveMessage {
  readonly clock: GameClockObject | null;
}

export interface PlayClockMessage extends LiveMessage {
  readonly clock: PlayClockObject | null;
}

export interface ScoreboardMessage extends LiveMessage {
  readonly scoreboard: ScoreboardObject | null;
}

export interface StatisticsMessage extends LiveMessage {
  /** What is different from the reader's last message; nothing in the first. */
  readonly changed: readonly StatisticChangeObject[];
  readonly statistics: FootballStatisticsObject;
}

export type PlayChange = 'snapshot' | 'recorded' | 'corrected' | 'voided';

export interface PlayMessage extends LiveMessage {
  readonly change: PlayChange;
  /** The play as it is, or was when it is voided; null in a snapshot. */
  readonly play: (PlayObject & { version: number }) | null;
  /** All plays in their order; null but in a snapshot. */
  readonly plays: readonly PlayObject[] | null;
  /** Version of the message that this one replaces; null for a play that is new. */
  readonly supersedes: number | null;
}

/** The streams by the name they have everywhere: subscription, socket.io event and channel of the documentation. */
export interface LiveMessages {
  gameClock: GameClockMessage;
  playClock: PlayClockMessage;
  scoreboard: ScoreboardMessage;
  matchStats: StatisticsMessage;
  plays: PlayMessage;
}

export type StreamName = keyof LiveMessages;
export const STREAM_NAMES: readonly StreamName[] = ['gameClock', 'playClock', 'scoreboard', 'matchStats', 'plays'];
