import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Play } from './play.js';
import { statisticsChanges, withChanges } from './statistics-changes.js';
import { type StatisticsDocument, statisticsDocument, withOverrides } from './statistics-document.js';
import { foldStatistics } from './statistics-fold.js';

const play: fc.Arbitrary<Play> = fc
  .record({
    offence: fc.constantFrom(1, 2),
    kind: fc.constantFrom('run' as const, 'pass' as const),
    outcome: fc.constantFrom('run' as const, 'completed' as const, 'sack' as const, 'intercepted' as const),
    quarterback: fc.integer({ min: 10, max: 12 }),
    runner: fc.integer({ min: 10, max: 14 }),
    tackler: fc.integer({ min: 20, max: 23 }),
    to: fc.integer({ min: 1, max: 90 }),
  })
  .map(({ quarterback, runner, tackler, to, ...rest }) => ({
    ...rest,
    id: 1,
    quarter: 1,
    down: 1,
    distance: 10,
    from: 20,
    to,
    recordedYards: null,
    score: 'none',
    fumble: false,
    firstDowns: null,
    players: { quarterback, runner, receiver: runner, tackler },
    credits: [],
  }));

const document = fc.array(play, { maxLength: 8 }).map((plays): StatisticsDocument => {
  const lineup = { teams: [1, 2] as const, teamOf: (player: number) => (player < 20 ? 1 : 2) };
  return statisticsDocument(foldStatistics({ scale: 'plain', length: 92 }, lineup, plays));
});

describe('changes of statistics', () => {
  it('applied to what was, give what is', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const kept = structuredClone(before);
        expect(withChanges(before, statisticsChanges(before, after))).toEqual(after);
        expect(before).toEqual(kept);
      }),
    );
  });

  it('are none between equals, and one for one figure', () => {
    fc.assert(
      fc.property(document, (before) => {
        expect(statisticsChanges(before, structuredClone(before))).toEqual([]);
        const after = withOverrides(before, [{ path: 'away.team.turnovers', value: -1 }]);
        expect(statisticsChanges(before, after)).toEqual([{ path: 'away.team.turnovers', value: -1 }]);
      }),
    );
  });
});
