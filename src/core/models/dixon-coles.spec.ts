import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/kernel/random.js';
import { DIXON_COLES_PLAIN, dixonColes, type DixonColesParams } from './dixon-coles.js';
import { toObservations, type MatchObservation } from './goal-observations.js';
import { MarketBook } from './market-book.js';
import { scoreMatrix, type ScoreDistribution } from './score-distribution.js';

const TRUTH = { intercept: 0.1, homeAdvantage: 0.28, rho: -0.08 };
const TEAMS = Array.from({ length: 12 }, (_, i) => `team ${i}`);
/** Attack falls and defence wavers from team to team; both average zero. */
const attackOf = (i: number): number => 0.5 - i / 11;
const defenceOf = (i: number): number => 0.35 * Math.cos((2 * Math.PI * i) / 12);

/** Every pair home and away, `rounds` times, drawn from the model itself. */
function simulate(rounds: number, seed: number): MatchObservation[] {
  const random = createRandom(seed);
  const rows: MatchObservation[] = [];
  for (let round = 0; round < rounds; round++) {
    for (let h = 0; h < TEAMS.length; h++) {
      for (let a = 0; a < TEAMS.length; a++) {
        if (h === a) continue;
        const { maxGoals, cells } = scoreMatrix({
          kind: 'dixon-coles',
          home: Math.exp(TRUTH.intercept + TRUTH.homeAdvantage + attackOf(h) - defenceOf(a)),
          away: Math.exp(TRUTH.intercept + attackOf(a) - defenceOf(h)),
          rho: TRUTH.rho,
        });
        const cell = random.weighted([...cells]);
        const [homeGoals, awayGoals] = [Math.floor(cell / (maxGoals + 1)), cell % (maxGoals + 1)];
        const day = round * 7 + ((h + a) % 7);
        rows.push({ day, season: 2000 + Math.floor(round / 2), home: TEAMS[h], away: TEAMS[a], homeGoals, awayGoals });
      }
    }
  }
  return rows;
}

const rates = (d: ScoreDistribution): [number, number] => {
  if (d.kind !== 'dixon-coles') throw new Error('a Dixon-Coles distribution was expected');
  return [d.home, d.away];
};
const predicted = (params: DixonColesParams, home: string, away: string): [number, number] =>
  rates(dixonColes.predict(params, { home, away }));

/** A team-by-team league in which `results` are repeated with the goals given. */
const row = (
  home: string,
  away: string,
  homeGoals: number,
  awayGoals: number,
  day = 0,
  season = 0,
): MatchObservation => ({
  day,
  season,
  home,
  away,
  homeGoals,
  awayGoals,
});

const distanceFromTruth = (params: DixonColesParams): number =>
  TEAMS.reduce((sum, team, i) => {
    const index = params.teams.indexOf(team);
    return sum + (params.attack[index] - attackOf(i)) ** 2 + (params.defence[index] - defenceOf(i)) ** 2;
  }, 0);

const sane = (params: DixonColesParams, home: string, away: string): void => {
  const { home: h, draw, away: a } = MarketBook.of(dixonColes.predict(params, { home, away })).matchWinner();
  expect(h + draw + a).toBeCloseTo(1, 9);
};

