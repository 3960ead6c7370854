import { expect, it } from 'vitest';
import { tieBreaksOf } from './league-rules.js';

it('looks at the meetings of level teams first where the leagues do', () => {
  for (const country of ['Spain', 'Italy', 'Portugal']) expect(tieBreaksOf(country)[0]).toBe('head-to-head');
  for (const country of ['England', 'Germany', 'Brazil', null]) expect(tieBreaksOf(country)[0]).toBe('goal-difference');
});
