import type { Expectation, ExpectedCounts } from '#modules/analysis/index.js';
import { roundDown, roundParts } from './analise.rounding.js';
import { CONFIDENCE_WORDS } from './analise.words.js';
import type { Previsao, PrevisaoMetrica } from './previsoes.schema.js';

/** Decimals of expected counts. */
export const COUNT_DECIMALS = 1;
export const CONFIDENCE_DECIMALS = 3;

const previsao = (valor: number, { confidence, level }: Expectation): Previsao => ({
  valor,
  confianca: roundDown(confidence, CONFIDENCE_DECIMALS),
  confiancaLabel: CONFIDENCE_WORDS[level],
});

export function previsaoView({ home, away, total }: ExpectedCounts): PrevisaoMetrica {
  const printed = roundParts(home.value, away.value, COUNT_DECIMALS);
  return {
    home: previsao(printed.home, home),
    away: previsao(printed.away, away),
    total: previsao(printed.total, total),
  };
}
