import type { PlayCredit } from '#core/football/plays/play.js';

/** A play as it was recorded: positions and words are the recorder's own. Players are players of the match. */
export interface PlayRow {
  id: number;
  matchId: number;
  eventNumber: number | null;
  eventQtr: number | null;
  ballOn: number | null;
  ballMovedTo: number | null;
  ballPickedOn: number | null;
  ballKickedTo: number | null;
  ballReturnedTo: number | null;
  ballPickedOnFumble: number | null;
  ballReturnedToOnFumble: number | null;
  /** Team with the ball. */
  offenseTeam: number | null;
  eventDown: number | null;
  eventDistance: number | null;
  distanceOnOffence: number | null;
  eventHash: string | null;
  playDirection: string | null;
  eventStrongSide: string | null;
  playType: string | null;
  playResult: string | null;
  scoreResult: string | null;
  isFumble: boolean | null;
  isFumbleRecovered: boolean | null;
  eventQb: number | null;
  runPlayer: number | null;
  passReceivedPlayer: number | null;
  passDroppedPlayer: number | null;
  passDeflectedPlayer: number | null;
  passInterceptedPlayer: number | null;
  fumblePlayer: number | null;
  fumbleRecoveredPlayer: number | null;
  tacklePlayer: number | null;
  assistTacklePlayer: number | null;
  sackPlayer: number | null;
  scorePlayer: number | null;
  defenceScorePlayer: number | null;
  kickPlayer: number | null;
  kickoffPlayer: number | null;
  returnPlayer: number | null;
  patOnePlayer: number | null;
  flaggedPlayer: number | null;
  puntPlayer: number | null;
  credits: PlayCredit[] | null;
  firstDowns: number | null;
  /** Seconds left in the period when it began. */
  gameClock: number | null;
  /** What the recorder's device calls it: one sent again is not recorded twice. */
  clientId: string | null;
}

/** Fields of a play that name a player of the match. */
export const PLAYER_FIELDS = [
  'eventQb',
  'runPlayer',
  'passReceivedPlayer',
  'passDroppedPlayer',
  'passDeflectedPlayer',
  'passInterceptedPlayer',
  'fumblePlayer',
  'fumbleRecoveredPlayer',
  'tacklePlayer',
  'assistTacklePlayer',
  'sackPlayer',
  'scorePlayer',
  'defenceScorePlayer',
  'kickPlayer',
  'kickoffPlayer',
  'returnPlayer',
  'patOnePlayer',
  'flaggedPlayer',
  'puntPlayer',
] as const satisfies readonly (keyof PlayRow)[];

/** A play's place in its match: those without a number come last, in the order they were recorded. */
export interface PlayPosition {
  number: number;
  id: number;
}

/** Stands for the number of a play that has none. */
export const UNNUMBERED = 2_147_483_647;
