/**
 * Times the statistical core beside naive code that does the same thing: `node bench/models.ts`, after a build.
 * Figures are medians; both sides work on the same simulated league, and the last column compares their answers. The
 * naive fit of ten seasons is run once and takes a while.
 */
import { cpus } from 'node:os';
import { createRandom } from '#core/kernel/random.js';
import { DIXON_COLES_DEFAULTS, dixonColes, type DixonColesParams } from '#core/models/dixon-coles.js';
import { toObservations, type MatchObservation } from '#core/models/goal-observations.js';
import { MarketBook } from '#core/models/market-book.js';
import { scoreMatrix } from '#core/models/score-distribution.js';

const OPTIONS = { ...DIXON_COLES_DEFAULTS, windowDays: 10 * 366, newcomer: { attack: 0, defence: 0 } };

/** Seasons of 20 teams, home and away, with a new pair of teams every year: ten seasons have 38 teams. */
function simulateLeague(seasons: number): MatchObservation[] {
  const random = createRandom('bench');
  const strength = Array.from({ length: 40 }, () => ({ attack: random.next() - 0.5, defence: random.next() - 0.5 }));
  const rows: MatchObservation[] = [];
  for (let season = 0; season < seasons; season++) {
    for (let h = 0; h < 20; h++) {
      for (let a = 0; a < 20; a++) {
        if (h === a) continue;
        const [home, away] = [h + 2 * season, a + 2 * season].map((team) => team % 40);
        const { maxGoals, cells } = scoreMatrix({
          kind: 'dixon-coles',
          home: Math.exp(0.35 + strength[home].attack - strength[away].defence),
          away: Math.exp(0.1 + strength[away].attack - strength[home].defence),
          rho: -0.05,
        });
        const cell = random.weighted([...cells]);
        rows.push({
          day: 19000 + season * 365 + random.int(280),
          season: 2010 + season,
          home: `team ${home}`,
          away: `team ${away}`,
          homeGoals: Math.floor(cell / (maxGoals + 1)),
          awayGoals: cell % (maxGoals + 1),
        });
      }
    }
  }
  return rows.toSorted((x, y) => x.day - y.day);
}

interface NaiveParams {
  intercept: number;
  homeAdvantage: number;
  rho: number;
  teams: Map<string, { attack: number; defence: number }>;
}

/** The penalised log-likelihood as one would first write it: every match, every logarithm, every time. */
function naiveLoss(matches: readonly MatchObservation[], asOfDay: number, p: NaiveParams): number {
  let loss = 0;
  for (const match of matches) {
    const home = p.teams.get(String(match.home))!;
    const away = p.teams.get(String(match.away))!;
    const lambda = Math.exp(p.intercept + p.homeAdvantage + home.attack - away.defence);
    const mu = Math.exp(p.intercept + away.attack - home.defence);
    const score = `${match.homeGoals}-${match.awayGoals}`;
    let tau = 1;
    if (score === '0-0') tau = 1 - lambda * mu * p.rho;
    if (score === '0-1') tau = 1 + lambda * p.rho;
    if (score === '1-0') tau = 1 + mu * p.rho;
    if (score === '1-1') tau = 1 - p.rho;
    const weight = Math.exp(-OPTIONS.xi * (asOfDay - match.day));
    loss -= weight * (Math.log(tau) + match.homeGoals * Math.log(lambda) - lambda);
    loss -= weight * (match.awayGoals * Math.log(mu) - mu);
  }
  for (const { attack, defence } of p.teams.values()) {
    loss += (OPTIONS.ridge * (attack + defence) ** 2 + OPTIONS.opennessRidge * (attack - defence) ** 2) / 4;
  }
  return Number.isFinite(loss) ? loss : Infinity;
}

