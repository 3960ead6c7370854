import { describe, expect, it } from 'vitest';
import { METRICS } from '#core/soccer/analysis/metric.js';
import { rateConsistency, stabilityScore } from '#core/soccer/analysis/consistency.js';
import type { MetricSummary, OverUnderMarket, RefereeRecord, TeamStatistics } from '#modules/analysis/index.js';
import { CLASSIFICACOES, METRIC_WORDS } from './analise.words.js';
import { arbitroView } from './contexto.view.js';
import { metricaView, timeComEstatisticasView } from './estatisticas.view.js';
import { overUnderView } from './over-under.view.js';
import { previsaoView } from './previsoes.view.js';
import { competicaoView } from './competicoes.view.js';
import { escudoView } from './escudo.view.js';

const summary = (cv: number): MetricSummary => ({
  mean: 5.876,
  cv,
  rating: rateConsistency(cv),
  stability: stabilityScore(cv),
  observations: 10,
});

describe('a metric', () => {
  it.each([
    [0, 'Muito Estável'],
    [0.1499, 'Muito Estável'],
    [0.15, 'Estável'],
    [0.2999, 'Estável'],
    [0.3, 'Moderado'],
    [0.4999, 'Moderado'],
    [0.5, 'Instável'],
    [0.7499, 'Instável'],
    [0.75, 'Muito Instável'],
    [3, 'Muito Instável'],
  ])('behaviour 1: cv %d is %s', (cv, classificacao) => {
    expect(metricaView(summary(cv)).classificacao).toBe(classificacao);
  });

  it.each([
    [0.32, 'Moderado'],
    [0.28, 'Estável'],
    [0.41, 'Moderado'],
    [0.65, 'Instável'],
    [0.25, 'Estável'],
    [0.3, 'Moderado'],
    [0.55, 'Instável'],
    [0.45, 'Moderado'],
    [0.52, 'Instável'],
    [0.62, 'Instável'],
  ])('every example of the document is on this one scale: %d is %s', (cv, classificacao) => {
    expect(metricaView(summary(cv)).classificacao).toBe(classificacao);
  });

  it('behaviours 2, 4 and 6: one scale for all metrics', () => {
    const metrics = Object.fromEntries(
      METRICS.map((metric) => [metric, { for: summary(0.5), against: summary(0.5) }]),
    ) as TeamStatistics['metrics'];
    const team = { id: 1, publicId: 't', name: 'T', code: 'TTT', badgeUrl: null };
    const { estatisticas } = timeComEstatisticasView({ team, sampleSize: 5, metrics, recentForm: [], sample: [] });
    const { cartoes_amarelos, faltas, ...pairs } = estatisticas;
    const all = [
      cartoes_amarelos,
      faltas,
      ...Object.values(pairs).flatMap(({ feitos, sofridos }) => [feitos, sofridos]),
    ];
    expect(all).toHaveLength(10);
    expect(new Set(all.map(({ classificacao }) => classificacao))).toEqual(new Set(['Instável']));
  });

  it.each([
    [0, 100],
    [0.375, 50],
    [0.75, 0],
    [2, 0],
  ])('behaviour 5: estabilidade at cv %d is %d', (cv, estabilidade) => {
    expect(metricaView(summary(cv)).estabilidade).toBe(estabilidade);
  });

  it('is printed with two decimals', () => {
    expect(metricaView(summary(0.3249))).toMatchObject({ media: 5.88, cv: 0.32 });
  });

  it('behaviours 7 and 8: without a variation it is N/A', () => {
    const undefinedCv = { mean: 0, cv: null, rating: null, stability: 0, observations: 5 };
    expect(metricaView(undefinedCv)).toEqual({ media: 0, cv: 1, classificacao: 'N/A', estabilidade: 0 });
    expect(CLASSIFICACOES).toContain('N/A');
  });
});

describe('expected counts', () => {
  it('A8: the printed parts make the printed total', () => {
    const expectation = (value: number) => ({ value, confidence: 0.69996, level: 'medium' as const });
    const { home, away, total } = previsaoView({
      home: expectation(1.25),
      away: expectation(1.25),
      total: expectation(2.5),
    });
    expect([home.valor, away.valor, total.valor]).toEqual([1.3, 1.2, 2.5]);
    expect(total).toMatchObject({ confianca: 0.699, confiancaLabel: 'Média' });
  });
});

