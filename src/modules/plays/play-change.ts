import { Invalid } from '#core/kernel/domain-error.js';
import { parseId, parseOptionalId } from '#platform/graphql/parse-id.js';
import { FIELD_OF_ROLE } from './play-meaning.js';
import { resultOf, scoreOf, typeOf } from './play-words.js';
import type { PlayInput, PlayPartInput } from './play.input.js';
import type { PlayValues } from './plays.service.js';

/** Bounds that no field, period or clock passes, so that nonsense is refused and nothing real is. */
const BOUNDS: Readonly<Record<string, readonly [number, number]>> = {
  number: [0, 100_000],
  period: [1, 99],
  gameClock: [0, 86_400],
  down: [1, 4],
  distance: [0, 120],
  ballOn: [-120, 120],
  ballMovedTo: [-120, 120],
  recordedYards: [-120, 120],
  firstDowns: [0, 9],
};

/** What an input writes; what is absent stays, null clears. Throws Invalid (BAD_USER_INPUT) naming the field. */
export function playValues(input: PlayInput): PlayValues {
  for (const [field, [from, to]] of Object.entries(BOUNDS)) {
    const value = input[field as keyof PlayInput];
    if (typeof value !== 'number' || (value >= from && value <= to)) continue;
    throw new Invalid(`input.${field}`, `input.${field} is from ${from} to ${to}`, 'BAD_USER_INPUT');
  }
  const { kind, outcome, score, offenceTeamId, players, credits } = input;
  return given({
    eventNumber: input.number,
    eventQtr: input.period,
    gameClock: input.gameClock,
    offenseTeam: offenceTeamId === null ? null : parseOptionalId(offenceTeamId, 'input.offenceTeamId'),
    eventDown: input.down,
    eventDistance: input.distance,
    ballOn: input.ballOn,
    ballMovedTo: input.ballMovedTo,
    distanceOnOffence: input.recordedYards,
    playType: kind === null ? null : kind && typeOf(kind),
    playResult: outcome === null ? null : outcome && resultOf(outcome),
    scoreResult: score === null ? null : score && scoreOf(score),
    isFumble: input.fumble,
    firstDowns: input.firstDowns,
    credits:
      credits &&
      credits.map(({ playerId, ...credit }, index) => {
        refuseShare(credit.share, index);
        return { player: parseId(playerId, `input.credits.${index}.playerId`), ...credit };
      }),
    ...partsOf(players ?? []),
  });
}

function partsOf(parts: readonly PlayPartInput[]): PlayValues {
  const values: Record<string, number | null> = {};
  for (const [index, { role, playerId }] of parts.entries()) {
    const field = FIELD_OF_ROLE[role];
    if (field in values) throw new Invalid('input.players', `${role} is given twice`, 'BAD_USER_INPUT');
    values[field] = parseOptionalId(playerId, `input.players.${index}.playerId`) ?? null;
  }
  return values;
}

function refuseShare(share: number, index: number): void {
  if (share >= 0 && share <= 1) return;
  throw new Invalid(`input.credits.${index}.share`, 'A share is from 0 to 1', 'BAD_USER_INPUT');
}

function given(values: PlayValues): PlayValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