describe('Dixon-Coles fit', () => {
  const rows = simulate(60, 7);

  it('recovers the parameters that made the results', () => {
    const params = dixonColes.fit(toObservations(rows), {}, { ...DIXON_COLES_PLAIN, xi: 0 });
    expect(params.fit).toMatchObject({ matches: 7920, effectiveMatches: 7920, converged: true });
    // Four standard errors each: 7,920 matches, 1,320 of them for each team.
    expect(Math.abs(params.intercept - TRUTH.intercept)).toBeLessThan(0.05);
    expect(Math.abs(params.homeAdvantage - TRUTH.homeAdvantage)).toBeLessThan(0.07);
    expect(Math.abs(params.rho - TRUTH.rho)).toBeLessThan(0.06);
    TEAMS.forEach((team, i) => {
      const index = params.teams.indexOf(team);
      expect(Math.abs(params.attack[index] - attackOf(i))).toBeLessThan(0.11);
      expect(Math.abs(params.defence[index] - defenceOf(i))).toBeLessThan(0.11);
    });
  });

  it('comes closer to the truth with a prior when there is little to learn from', () => {
    const season = toObservations(rows.slice(0, 132));
    const plain = dixonColes.fit(season, {}, { ...DIXON_COLES_PLAIN, xi: 0 });
    const shrunk = dixonColes.fit(season, {}, { xi: 0, ridge: 4, opennessRidge: 4 });
    expect(distanceFromTruth(shrunk)).toBeLessThan(distanceFromTruth(plain));
  });

  it('identifies attack and defence by a mean of zero', () => {
    const { attack, defence } = dixonColes.fit(toObservations(rows.slice(0, 700)));
    expect(attack.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 10);
    expect(defence.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 10);
  });

  it('does not depend on the order of matches within a day, or on what teams are called', () => {
    const some = rows.slice(0, 400).map((match) => ({ ...match, day: 0 }));
    const renamed = some
      .map((match) => ({
        ...match,
        home: `x${TEAMS.indexOf(match.home as string)}`,
        away: TEAMS.indexOf(match.away as string),
      }))
      .map((match) => ({ ...match, away: `x${match.away}` }))
      .toReversed();
    const params = dixonColes.fit(toObservations(some));
    const other = dixonColes.fit(toObservations(renamed));
    for (let i = 1; i < TEAMS.length; i++) {
      const [home, away] = predicted(params, TEAMS[0], TEAMS[i]);
      const [otherHome, otherAway] = predicted(other, 'x0', `x${i}`);
      expect(otherHome).toBeCloseTo(home, 4);
      expect(otherAway).toBeCloseTo(away, 4);
    }
  });

  it('ends at the same place from a warm start', () => {
    const observations = toObservations(rows.slice(0, 1500));
    const cold = dixonColes.fit(observations);
    const start = dixonColes.fit(toObservations(rows.slice(0, 300)));
    const warm = dixonColes.fit(observations, {}, {}, start);
    expect(warm.fit.converged).toBe(true);
    for (const home of TEAMS) {
      const [a, b] = [predicted(cold, home, TEAMS[3]), predicted(warm, home, TEAMS[3])];
      expect(b[0]).toBeCloseTo(a[0], 4);
      expect(b[1]).toBeCloseTo(a[1], 4);
    }
    expect(dixonColes.fit(observations, {}, {}, cold).fit.iterations).toBeLessThanOrEqual(2);
  });

  it('sees neither the day of the fit nor anything after it, nor what is too old', () => {
    const observations = toObservations(rows);
    const past = rows.filter((match) => match.day < 200 && match.day >= 100);
    const options = { windowDays: 100 };
    const season = rows.find((match) => match.day === 200)!.season;
    const context = { asOfDay: 200, season, roster: TEAMS };
    const cut = dixonColes.fit(toObservations(past), context, options);
    const whole = dixonColes.fit(observations, context, options);
    expect(whole.fit).toEqual(cut.fit);
    expect(whole.fit.matches).toBe(past.length);
    for (const home of TEAMS)
      expect(predicted(whole, home, TEAMS[1])[0]).toBeCloseTo(predicted(cut, home, TEAMS[1])[0], 5);
  });

  it('lets recent matches count more', () => {
    const old = Array.from({ length: 20 }, (_, i) =>
      row(i % 2 ? 'a' : 'b', i % 2 ? 'b' : 'a', i % 2 ? 3 : 0, i % 2 ? 0 : 3, i),
    );
    const recent = Array.from({ length: 20 }, (_, i) => row(i % 2 ? 'a' : 'b', i % 2 ? 'b' : 'a', 1, 1, 700 + i));
    const observations = toObservations([...old, ...recent]);
    const gap = (xi: number): number => {
      const params = dixonColes.fit(observations, {}, { xi });
      return params.attack[params.teams.indexOf('a')] - params.attack[params.teams.indexOf('b')];
    };
    expect(gap(0)).toBeGreaterThan(0.1);
    expect(gap(0.01)).toBeLessThan(gap(0) / 4);
  });

  it('is plain JSON', () => {
    const params = dixonColes.fit(toObservations(rows.slice(0, 200)));
    const copy = JSON.parse(JSON.stringify(params)) as DixonColesParams;
    expect(copy).toEqual(params);
    expect(predicted(copy, TEAMS[0], TEAMS[1])).toEqual(predicted(params, TEAMS[0], TEAMS[1]));
    expect(() =>
      dixonColes.predict({ ...copy, schema: 'dixon-coles/0' as 'dixon-coles/1' }, { home: 'a', away: 'b' }),
    ).toThrow(RangeError);
  });
});

