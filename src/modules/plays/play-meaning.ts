import type { Play, PlayRole } from '#core/football/plays/play.js';
import { meaningOf } from '#core/football/plays/vocabulary.js';
import { PLAYER_FIELDS, type PlayRow } from './play.row.js';

/** Where a play keeps who took which part. */
export const FIELD_OF_ROLE: Readonly<Record<PlayRole, (typeof PLAYER_FIELDS)[number]>> = {
  quarterback: 'eventQb',
  runner: 'runPlayer',
  receiver: 'passReceivedPlayer',
  dropper: 'passDroppedPlayer',
  deflector: 'passDeflectedPlayer',
  interceptor: 'passInterceptedPlayer',
  fumbler: 'fumblePlayer',
  recoverer: 'fumbleRecoveredPlayer',
  tackler: 'tacklePlayer',
  assistant: 'assistTacklePlayer',
  sacker: 'sackPlayer',
  scorer: 'scorePlayer',
  defenceScorer: 'defenceScorePlayer',
  kicker: 'kickPlayer',
  kickoffKicker: 'kickoffPlayer',
  returner: 'returnPlayer',
  extraPointKicker: 'patOnePlayer',
  flagged: 'flaggedPlayer',
  punter: 'puntPlayer',
};

const ENTRIES = Object.entries(FIELD_OF_ROLE) as [PlayRole, (typeof PLAYER_FIELDS)[number]][];

/** What of a recorded play says what it means. */
export const MEANINGFUL_FIELDS = [
  'id',
  'eventQtr',
  'offenseTeam',
  'eventDown',
  'eventDistance',
  'ballOn',
  'ballMovedTo',
  'distanceOnOffence',
  'playType',
  'playResult',
  'scoreResult',
  'isFumble',
  'firstDowns',
  'credits',
  ...PLAYER_FIELDS,
] as const satisfies readonly (keyof PlayRow)[];

export type MeaningfulPlay = Pick<PlayRow, (typeof MEANINGFUL_FIELDS)[number]>;

/** What a recorded play means, whatever words it was recorded in. */
export function playOf(row: MeaningfulPlay): Play {
  const players: Partial<Record<PlayRole, number | null>> = {};
  for (const [role, field] of ENTRIES) players[role] = row[field];
  return {
    ...meaningOf({
      type: row.playType,
      result: row.playResult,
      score: row.scoreResult,
      fumble: row.isFumble ?? false,
      hasRunner: row.runPlayer !== null,
      hasReceiver: row.passReceivedPlayer !== null,
    }),
    id: row.id,
    quarter: row.eventQtr,
    offence: row.offenseTeam,
    down: row.eventDown,
    distance: row.eventDistance,
    from: row.ballOn,
    to: row.ballMovedTo,
    recordedYards: row.distanceOnOffence,
    firstDowns: row.firstDowns,
    players,
    credits: row.credits ?? [],
  };
}
