import type { Play } from './play.js';

/** Points a play is good for: of the team with the ball, and of the other one. */
export interface PlayPoints {
  offence: number;
  defence: number;
}

const NONE: PlayPoints = { offence: 0, defence: 0 };
const POINTS: Readonly<Record<Play['score'], PlayPoints>> = {
  touchdown: { offence: 6, defence: 0 },
  'defence-touchdown': { offence: 0, defence: 6 },
  'field-goal': { offence: 3, defence: 0 },
  'extra-point': { offence: 1, defence: 0 },
  'two-point': { offence: 2, defence: 0 },
  'defence-two-point': { offence: 0, defence: 2 },
  safety: { offence: 0, defence: 2 },
  none: NONE,
};

/**
 * What the officials put on the board for a play. A play that its penalty took away is good for nothing; a safety on a
 * kickoff is the receiving team's, and the points are the kicking team's.
 */
export function pointsOf({ kind, score, outcome }: Pick<Play, 'kind' | 'score' | 'outcome'>): PlayPoints {
  if (outcome === 'flag') return NONE;
  return kind === 'kickoff' && score === 'safety' ? { offence: 2, defence: 0 } : POINTS[score];
}