describe('newcomers', () => {
  const seasons = [2020, 2021].flatMap((season) =>
    simulate(1, season).map((match) => ({ ...match, season, day: season * 365 + match.day })),
  );
  const observations = toObservations(seasons);
  const roster = [...TEAMS.slice(1), 'promoted'];
  const context = { asOfDay: 2022 * 365, season: 2022, roster };

  it('never seen before are taken for the typical promoted team', () => {
    const params = dixonColes.fit(observations, context);
    const [attackGap, defenceGap] = [params.newcomer.attack, params.newcomer.defence];
    expect([attackGap, defenceGap]).toEqual([expect.closeTo(-0.2, 4), expect.closeTo(-0.2, 4)]);
    const [home, away] = predicted(params, 'promoted', TEAMS[5]);
    const { intercept, homeAdvantage, attack, defence } = params;
    const index = params.teams.indexOf(TEAMS[5]);
    expect(home).toBeCloseTo(Math.exp(intercept + homeAdvantage - 0.2 - defence[index]), 4);
    expect(away).toBeCloseTo(Math.exp(intercept + attack[index] + 0.2), 4);
  });

  it('are pulled towards that prior, less so each season they stay', () => {
    const arrival = [
      ...seasons,
      ...TEAMS.slice(1, 6).map((team, i) => row('promoted', team, 1, 1, 2022 * 365 + i, 2022)),
      ...TEAMS.slice(1, 6).map((team, i) => row('promoted', team, 1, 1, 2023 * 365 + i, 2023)),
      ...TEAMS.slice(1, 6).map((team, i) => row(team, TEAMS[6 + i], 1, 1, 2023 * 365 + i, 2023)),
    ];
    const first = toObservations(arrival.filter((match) => match.season <= 2022));
    // One of thirteen teams has a prior mean of -0.2, and attacks average zero over all of them.
    expect(dixonColes.fit(first).newcomer.attack).toBeCloseTo(-0.2 + 0.2 / 13, 3);
    const strength = (newcomer: { attack: number; defence: number }, rows = first): number => {
      const params = dixonColes.fit(rows, {}, { newcomer });
      const index = params.teams.indexOf('promoted');
      return params.attack[index] + params.defence[index];
    };
    const strong = strength({ attack: 0, defence: 0 }) - strength({ attack: -0.4, defence: -0.4 });
    expect(strong).toBeGreaterThan(0.2);
    const second = toObservations(arrival);
    const later = strength({ attack: 0, defence: 0 }, second) - strength({ attack: -0.4, defence: -0.4 }, second);
    expect(later).toBeGreaterThan(0);
    expect(later).toBeLessThan(strong);
  });
});

describe('degenerate input', () => {
  it.each([
    ['default', {}],
    ['plain', DIXON_COLES_PLAIN],
  ] as const)('no matches at all, %s', (_, options) => {
    const params = dixonColes.fit(toObservations([]), {}, options);
    expect(params).toMatchObject({ teams: [], attack: [], defence: [], rho: 0, fit: { matches: 0, converged: true } });
    expect(Math.exp(params.intercept)).toBeCloseTo(1.12, 6);
    sane(params, 'a', 'b');
  });

  it.each([
    ['default', {}],
    ['plain', DIXON_COLES_PLAIN],
  ] as const)('one team never scores, another never concedes, %s', (_, options) => {
    const rows = [
      row('a', 'b', 2, 0),
      row('b', 'a', 0, 1),
      row('a', 'c', 3, 0),
      row('c', 'b', 2, 0),
      row('b', 'c', 0, 2),
      row('c', 'a', 0, 1),
    ];
    const params = dixonColes.fit(toObservations(rows), {}, options);
    for (const value of [...params.attack, ...params.defence]) expect(Number.isFinite(value)).toBe(true);
    expect(params.attack[params.teams.indexOf('b')]).toBe(Math.min(...params.attack));
    expect(params.defence[params.teams.indexOf('a')]).toBe(Math.max(...params.defence));
    sane(params, 'b', 'a');
  });

  it.each([
    ['default', {}],
    ['plain', DIXON_COLES_PLAIN],
  ] as const)('nobody ever scores, %s', (_, options) => {
    const rows = Array.from({ length: 12 }, (_, i) => row(TEAMS[i % 4], TEAMS[(i + 1) % 4], 0, 0, i));
    const params = dixonColes.fit(toObservations(rows), {}, options);
    const [home, away] = predicted(params, TEAMS[0], TEAMS[1]);
    expect(home).toBeLessThan(0.3);
    expect(away).toBeLessThan(0.3);
    sane(params, TEAMS[0], TEAMS[1]);
  });

  it('two groups of teams that never met', () => {
    const rows = [row('a', 'b', 2, 1), row('b', 'a', 0, 0), row('c', 'd', 1, 1), row('d', 'c', 3, 1)];
    sane(dixonColes.fit(toObservations(rows)), 'a', 'd');
  });

  it('a prior without width is refused', () => {
    expect(() => dixonColes.fit(toObservations([]), {}, { ridge: 0 })).toThrow(RangeError);
    expect(() => dixonColes.fit(toObservations([]), {}, { opennessRidge: -1 })).toThrow(RangeError);
  });
});
