import type { OverUnderLine, OverUnderMarket } from '#modules/analysis/index.js';
import { round, roundDown, roundParts } from './analise.rounding.js';
import { CONFIDENCE_WORDS, DISTRIBUTION_WORDS } from './analise.words.js';
import type { OverUnderLinha, OverUnderMetrica } from './over-under.schema.js';
import { CONFIDENCE_DECIMALS, COUNT_DECIMALS } from './previsoes.view.js';

const CHANCE_DECIMALS = 3;

function linhaView({ line, over, lower, upper, uncertainty }: OverUnderLine): OverUnderLinha {
  const printedOver = round(over, CHANCE_DECIMALS);
  return {
    line,
    over: printedOver,
    // Both printed chances make 1.
    under: round(1 - printedOver, CHANCE_DECIMALS),
    ci_lower: round(lower, CHANCE_DECIMALS),
    ci_upper: round(upper, CHANCE_DECIMALS),
    uncertainty: round(uncertainty, CHANCE_DECIMALS),
  };
}

export function overUnderView(market: OverUnderMarket, words: { label: string; icon: string }): OverUnderMetrica {
  const printed = roundParts(market.homeMean, market.awayMean, COUNT_DECIMALS);
  return {
    label: words.label,
    icon: words.icon,
    lambda: printed.total,
    lambdaHome: printed.home,
    lambdaAway: printed.away,
    predMin: round(market.meanInterval.lower, COUNT_DECIMALS),
    predMax: round(market.meanInterval.upper, COUNT_DECIMALS),
    intervalLevel: market.intervalLevel,
    distribution: DISTRIBUTION_WORDS[market.distribution],
    lines: market.lines.map(linhaView),
    confidence: roundDown(market.confidence, CONFIDENCE_DECIMALS),
    confidenceLabel: CONFIDENCE_WORDS[market.level],
  };
}
