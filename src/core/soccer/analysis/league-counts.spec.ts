import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '#core/kernel/random.js';
import { drawTotals, forecastCounts, type SampledCount, sideInterval, standardDraws } from './count-forecast.js';
import type { CountPeriod } from './count-traits.js';
import { fitLeagueCounts, type LeagueCounts } from './league-counts.js';
import { type LeagueMatch, leagueMatches } from './league-matches.js';
import type { Metric } from './metric.js';

interface CountedMatch extends LeagueMatch {
  homeCount: number;
  awayCount: number;
}

const TEAMS = 20;
const MEANS = { home: 6, away: 4.5 };
const attackOf = (team: number): number => 0.8 + (0.4 * team) / (TEAMS - 1);
const defenceOf = (team: number): number => 1.15 - (0.3 * team) / (TEAMS - 1);

interface Truth {
  seasons?: number;
  /** Variance of a factor that moves both sides of a match alike. */
  dispersion?: number;
  /** Ratio in every fourth match, which the referee leads. */
  referee?: number;
}

/** Everybody meets home and away in every season; counts follow the ratios above. */
function simulate(random: Random, { seasons = 1, dispersion = 0, referee = 1 }: Truth = {}): CountedMatch[] {
  const matches: CountedMatch[] = [];
  for (let season = 0; season < seasons; season++) {
    for (let home = 0; home < TEAMS; home++) {
      for (let away = 0; away < TEAMS; away++) {
        if (home === away) continue;
        const sameReferee = (home + away) % 4 === 0;
        const factor = (dispersion === 0 ? 1 : random.gamma(1 / dispersion, dispersion)) * (sameReferee ? referee : 1);
        matches.push({
          home,
          away,
          age: 1 + (seasons - 1 - season) * 365 + random.next() * 250,
          current: season === seasons - 1,
          sameReferee,
          homeCount: random.poisson(MEANS.home * attackOf(home) * defenceOf(away) * factor),
          awayCount: random.poisson(MEANS.away * attackOf(away) * defenceOf(home) * factor),
        });
      }
    }
  }
  return matches;
}

function fit(matches: readonly CountedMatch[], metric: Metric, period: CountPeriod = 'full'): LeagueCounts {
  const counts = {
    home: Float64Array.from(matches, ({ homeCount }) => homeCount),
    away: Float64Array.from(matches, ({ awayCount }) => awayCount),
  };
  return fitLeagueCounts(leagueMatches(matches), counts, metric, period);
}

function sampleOf(matches: readonly CountedMatch[], team: number, limit: number): SampledCount[] {
  return matches
    .filter(({ current, home, away }) => current && (home === team || away === team))
    .toSorted((a, b) => a.age - b.age)
    .slice(0, limit)
    .map(({ home, away, age, homeCount, awayCount }) => {
      const atHome = home === team;
      const [own, other] = atHome ? [homeCount, awayCount] : [awayCount, homeCount];
      return { atHome, opponent: atHome ? away : home, weight: Math.exp(-0.0065 * age), own, other };
    });
}

function forecast(matches: readonly CountedMatch[], limit: number, metric: Metric = 'corners') {
  const league = fit(matches, metric);
  const samples = { homeSample: sampleOf(matches, 19, limit), awaySample: sampleOf(matches, 0, limit) };
  return forecastCounts(league, { home: 19, away: 0, ...samples }, 0);
}

