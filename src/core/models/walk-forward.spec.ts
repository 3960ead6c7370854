import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/kernel/random.js';
import { modelForecaster, standardForecasters } from './forecasters.js';
import { dixonColes } from './dixon-coles.js';
import {
  lastRefitDay,
  walkForward,
  weekdayOf,
  type ForecasterSpec,
  type MatchForecasts,
  type WalkForwardMatch,
} from './walk-forward.js';

/** Two small leagues over two seasons, a few matches a day. */
function fixtures(seed: number): WalkForwardMatch[] {
  const random = createRandom(seed);
  const matches: WalkForwardMatch[] = [];
  for (const competition of ['north', 'south']) {
    for (let season = 0; season < 2; season++) {
      for (let i = 0; i < 60; i++) {
        const home = random.int(6);
        const away = (home + 1 + random.int(5)) % 6;
        matches.push({
          day: 18000 + season * 365 + Math.floor(i / 2),
          season: 2019 + season,
          competition,
          home: `${competition} ${home + season}`,
          away: `${competition} ${away + season}`,
          homeGoals: random.int(4),
          awayGoals: random.int(3),
          odds: i % 3 === 0 ? { home: 2.1, draw: 3.4, away: 3.6, closing: i % 2 === 0 } : null,
        });
      }
    }
  }
  return matches.toSorted((a, b) => a.day - b.day);
}

const run = (matches: WalkForwardMatch[], specs = standardForecasters()): MatchForecasts[] => [
  ...walkForward(matches, specs),
];

const inSouth2020 = (match: WalkForwardMatch): boolean => match.season === 2020 && match.competition === 'south';

describe('refit days', () => {
  it('are Tuesdays and Fridays', () => {
    expect([0, 4, 18262].map(weekdayOf)).toEqual([4, 1, 3]);
    expect(weekdayOf(-1)).toBe(3);
    for (let day = 18000; day < 18014; day++) {
      const refit = lastRefitDay(day, [2, 5]);
      expect(refit).toBeLessThanOrEqual(day);
      expect(day - refit).toBeLessThan(4);
      expect([2, 5]).toContain(weekdayOf(refit));
    }
    expect(() => lastRefitDay(3, [])).toThrow(RangeError);
  });
});

describe('walkForward', () => {
  const matches = fixtures(11);

  it('never lets a result change a forecast of its own day or of an earlier one', () => {
    const before = run(matches);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: matches.length - 1 }),
        fc.integer({ min: 4, max: 15 }),
        (changed, goals) => {
          const other = matches.map((match, i) =>
            i === changed ? { ...match, homeGoals: goals, awayGoals: 0 } : match,
          );
          const after = run(other);
          let later = 0;
          after.forEach((row, i) => {
            if (row.match.day <= matches[changed].day) expect(row.forecasts).toEqual(before[i].forecasts);
            else if (JSON.stringify(row.forecasts) !== JSON.stringify(before[i].forecasts)) later++;
          });
          // The last refit of the data may already lie before a change at the very end.
          if (matches[changed].day < matches.at(-1)!.day - 5) expect(later).toBeGreaterThan(0);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('makes the same forecasts when the future has not been written yet', () => {
    const cut = matches.filter((match) => match.season === 2019);
    const whole = run(matches);
    run(cut).forEach((row, i) => expect(row.forecasts).toEqual(whole[i].forecasts));
  });

  it('shows forecasters the past and no result', () => {
    const seen: string[] = [];
    const spy: ForecasterSpec = {
      id: 'spy',
      create: (competition) => ({
        refit(history, { asOfDay, season, roster }) {
          expect(history.day.every((day) => day < asOfDay)).toBe(true);
          expect(history.teams.every((team) => String(team).startsWith(competition))).toBe(true);
          expect(roster).toHaveLength(6);
          seen.push(`${competition} ${asOfDay} ${season}`);
        },
        forecast(match) {
          expect(Object.keys(match).toSorted()).toEqual(['away', 'competition', 'day', 'home', 'odds', 'season']);
          return null;
        },
      }),
    };
    for (const { match, asOfDay, forecasts } of walkForward(matches, [spy])) {
      expect(asOfDay).toBeLessThanOrEqual(match.day);
      expect(forecasts).toEqual([null]);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toContain('north 17998 2019');
  });

  it('forecasts only what is asked for, from all the history', () => {
    const part = [...walkForward(matches, standardForecasters(), { include: inSouth2020 })];
    const whole = run(matches).filter(({ match }) => inSouth2020(match));
    expect(part).toHaveLength(60);
    part.forEach(({ forecasts }, i) => {
      expect(forecasts[3]!.outcome.home).toBeCloseTo(whole[i].forecasts[3]!.outcome.home, 4);
    });
  });

  it('is lazy', () => {
    const walk = walkForward(matches, [modelForecaster('dixon-coles', dixonColes)]);
    expect(walk.next().value).toMatchObject({ match: matches[0] });
    expect(walk.return().done).toBe(true);
  });

  it('takes closing prices only', () => {
    for (const { match, forecasts } of run(matches)) {
      expect(forecasts.at(-1) === null).toBe(!match.odds?.closing);
    }
  });

  it('refuses matches out of order', () => {
    expect(() => run(matches.toReversed())).toThrow(RangeError);
  });
});
