import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scoreMatrix } from '#core/models/score-distribution.js';
import { fillTotalPmf } from '#core/soccer/analysis/over-under.js';
import { poissonSurvival } from '#core/stats/poisson.js';
import type { StatsAnalysisResponse } from '../../../src/dialects/analise/analise.schema.js';
import type { OverUnderMetrica } from '../../../src/dialects/analise/over-under.schema.js';
import type { PrevisaoMetrica } from '../../../src/dialects/analise/previsoes.schema.js';
import { AnalysisService } from '../../../src/modules/analysis/index.js';
import type { AnaliseApp } from './boot.js';
import { bootDocumented, MATCH } from './documented.js';
import { before, createWorld, type PlayedMatch } from './world.js';

/** Expected values and over/under chances, of the documented match in every documented way. */
let test: AnaliseApp;
const answers: StatsAnalysisResponse[] = [];
const QUERIES = ['', '?filtro=5', '?filtro=10&periodo=1T', '?periodo=2T&home_mando=casa&away_mando=fora'];

beforeAll(async () => {
  test = await bootDocumented();
  for (const query of QUERIES) answers.push(await test.json(`/api/partida/${MATCH}/analysis${query}`));
});
afterAll(() => test.close());

const markets = () => answers.flatMap(({ over_under }) => Object.values<OverUnderMetrica>({ ...over_under }));
const lines = () => markets().flatMap(({ lines }) => lines);
const forecasts = () => answers.flatMap(({ previsoes }) => Object.values<PrevisaoMetrica>({ ...previsoes }));

const tenths = (value: number): number => Math.round(value * 10);

