import type { PlayRole } from '#core/football/plays/play.js';
import type { SeasonRecord, Side } from './season-record.js';

/** A player of a game, by a reference that is his for ever within its source. */
export interface GamePlayer {
  ref: string;
  side: Side;
  firstName: string;
  lastName: string;
}

export interface GameCredit {
  /** Reference of the player. */
  player: string;
  kind: 'sack' | 'run' | 'reception';
  share: number;
  yards: number;
}

/** A play in the words of the league client; positions on the signed half-field of the offence. */
export interface GamePlay {
  quarter: number;
  /** Seconds left in the quarter; null when unknown. */
  clock: number | null;
  offence: Side | null;
  down: number | null;
  distance: number | null;
  from: number | null;
  to: number | null;
  yards: number | null;
  type: string;
  result: string;
  score: string | null;
  fumble: boolean;
  firstDowns: number | null;
  /** References of players by their part in the play. */
  players: Partial<Record<PlayRole, string>>;
  credits: GameCredit[];
}

/** A game of American football with its players and plays, beside the match of its season's record. */
export interface GameRecord {
  season: SeasonRecord;
  /** Key of the match in that season. */
  key: string;
  /** Yards between the goal lines. */
  fieldLength: number;
  players: GamePlayer[];
  /** In the order they were made. */
  plays: GamePlay[];
}