/** Gradient descent on finite differences with a backtracking step, until ten steps together gain less than 0.005. */
function naiveFit(matches: readonly MatchObservation[]): { params: NaiveParams; steps: number } {
  const asOfDay = matches.at(-1)!.day + 1;
  const names = [...new Set(matches.flatMap((match) => [String(match.home), String(match.away)]))];
  const unpack = (x: readonly number[]): NaiveParams => ({
    intercept: x[0],
    homeAdvantage: x[1],
    rho: x[2],
    teams: new Map(names.map((name, i) => [name, { attack: x[3 + 2 * i], defence: x[4 + 2 * i] }])),
  });
  const loss = (x: readonly number[]): number => naiveLoss(matches, asOfDay, unpack(x));
  let x = [0.1, 0.3, 0, ...names.flatMap(() => [0, 0])];
  let value = loss(x);
  let rate = 1e-3;
  let mark = value;
  let steps = 0;
  for (; steps < 2000; steps++) {
    const gradient = x.map((_, i) => (loss(x.map((v, k) => (k === i ? v + 1e-6 : v))) - value) / 1e-6);
    let next = x.map((v, i) => v - rate * gradient[i]);
    while (loss(next) > value && rate > 1e-12) {
      rate /= 2;
      next = x.map((v, i) => v - rate * gradient[i]);
    }
    x = next;
    value = loss(x);
    rate *= 1.3;
    if (steps % 10 === 9) {
      if (mark - value < 0.005) break;
      mark = value;
    }
  }
  return { params: unpack(x), steps };
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

const naivePoisson = (k: number, mean: number): number => (Math.exp(-mean) * mean ** k) / factorial(k);

/** Probability of one score from the formula, powers and factorials included. */
function naiveScore(home: number, away: number, lambda: number, mu: number, rho: number): number {
  let tau = 1;
  if (home === 0 && away === 0) tau = 1 - lambda * mu * rho;
  if (home === 0 && away === 1) tau = 1 + lambda * rho;
  if (home === 1 && away === 0) tau = 1 + mu * rho;
  if (home === 1 && away === 1) tau = 1 - rho;
  return tau * naivePoisson(home, lambda) * naivePoisson(away, mu);
}

/** Each market sums the scores that belong to it, from the formula. */
function naiveMarkets(lambda: number, mu: number, rho: number): number[] {
  const sum = (belongs: (h: number, a: number) => boolean): number => {
    let total = 0;
    for (let h = 0; h <= 13; h++)
      for (let a = 0; a <= 13; a++) if (belongs(h, a)) total += naiveScore(h, a, lambda, mu, rho);
    return total;
  };
  const scores: number[] = [];
  for (let h = 0; h <= 13; h++) for (let a = 0; a <= 13; a++) scores.push(naiveScore(h, a, lambda, mu, rho));
  return [
    sum((h, a) => h > a),
    sum((h, a) => h === a),
    sum((h, a) => h < a),
    sum((h, a) => h >= a),
    sum((h, a) => h + a > 2.5),
    sum((h, a) => h > 0 && a > 0),
    scores.toSorted((p, q) => q - p)[0],
  ];
}

function markets(home: number, away: number, rho: number): number[] {
  const book = MarketBook.of({ kind: 'dixon-coles', home, away, rho });
  const winner = book.matchWinner();
  return [
    winner.home,
    winner.draw,
    winner.away,
    book.doubleChance().homeOrDraw,
    book.overUnder(2.5).over,
    book.bothTeamsToScore().yes,
    book.correctScore(1).scores[0].probability,
  ];
}

/** Median time of one call in microseconds, over `rounds` rounds of `calls` calls. */
function median(rounds: number, calls: number, work: (call: number) => void): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    for (let call = 0; call < calls; call++) work(call);
    return ((performance.now() - start) * 1000) / calls;
  }).toSorted((a, b) => a - b);
  return times[Math.floor(rounds / 2)];
}

function show(microseconds: number): string {
  if (microseconds < 1000) return `${microseconds.toFixed(2)} us`;
  return microseconds < 1e6 ? `${(microseconds / 1000).toFixed(3)} ms` : `${(microseconds / 1e6).toFixed(2)} s`;
}

/** Largest relative difference of a goal expectation between the two fits. */
function disagreement(fitted: DixonColesParams, naive: NaiveParams): number {
  let largest = 0;
  for (const [home, h] of naive.teams) {
    for (const [away, a] of naive.teams) {
      const distribution = dixonColes.predict(fitted, { home, away });
      if (home === away || distribution.kind !== 'dixon-coles') continue;
      const expected = Math.exp(naive.intercept + naive.homeAdvantage + h.attack - a.defence);
      largest = Math.max(largest, Math.abs(distribution.home / expected - 1));
    }
  }
  return largest;
}

const table: Record<string, string>[] = [];
const report = (what: string, ours: number, naive: number, agreement: string): void => {
  table.push({ what, ours: show(ours), naive: show(naive), ratio: `${(naive / ours).toFixed(0)}x`, agreement });
};

let sink = 0;
const ourMarkets = (call: number): void => void (sink += markets(1.2 + call / 200, 1.1 + call / 300, -0.05)[0]);
const naiveOnes = (call: number): void => void (sink += naiveMarkets(1.2 + call / 200, 1.1 + call / 300, -0.05)[0]);
median(50, 200, ourMarkets);
median(5, 200, naiveOnes);
const exact = naiveMarkets(1.6, 1.2, -0.05);
const error = Math.max(...markets(1.6, 1.2, -0.05).map((p, i) => Math.abs(p - exact[i])));
const five = 'five markets of one fixture';
report(
  five,
  median(301, 200, ourMarkets),
  median(31, 200, naiveOnes),
  `probabilities within ${error.toExponential(0)}`,
);

for (const seasons of [1, 10]) {
  const matches = simulateLeague(seasons);
  const observations = toObservations(matches);
  const fit = (): DixonColesParams => dixonColes.fit(observations, {}, OPTIONS);
  for (let i = 0; i < 200; i++) fit();
  const ours = median(101, 5, fit);
  let naive = { params: {} as NaiveParams, steps: 0 };
  const naiveTime = median(seasons === 1 ? 3 : 1, 1, () => (naive = naiveFit(matches)));
  const fitted = fit();
  const what = `fit ${matches.length} matches, ${fitted.teams.length} teams`;
  const gap = (100 * disagreement(fitted, naive.params)).toFixed(2);
  report(what, ours, naiveTime, `rates within ${gap} %, ${fitted.fit.iterations} against ${naive.steps} steps`);
}

console.log(`${cpus()[0].model}, Node ${process.version}; medians`);
console.table(table);
if (!Number.isFinite(sink)) process.exitCode = 1;