describe('expected values', () => {
  it('home + away = total as printed, one decimal, in previsoes and over_under alike', () => {
    for (const { previsoes, over_under } of answers) {
      for (const [name, { home, away, total }] of Object.entries(previsoes)) {
        expect(tenths(home.valor) + tenths(away.valor), name).toBe(tenths(total.valor));
        expect(total.valor * 10).toBeCloseTo(tenths(total.valor), 9);
        const market = over_under[name as keyof typeof over_under];
        expect([market.lambdaHome, market.lambdaAway, market.lambda]).toEqual([home.valor, away.valor, total.valor]);
      }
    }
  });

  it('behaviour 37: confianca is 0 to 1 with at most three decimals, and its label is that of the printed number', () => {
    for (const { confianca, confiancaLabel } of forecasts().flatMap(({ home, away, total }) => [home, away, total])) {
      expect(confianca).toBeGreaterThanOrEqual(0);
      expect(confianca).toBeLessThanOrEqual(1);
      expect(String(confianca)).toMatch(/^0(\.\d{1,3})?$|^1$/);
      expect(confiancaLabel).toBe(confianca >= 0.7 ? 'Alta' : confianca >= 0.5 ? 'Média' : 'Baixa');
    }
  });

  it('the confidence of a market is that of its total', () => {
    for (const { previsoes, over_under } of answers) {
      for (const [name, market] of Object.entries(over_under)) {
        const { confianca, confiancaLabel } = previsoes[name as keyof typeof previsoes].total;
        expect([market.confidence, market.confidenceLabel]).toEqual([confianca, confiancaLabel]);
      }
    }
  });

  it('behaviour 28: playing at home counts once, with and without venues in the sample', async () => {
    const world = await createWorld(test.database, 2018);
    const kickoff = '2019-03-01T15:00:00Z';
    const clubs = ['Ash', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir'];
    const counts = { home: { full: { corners: 8 } }, away: { full: { corners: 4 } } };
    let days = 200;
    for (const home of clubs) {
      for (const away of clubs.filter((club) => club !== home)) {
        for (const _meeting of [1, 2]) {
          await world.match({ home, away, at: before(kickoff, days--), score: [2, 1], counts });
        }
      }
    }
    const id = await world.match({ home: 'Ash', away: 'Birch', at: kickoff });
    const venues = ['', '?home_mando=casa&away_mando=fora', '?home_mando=fora&away_mando=casa', '?home_mando=casa'];
    const forecasts = await Promise.all(
      venues.map((query) => test.json<StatsAnalysisResponse>(`/api/partida/${id}/analysis${query}`)),
    );
    for (const { previsoes } of forecasts) {
      const { home, away } = previsoes.escanteios;
      expect(Math.abs(home.valor - 8)).toBeLessThan(0.5);
      expect(Math.abs(away.valor - 4)).toBeLessThan(0.5);
    }
  });

  it('a half expects less than the whole', () => {
    const [whole, , first] = answers;
    for (const name of ['gols', 'escanteios', 'finalizacoes', 'faltas'] as const) {
      expect(first.previsoes[name].total.valor).toBeLessThan(whole.previsoes[name].total.valor * 0.75);
    }
  });
});

describe('over/under', () => {
  it('behaviour 34: 0 <= predMin <= lambda <= predMax at level 0.9', () => {
    for (const { predMin, lambda, predMax, intervalLevel } of markets()) {
      expect([0, predMin, lambda, predMax]).toEqual([0, predMin, lambda, predMax].toSorted((a, b) => a - b));
      expect(intervalLevel).toBe(0.9);
    }
  });

  it('behaviour 38: over + under = 1, and over falls from line to line', () => {
    for (const { over, under } of lines()) expect(Math.round((over + under) * 1_000)).toBe(1_000);
    for (const { lines } of markets()) {
      expect(lines.map(({ over }) => over)).toEqual(lines.map(({ over }) => over).toSorted((a, b) => b - a));
      expect(new Set(lines.map(({ over }) => over)).size).toBe(lines.length);
    }
  });

  it('behaviour 42: three to five different half-integer lines, ascending, none of them certain', () => {
    for (const { lines } of markets()) {
      expect(lines.length).toBeGreaterThanOrEqual(3);
      expect(lines.length).toBeLessThanOrEqual(5);
      const values = lines.map(({ line }) => line);
      expect(values).toEqual([...new Set(values)].toSorted((a, b) => a - b));
      for (const { line, over } of lines) {
        expect(Math.abs(line % 1)).toBe(0.5);
        expect(over).toBeGreaterThan(0);
        expect(over).toBeLessThan(1);
      }
    }
  });

  it('uncertainty is half the width of the interval, which holds the chance', () => {
    for (const { over, ci_lower, ci_upper, uncertainty } of lines()) {
      expect(ci_lower).toBeLessThanOrEqual(over);
      expect(over).toBeLessThanOrEqual(ci_upper);
      expect(Math.abs(uncertainty - (ci_upper - ci_lower) / 2)).toBeLessThanOrEqual(0.001 + 1e-9);
    }
  });

  it('behaviour 39: the same request gives the same numbers, computed anew', async () => {
    for (const [index, query] of QUERIES.entries()) {
      const join = query ? '&' : '?';
      const { debug_amostra, ...again } = await test.json<StatsAnalysisResponse>(
        `/api/partida/${MATCH}/analysis${query}${join}debug=1`,
      );
      expect(debug_amostra).toBeDefined();
      expect(again).toEqual(answers[index]);
    }
  });

  it('behaviour 40: no over-dispersion is Poisson, and the contract knows two names', async () => {
    const { overUnder } = await test.app
      .get(AnalysisService)
      .analyse(MATCH, { limit: 50, period: 'full', homeVenue: null, awayVenue: null });
    const [{ over_under }] = answers;
    const isPoisson = (market: { dispersion: number }) => market.dispersion <= 0;
    expect([over_under.gols.distribution, over_under.cartoes_amarelos.distribution]).toEqual([
      'poisson',
      isPoisson(overUnder.yellowCards) ? 'poisson' : 'negbin',
    ]);
    expect(over_under.finalizacoes.distribution).toBe(isPoisson(overUnder.shots) ? 'poisson' : 'negbin');
  });

  it('behaviour 41: the scores behind the goals are a distribution, whatever the rates and the dependence', () => {
    const rate = fc.double({ min: 0.05, max: 5, noNaN: true });
    const dependence = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(rate, rate, dependence, (home, away, rho) => {
        const { cells } = scoreMatrix({ kind: 'dixon-coles', home, away, rho });
        expect(cells.reduce((sum, cell) => sum + cell, 0)).toBeCloseTo(1, 9);
        const total = new Float64Array(60);
        fillTotalPmf({ kind: 'dixon-coles', rho, homeShare: home / (home + away) }, home + away, total);
        expect(total.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1, 9);
        for (const mass of [...cells, ...total]) expect(mass).toBeGreaterThanOrEqual(-1e-15);
      }),
    );
  });

  it('behaviour 41: the dependence moves chances below 2.5 goals and leaves those above as they are', async () => {
    const { overUnder } = await test.app
      .get(AnalysisService)
      .analyse(MATCH, { limit: 50, period: 'full', homeVenue: null, awayVenue: null });
    const { lines, mean, distribution } = overUnder.goals;
    expect(distribution).toBe('dixon-coles');
    const difference = (at: number) => {
      const { over } = lines.find(({ line }) => line === at)!;
      return Math.abs(over - poissonSurvival(Math.floor(at), mean));
    };
    // What is left is what the mean is not known for.
    expect(difference(2.5)).toBeLessThan(0.01);
    expect(difference(3.5)).toBeLessThan(0.01);
  });

  it('behaviour 35: the interval is narrower with more matches behind it', async () => {
    const world = await createWorld(test.database, 2023);
    const kickoff = '2024-02-10T15:00:00Z';
    const result = (n: number): Pick<PlayedMatch, 'score' | 'counts'> => ({
      score: [n % 3, (n + 1) % 2],
      counts: { home: { full: { shots: 11 + (n % 5) } }, away: { full: { shots: 9 + (n % 4) } } },
    });
    for (let n = 1; n <= 12; n++) {
      await world.match({ home: 'Known', away: `X ${n}`, at: before(kickoff, 7 * n), ...result(n) });
      await world.match({ home: `Y ${n}`, away: 'Familiar', at: before(kickoff, 7 * n), ...result(n) });
    }
    const known = await world.match({ home: 'Known', away: 'Familiar', at: kickoff });
    const strangers = await world.match({ home: 'Stranger', away: 'Unknown', at: kickoff });
    // Of goals there are so few that one decimal hides the difference.
    const width = async (id: string) => {
      const { over_under } = await test.json<StatsAnalysisResponse>(`/api/partida/${id}/analysis`);
      const { predMax, predMin, lambda } = over_under.finalizacoes;
      return (predMax - predMin) / lambda;
    };
    expect(await width(known)).toBeLessThan(await width(strangers));
  });
});