describe('league counts', () => {
  it('recovers means and ratios it was simulated with', () => {
    const league = fit(simulate(createRandom('recover'), { seasons: 2 }), 'corners');
    expect(league.homeMean / MEANS.home).toBeCloseTo(1, 1);
    expect(league.awayMean / MEANS.away).toBeCloseTo(1, 1);
    for (let team = 0; team < TEAMS; team++) {
      expect(Math.abs(league.attack(team) - attackOf(team))).toBeLessThan(0.15);
      expect(Math.abs(league.defence(team) - defenceOf(team))).toBeLessThan(0.15);
    }
    expect(league.attack(19) - league.attack(0)).toBeGreaterThan(0.2);
    expect(league.attack(999)).toBe(1);
  });

  it('estimates the dispersion of totals from the totals', () => {
    const plain = fit(simulate(createRandom('plain'), { seasons: 4 }), 'fouls');
    const spread = fit(simulate(createRandom('spread'), { seasons: 4, dispersion: 0.1 }), 'fouls');
    expect(plain.totalDispersion).toBeLessThan(0.02);
    // No league is known to be like this, so that half of it is taken for chance.
    expect(spread.totalDispersion).toBeGreaterThan(0.04);
    expect(spread.totalDispersion).toBeLessThan(0.14);
  });

  it('finds totals that vary less than a Poisson', () => {
    const random = createRandom('regular');
    const matches = simulate(random, { seasons: 2 }).map((match) => ({
      ...match,
      homeCount: random.binomial(20, (2 * attackOf(match.home) * defenceOf(match.away)) / 20),
      awayCount: random.binomial(20, (2 * attackOf(match.away) * defenceOf(match.home)) / 20),
    }));
    // Each side has the dispersion -1 / 20, both together half of it.
    const { totalDispersion } = fit(matches, 'yellowCards');
    expect(totalDispersion).toBeLessThan(-0.015);
    expect(totalDispersion).toBeGreaterThan(-0.045);
  });

  it('sees a strict referee, and only where referees matter', () => {
    const matches = simulate(createRandom('referee'), { referee: 1.3 });
    const strict = fit(matches, 'yellowCards').referee!;
    expect(strict.shape / strict.rate).toBeGreaterThan(1.1);
    expect(fit(matches, 'corners').referee).toBeNull();
    const unknown = matches.map((match) => ({ ...match, sameReferee: false }));
    expect(fit(unknown, 'yellowCards').referee).toBeNull();
  });

  it('works without a single match', () => {
    const league = fit([], 'goals', 'first_half');
    const { home, away } = forecastCounts(league, { home: 1, away: 2, homeSample: [], awaySample: [] }, 0);
    expect(home).toBeCloseTo(1.522 * 0.438, 6);
    expect(away).toBeCloseTo(1.143 * 0.438, 6);
  });

  it('leaves out matches of which a side is unknown, as if they had not been played', () => {
    const matches = simulate(createRandom('unknown'), { seasons: 2 });
    const isLost = ({ home, away }: CountedMatch): boolean => home === 7 || away === 7 || (home + 3 * away) % 5 === 0;
    const partly = fit(
      matches.map((match, i) => {
        if (!isLost(match)) return match;
        return i % 2 === 0 ? { ...match, homeCount: NaN } : { ...match, awayCount: NaN };
      }),
      'corners',
    );
    const without = fit(
      matches.filter((match) => !isLost(match)),
      'corners',
    );
    expect(partly.homeMean).toBeCloseTo(without.homeMean, 12);
    expect(partly.totalDispersion).toBeCloseTo(without.totalDispersion, 12);
    for (const team of [0, 7, 19]) {
      expect(partly.attack(team)).toBeCloseTo(without.attack(team), 12);
      expect(partly.prior(team)).toEqual(without.prior(team));
    }
  });

  it('starts a newcomer below the clubs that stayed, and a club that stayed where it was', () => {
    const league = fit(simulate(createRandom('prior'), { seasons: 2 }), 'corners');
    const mean = (team: number) => league.prior(team).attack;
    expect(mean(999)).toBeCloseTo(0.916, 6);
    expect(mean(19)).toBeGreaterThan(1);
    expect(mean(0)).toBeLessThan(1);
  });
});

describe('forecast', () => {
  it('expects what the simulation would give on average', () => {
    const matches = simulate(createRandom('forecast'), { seasons: 2 });
    const { home, away } = forecast(matches, 50);
    const truth = { home: MEANS.home * attackOf(19) * defenceOf(0), away: MEANS.away * attackOf(0) * defenceOf(19) };
    expect(Math.abs(home / truth.home - 1)).toBeLessThan(0.15);
    expect(Math.abs(away / truth.away - 1)).toBeLessThan(0.15);
  });

  it('knows more from more matches', () => {
    const matches = simulate(createRandom('more'), { seasons: 2 });
    const [few, many] = [forecast(matches, 2), forecast(matches, 38)];
    expect(many.homeSpread).toBeLessThan(few.homeSpread);
    expect(many.awaySpread).toBeLessThan(few.awaySpread);
  });

  it('expects more after a team did more', () => {
    const matches = simulate(createRandom('up'), { seasons: 2 });
    const league = fit(matches, 'corners');
    const homeSample = sampleOf(matches, 19, 10);
    const ask = (sample: SampledCount[]) =>
      forecastCounts(league, { home: 19, away: 0, homeSample: sample, awaySample: [] }, 0);
    const more = ask(homeSample.map((match) => ({ ...match, own: match.own! + 3 })));
    expect(more.home).toBeGreaterThan(ask(homeSample).home);
    // Who does more has less done to it.
    expect(more.away).toBeLessThan(ask(homeSample).away);
    const unknown = ask(homeSample.map((match) => ({ ...match, own: null, other: null })));
    expect(unknown).toEqual(ask([]));
  });

  it('draws totals with the mean it states, the same for the same seed', () => {
    const stated = forecast(simulate(createRandom('draws'), { seasons: 2 }), 10);
    const draws = drawTotals(stated, standardDraws(createRandom('seed'), 3000));
    expect(draws).toEqual(drawTotals(stated, standardDraws(createRandom('seed'), 3000)));
    expect(draws).not.toEqual(drawTotals(stated, standardDraws(createRandom('other'), 3000)));
    const mean = draws.reduce((sum, total) => sum + total, 0) / draws.length;
    expect(mean / (stated.home + stated.away)).toBeCloseTo(1, 1.7);
    expect(draws.every((total, n) => total > 0 && (n === 0 || total >= draws[n - 1]))).toBe(true);
  });

  it('puts a mean inside its interval', () => {
    const { lower, upper } = sideInterval(5, 0.2, 0.05);
    expect(lower).toBeLessThan(5);
    expect(upper).toBeGreaterThan(5);
    expect(Math.log(upper / lower) / 2).toBeCloseTo(1.645 * Math.hypot(0.2, 0.05), 3);
  });
});