describe('a market', () => {
  const market: OverUnderMarket = {
    metric: 'goals',
    distribution: 'dixon-coles',
    dispersion: 0,
    mean: 2.7,
    homeMean: 1.8,
    awayMean: 0.9,
    intervalLevel: 0.9,
    meanInterval: { lower: 1.2345, upper: 4.2345 },
    countInterval: { lower: 0, upper: 6 },
    lines: [{ line: 2.5, over: 0.50643, under: 0.49357, lower: 0.4381, upper: 0.5781, uncertainty: 0.07 }],
    confidence: 0.72,
    level: 'high',
  };

  it('has the documented keys in the documented order', () => {
    expect(overUnderView(market, METRIC_WORDS.gols)).toEqual({
      label: 'Gols',
      icon: 'goal',
      lambda: 2.7,
      lambdaHome: 1.8,
      lambdaAway: 0.9,
      predMin: 1.2,
      predMax: 4.2,
      intervalLevel: 0.9,
      distribution: 'poisson',
      lines: [{ line: 2.5, over: 0.506, under: 0.494, ci_lower: 0.438, ci_upper: 0.578, uncertainty: 0.07 }],
      confidence: 0.72,
      confidenceLabel: 'Alta',
    });
  });

  it.each([
    ['poisson', 'poisson'],
    ['negative-binomial', 'negbin'],
  ] as const)('calls %s %s', (distribution, word) => {
    expect(overUnderView({ ...market, distribution }, METRIC_WORDS.faltas).distribution).toBe(word);
  });
});

describe('a competition', () => {
  const tournament = { id: 1, publicId: 'x', competitionTitle: null, seasonYear: 2025, kind: 'league' as const };
  it.each([
    ['Premier League', 'England', true, 'Premier League 2025/26', 'Inglaterra'],
    ['Brasileirão', 'Brazil', false, 'Brasileirão 2025', 'Brasil'],
    ['La Liga 2025/26', 'Spain', true, 'La Liga 2025/26', 'Espanha'],
    ['Premiership', 'Scotland', null, 'Premiership 2025/26', 'Escócia'],
    ['Süper Lig', 'Turkey', true, 'Süper Lig 2025/26', 'Turquia'],
    ['Champions League', null, true, 'Champions League 2025/26', 'Internacional'],
    ['Liga', 'Atlantis', true, 'Liga 2025/26', 'Atlantis'],
  ])('%s of %s', (title, country, spansTwoYears, nome, pais) => {
    expect(competicaoView({ ...tournament, title, country, spansTwoYears })).toEqual({
      id: 'x',
      nome,
      pais,
      tipo: 'Liga',
    });
  });

  it('the turn of the century', () => {
    const season = { ...tournament, title: 'Liga', country: null, spansTwoYears: true, seasonYear: 1999 };
    expect(competicaoView({ ...season, kind: 'cup' })).toMatchObject({ nome: 'Liga 1999/00', tipo: 'Copa' });
  });
});

describe('a badge', () => {
  it.each([
    ['https://www.thesportsdb.com/images/x.png', 'TheSportsDB'],
    ['https://r2.thesportsdb.com/images/x.png', 'TheSportsDB'],
    ['https://notthesportsdb.com/x.png', 'Cadastro'],
    ['/static/uploads/x.png', 'Cadastro'],
  ])('%s is from %s', (url, fonte) => {
    expect(escudoView('asked', 'Arsenal', url)).toEqual({
      team_id: 'asked',
      team_name: 'Arsenal',
      escudo_url: url,
      fonte,
    });
  });
});

describe('a referee', () => {
  it('without an earlier match shows 0 of 0', () => {
    const unknown: RefereeRecord = {
      name: 'A Taylor',
      matches: 0,
      seasonMatches: 0,
      meanYellowCards: null,
      seasonMeanYellowCards: null,
      meanFouls: null,
    };
    expect(arbitroView(unknown)).toEqual({
      id: 'a-taylor',
      nome: 'A Taylor',
      partidas: 0,
      partidas_temporada: 0,
      media_cartoes_amarelos: 0,
      media_cartoes_temporada: 0,
      media_faltas: null,
    });
  });
});
