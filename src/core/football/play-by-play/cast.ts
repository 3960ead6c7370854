import type { Random } from '../../kernel/random.js';

/** A player of a squad, by a reference of the caller's and the title of his position. */
export interface CastMember {
  ref: string;
  position: string;
}

/** Who plays which part: those named first more often, and anybody when a squad has nobody for it. */
const PARTS = {
  quarterback: { Quarterback: [1] },
  runner: { 'Running Back': [60, 28, 8], Quarterback: [4] },
  receiver: { 'Wide Receiver': [30, 22, 14, 6, 3], 'Tight End': [12, 4], 'Running Back': [7, 2] },
  tackler: {
    Linebacker: [16, 14, 10, 5],
    Safety: [12, 10],
    Cornerback: [8, 7, 4],
    'Defensive Lineman': [5, 4, 3, 1, 1],
  },
  rusher: { 'Defensive Lineman': [10, 8, 5, 3, 1], Linebacker: [8, 4, 2, 1] },
  cover: { Cornerback: [10, 8, 3], Safety: [8, 6], Linebacker: [2, 1] },
  returner: { 'Wide Receiver': [1, 1, 6, 5], Cornerback: [1, 4] },
  kicker: { Kicker: [1] },
  punter: { Punter: [1] },
} as const satisfies Record<string, Record<string, readonly number[]>>;

export type Part = keyof typeof PARTS;

/** Casts the players of one team. The order within a position is its depth chart. */
export class Cast {
  constructor(private readonly members: readonly CastMember[]) {}

  /** Reference of a player for the part; undefined for a team without players. */
  pick(part: Part, random: Random, except?: string): string | undefined {
    const weighted = Object.entries(PARTS[part]).flatMap(([position, weights]: [string, readonly number[]]) =>
      this.members
        .filter((member) => member.position === position)
        .map(({ ref }, depth) => ({ ref, weight: weights[depth] ?? 0 })),
    );
    const able = weighted.filter(({ ref, weight }) => weight > 0 && ref !== except);
    if (able.length > 0) return able[random.weighted(able.map(({ weight }) => weight))]!.ref;
    const others = this.members.filter(({ ref }) => ref !== except);
    return others.length === 0 ? undefined : random.pick(others).ref;
  }
}
