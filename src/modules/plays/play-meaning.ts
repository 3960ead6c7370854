import type { Play, PlayRole } from '#core/football/plays/play.js';
import { meaningOf } from '#core/football/plays/vocabulary.js';
import type { PlayRow } from './play.row.js';

/** Where a play keeps who took which part. */
export const FIELD_OF_ROLE: Readonly<Record<PlayRole, keyof PlayRow>> = {
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

const ENTRIES = Object.entries(FIELD_OF_ROLE) as [PlayRole, keyof PlayRow][];

/** What a recorded play means, whatever words it was recorded in. */
export function playOf(row: PlayRow): Play {
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
    players: Object.fromEntries(ENTRIES.map(([role, field]) => [role, row[field] as number | null])),
    credits: row.credits ?? [],
  };
}
