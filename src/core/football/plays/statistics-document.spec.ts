import { expect, it } from 'vitest';
import { figureAt, statisticsDocument, withOverrides } from './statistics-document.js';
import { emptyDefence, emptyOffence, emptyQuarterback, emptyTeam, type SideStatistics } from './statistics.js';

const side = (teamId: number): SideStatistics => ({
  teamId,
  team: { ...emptyTeam(), passAttempts: 2, runAttempts: 2, passYards: 30, runYards: 10 },
  offence: new Map([[5, { ...emptyOffence(), runAttempts: 2, runYards: 10 }]]),
  quarterbacks: new Map([[6, { ...emptyQuarterback(), passes: 3, completions: 2, passYards: 30 }]]),
  defence: new Map([[7, { ...emptyDefence(), tackles: 4 }]]),
});
const document = statisticsDocument([side(1), side(2)]);

it('has what follows from the counts', () => {
  expect(document.home.team).toMatchObject({ offenceYards: 40, yardsPerAttempt: 10 });
  expect(document.home.offence[5]).toMatchObject({ yardsPerRun: 5 });
  expect(document.away.quarterbacks[6]).toMatchObject({ yardsPerRun: 0 });
  expect(document.away.quarterbacks[6]?.completionPercentage).toBeCloseTo(66.667, 3);
  expect(document.away.quarterbacks[6]?.rating).toBeCloseTo((8.4 * 30 + 200) / 3, 9);
});

it('takes figures set by hand, and leaves what it was made from', () => {
  const corrected = withOverrides(document, [
    { path: 'home.team.offenceYards', value: 45 },
    { path: 'away.defence.7.tackles', value: 5 },
  ]);
  expect(corrected.home.team).toMatchObject({ offenceYards: 45, passYards: 30 });
  expect(corrected.away.defence[7]?.tackles).toBe(5);
  expect(document.home.team.offenceYards).toBe(40);
  expect(figureAt(corrected, 'home.team.offenceYards')).toBe(45);
});

it.each([
  'home.teamId',
  'home.team',
  'home.team.nothing',
  'home.defence.99.kicks',
  'home.defence.x.tackles',
  'home.__proto__.x',
  'constructor',
  '',
])('has no figure at %j', (path) => {
  expect(figureAt(document, path)).toBeUndefined();
  expect(withOverrides(document, [{ path, value: 9 }])).toEqual(document);
});

it('has zeros of a player who has done nothing yet, until they are set by hand', () => {
  expect(figureAt(document, 'home.defence.99.tackles')).toBe(0);
  const corrected = withOverrides(document, [{ path: 'home.defence.99.tackles', value: 2 }]);
  expect(corrected.home.defence[99]).toEqual({ ...emptyDefence(), tackles: 2 });
  expect(document.home.defence[99]).toBeUndefined();
});
