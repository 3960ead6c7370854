import type { MatchAnalysis, MetricSummary } from '#modules/analysis/index.js';

type Metric = keyof MatchAnalysis['expected'];

/** The contract's name of each metric, and how its over/under market is presented. */
export const METRIC_WORDS = {
  gols: { metric: 'goals', label: 'Gols', icon: 'goal' },
  escanteios: { metric: 'corners', label: 'Escanteios', icon: 'corner' },
  finalizacoes: { metric: 'shots', label: 'Chutes', icon: 'shot' },
  finalizacoes_gol: { metric: 'shotsOnTarget', label: 'Chutes ao Gol', icon: 'target' },
  cartoes_amarelos: { metric: 'yellowCards', label: 'Cartões', icon: 'card' },
  faltas: { metric: 'fouls', label: 'Faltas', icon: 'foul' },
} as const satisfies Record<string, { metric: Metric; label: string; icon: string }>;

export type Metrica = keyof typeof METRIC_WORDS;

/** One value for each metric, under the contract's names. */
export function perMetrica<T>(make: (words: (typeof METRIC_WORDS)[Metrica]) => T): Record<Metrica, T> {
  return Object.fromEntries(Object.entries(METRIC_WORDS).map(([name, words]) => [name, make(words)])) as Record<
    Metrica,
    T
  >;
}

export const CLASSIFICACOES = ['Muito Estável', 'Estável', 'Moderado', 'Instável', 'Muito Instável', 'N/A'] as const;
export type Classificacao = (typeof CLASSIFICACOES)[number];

export const RATING_WORDS: Record<NonNullable<MetricSummary['rating']>, Classificacao> = {
  'very-stable': 'Muito Estável',
  stable: 'Estável',
  moderate: 'Moderado',
  unstable: 'Instável',
  'very-unstable': 'Muito Instável',
};

export const CONFIANCAS = ['Alta', 'Média', 'Baixa'] as const;
export type ConfiancaLabel = (typeof CONFIANCAS)[number];

export const CONFIDENCE_WORDS = { high: 'Alta', medium: 'Média', low: 'Baixa' } as const;

/** The document counts Dixon-Coles goals among the Poisson markets. */
export const DISTRIBUTION_WORDS = {
  'dixon-coles': 'poisson',
  poisson: 'poisson',
  // The contract has no word for counts that vary less than a Poisson.
  binomial: 'poisson',
  'negative-binomial': 'negbin',
} as const;

/** The opponents' strength is what this contract's clients know as the adjustment by the table. */
export const ADJUSTMENT_WORDS = {
  'full-time-fallback': 'periodo_fallback_integral',
  'season-totals': 'seasonstats_fallback',
  'stale-data': 'dados_desatualizados',
  'reduced-sample': 'amostra_reduzida',
  opponents: 'classificacao',
  referee: 'arbitro',
} as const satisfies Record<MatchAnalysis['context']['adjustments'][number], string>;

export const VENUE_WORDS = { home: 'casa', away: 'fora' } as const;
export const PERIOD_WORDS = { full: 'integral', first_half: '1T', second_half: '2T' } as const;
