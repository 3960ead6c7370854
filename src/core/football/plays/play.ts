/** What was tried. `other` is whatever has no bearing on statistics. */
export type PlayKind =
  'run' | 'pass' | 'kickoff' | 'punt' | 'field-goal' | 'extra-point' | 'two-point' | 'penalty' | 'other';

/** How it ended, as far as statistics ask. `flag` is a play that only its penalty is left of. */
export type PlayOutcome =
  'run' | 'completed' | 'incomplete' | 'dropped' | 'deflected' | 'intercepted' | 'sack' | 'flag' | 'kick' | 'other';

export type PlayScore =
  | 'touchdown'
  | 'defence-touchdown'
  | 'field-goal'
  | 'extra-point'
  | 'two-point'
  | 'defence-two-point'
  | 'safety'
  | 'none';

/** The players of a play by their part in it; each is a player of the match. */
export const PLAY_ROLES = [
  'quarterback',
  'runner',
  'receiver',
  'dropper',
  'deflector',
  'interceptor',
  'fumbler',
  'recoverer',
  'tackler',
  'assistant',
  'sacker',
  'scorer',
  'defenceScorer',
  'kicker',
  'kickoffKicker',
  'returner',
  'extraPointKicker',
  'flagged',
  'punter',
] as const;
export type PlayRole = (typeof PLAY_ROLES)[number];

/** What one player did that the roles cannot say: half a sack, yards after a lateral. It replaces the role's own count. */
export interface PlayCredit {
  /** Player of the match. */
  readonly player: number;
  readonly kind: 'sack' | 'run' | 'reception';
  /** Share of a sack, or of an attempt: a lateral's yards come without one. */
  readonly share: number;
  readonly yards: number;
}

/** One play of American football in this product's own words, whoever recorded it in which. */
export interface Play {
  readonly id: number;
  /** 1 to 4, above in overtime. */
  readonly quarter: number | null;
  /** Team with the ball before the snap; the kicking team of a kickoff. */
  readonly offence: number | null;
  readonly down: number | null;
  /** Yards to a first down. */
  readonly distance: number | null;
  /** Position of the snap and where the ball ended, in the match's field scale. */
  readonly from: number | null;
  readonly to: number | null;
  /** Yards as the recorder counted them, for plays without positions. */
  readonly recordedYards: number | null;
  readonly kind: PlayKind;
  readonly outcome: PlayOutcome;
  readonly score: PlayScore;
  readonly fumble: boolean;
  /** First downs the officials gave for it, a penalty's among them; null when the next play has to tell. */
  readonly firstDowns: number | null;
  readonly players: Readonly<Partial<Record<PlayRole, number | null>>>;
  readonly credits: readonly PlayCredit[];
}

/** A play from scrimmage that counts as an attempt: run or pass, not nullified by a penalty. */
export function isScrimmage({ kind, outcome }: Play): boolean {
  return (kind === 'run' || kind === 'pass') && outcome !== 'flag';
}

/** A penalty walked off after another play: it has yards and no down of its own, and the drive goes on around it. */
export function isEnforcement({ kind, outcome, down }: Play): boolean {
  return kind === 'penalty' && outcome === 'flag' && down === null;
}

/** A play after which the same team does not simply go on. */
export function isKick({ kind }: Play): boolean {
  return (
    kind === 'kickoff' || kind === 'punt' || kind === 'field-goal' || kind === 'extra-point' || kind === 'two-point'
  );
}
