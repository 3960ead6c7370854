import type { Random } from '../../kernel/random.js';
import type { Drive, DriveResult } from '../drive.js';
import type { PlayRole } from '../plays/play.js';
import type { Cast } from './cast.js';
import type { Snap } from './drive-snaps.js';

/** What the recorder writes of a play. */
export interface Wording {
  type: string;
  result: string;
  score?: string;
  fumble?: boolean;
  /** Parts without a player are left out. */
  players: Partial<Record<PlayRole, string | undefined>>;
}

/** The casts of the team with the ball and of the other one. */
export interface Teams {
  own: Cast;
  other: Cast;
}

/** A run or pass. `ending` says what it was good for, beyond its yards. */
export function scrimmagePlay(
  { gain, down, distance }: Snap,
  ending: 'touchdown' | 'safety' | null,
  { own, other }: Teams,
  random: Random,
): Wording {
  const score = ending === null ? {} : { score: ending === 'touchdown' ? 'td' : 'safety' };
  const isPass = random.chance(passChance(gain, down, distance));
  const quarterback = own.pick('quarterback', random);
  if (isPass && gain < 0) {
    return { type: 'pass', result: 'sack', ...score, players: { quarterback, sacker: other.pick('rusher', random) } };
  }
  if (isPass && gain === 0) return missedPass(quarterback, { own, other }, random);
  const tackler = ending === 'touchdown' ? undefined : other.pick('tackler', random);
  const assistant = tackler !== undefined && random.chance(0.25) ? other.pick('tackler', random, tackler) : undefined;
  if (isPass) {
    const receiver = own.pick('receiver', random);
    const scorer = ending === 'touchdown' ? receiver : undefined;
    return {
      type: 'pass',
      result: 'completed',
      ...score,
      players: { quarterback, receiver, tackler, assistant, scorer },
    };
  }
  const runner = own.pick('runner', random);
  const scorer = ending === 'touchdown' ? runner : undefined;
  return { type: 'run', result: 'run', ...score, players: { runner, tackler, assistant, scorer } };
}

/** Nothing gained is mostly an incomplete pass; long gains and long distances are passes too. */
function passChance(gain: number, down: number, distance: number): number {
  if (gain === 0) return 0.85;
  if (gain < 0) return gain < -4 ? 0.9 : 0.35;
  const base = gain >= 8 ? 0.75 : 0.42;
  return down === 3 && distance >= 5 ? Math.max(base, 0.8) : base;
}

function missedPass(quarterback: string | undefined, { own, other }: Teams, random: Random): Wording {
  const why = random.weighted([70, 15, 15]);
  const players =
    why === 1 ? { dropper: own.pick('receiver', random) } : why === 2 ? { deflector: other.pick('cover', random) } : {};
  return {
    type: 'pass',
    result: (['incomplete', 'dropped', 'deflected'] as const)[why]!,
    players: { quarterback, ...players },
  };
}

/** The ball is lost to the defence, which may bring it back for a touchdown. */
export function turnoverPlay({ result, returned }: Drive, { own, other }: Teams, random: Random): Wording {
  const score = returned ? { score: 'defence td' } : {};
  if (result === 'interception') {
    const interceptor = other.pick('cover', random);
    const defenceScorer = returned ? interceptor : undefined;
    return {
      type: 'pass',
      result: 'intercepted',
      ...score,
      players: { quarterback: own.pick('quarterback', random), interceptor, defenceScorer },
    };
  }
  const runner = own.pick('runner', random);
  const recoverer = other.pick('tackler', random);
  const defenceScorer = returned ? recoverer : undefined;
  return {
    type: 'run',
    result: 'run',
    ...score,
    fumble: true,
    players: { runner, fumbler: runner, recoverer, defenceScorer },
  };
}

/** A punt or a try for a field goal. */
export function kickedPlay(result: DriveResult, { own, other }: Teams, random: Random): Wording {
  if (result === 'punt') {
    const returner = random.chance(0.6) ? other.pick('returner', random) : undefined;
    return { type: 'punt', result: 'punt return', players: { punter: own.pick('punter', random), returner } };
  }
  const score = result === 'field-goal' ? 'kick is good' : 'kick is missed';
  return { type: 'kick', result: 'kick', score, players: { kicker: own.pick('kicker', random) } };
}
