import { Conflict } from '#core/kernel/domain-error.js';

/** A match has one clock of each kind. */
export const clockTaken = (kind: 'game' | 'play', matchId: number): Conflict =>
  new Conflict('CLOCK_EXISTS', `Match ${matchId} has a ${kind} clock already`, { matchId });
