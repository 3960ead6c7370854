import { ANALYSIS_ID, RATINGS_ID } from '#core/soccer/analysis/count-forecasters.js';
import type { CountMatch } from '#core/soccer/analysis/count-history.js';
import { type CountLoss, CountScorecard, type CountSummary } from '#core/soccer/analysis/count-scorecard.js';
import type { Metric } from '#core/soccer/analysis/metric.js';
import type { PairedDifference } from '#core/stats/paired-difference.js';
import { columnsOf, count, formatTable, score } from '../table.js';
import type { BacktestData } from './backtest-data.js';

/** Scorecards by count and code of the league. */
export type CountScorecards = Map<Metric, Map<string, CountScorecard>>;

const ALL = 'ALL';
const LOSSES: readonly CountLoss[] = ['side', 'total', 'overUnder'];

/** One forecaster on one count of one league. */
interface Line extends CountSummary {
  /** Its losses less those of the ratings on the same matches; negative is better. */
  againstRatings: Record<CountLoss, PairedDifference>;
}

/** Everything a backtest of the counts has found; plain JSON once NaN has become null. */
export interface CountsReport {
  protocol: { kind: 'walk-forward'; refit: string };
  seasons: { from: number; to: number };
  leagues: Record<string, string>;
  data: { files: number; matches: number; rejectedRows: number };
  reference: string;
  /** By count, and by league code or `ALL`: on the matches everybody spoke about. */
  counts: Record<string, Record<string, Line[]>>;
}

/** Works out every table. */
export function countsReport(cards: CountScorecards, data: BacktestData<CountMatch>, from: number): CountsReport {
  const seasons = data.matches.map(({ season }) => season).filter((season) => season >= from);
  const tables = (leagues: ReadonlyMap<string, CountScorecard>): Record<string, Line[]> => ({
    ...Object.fromEntries([...leagues].map(([league, card]) => [league, lines(card)])),
    [ALL]: lines(CountScorecard.together([...leagues.values()])),
  });
  const played = [...new Set(data.matches.map(({ competition }) => competition))].toSorted();
  return {
    protocol: { kind: 'walk-forward', refit: 'every match; ratings on Tuesday and Friday' },
    seasons: { from: seasons.reduce((a, b) => Math.min(a, b)), to: seasons.reduce((a, b) => Math.max(a, b)) },
    leagues: Object.fromEntries(played.map((code) => [code, data.leagues.get(code) ?? code])),
    data: { files: data.files, matches: data.matches.length, rejectedRows: data.rejected },
    reference: RATINGS_ID,
    counts: Object.fromEntries([...cards].map(([metric, leagues]) => [metric, tables(leagues)])),
  };
}

function lines(card: CountScorecard): Line[] {
  return card.summarise().map((summary) => ({
    ...summary,
    againstRatings: Object.fromEntries(
      LOSSES.map((loss) => [loss, card.compare(summary.id, RATINGS_ID, loss)]),
    ) as Line['againstRatings'],
  }));
}

const TITLES: Record<Metric, string> = {
  goals: 'goals',
  corners: 'corners',
  shots: 'shots',
  shotsOnTarget: 'on target',
  yellowCards: 'yellow cards',
  fouls: 'fouls',
};

/** The report as text for a terminal: all leagues together. */
export function printCountsReport({ seasons, data, leagues, counts }: CountsReport): string {
  const names = Object.entries(leagues).map(([code, title]) => `${code} ${title}`);
  const span = `${seasons.from}/${(seasons.from + 1) % 100} to ${seasons.to}/${(seasons.to + 1) % 100}`;
  return [
    `Walk-forward forecasts of counts in the seasons ${span}: ${names.join(', ')}`,
    `${count(data.matches)} matches in ${count(data.files)} files, ${count(data.rejectedRows)} rows rejected. Leagues by themselves: --leagues or --json.`,
    'NLL: mean negative log-likelihood, of a side and of both sides together. O/U: log loss at the half-integer that the last',
    'two years were most evenly over and under. Variance: that of the totals over what was forecast. Differences are to the',
    `negative binomial ratings on the same matches, with their standard error; smaller is better.`,
    '',
    formatTable(
      COLUMNS,
      Object.entries(counts).flatMap(([metric, tables]) => tables[ALL].map((line) => row(metric, line))),
    ),
    `Lines of the totals, as ${ANALYSIS_ID} and ${RATINGS_ID} see them; steps of 1, or of 2 above 15`,
    formatTable(
      LINE_COLUMNS,
      Object.entries(counts).flatMap(([metric, tables]) => lineRows(metric, tables[ALL])),
    ),
  ].join('\n');
}

const COLUMNS = columnsOf(
  'count',
  'forecaster',
  'matches>',
  'side NLL>',
  'diff>',
  'SE>',
  'total NLL>',
  'diff>',
  'SE>',
  'O/U>',
  'diff>',
  'SE>',
  'Brier>',
  'ECE>',
  'variance>',
);

function row(metric: string, { id, matches, side, total, varianceRatio, lines, againstRatings }: Line): string[] {
  const middle = lines.find(({ step }) => step === 0)!;
  const difference = (loss: CountLoss): string[] =>
    id === RATINGS_ID ? ['', ''] : [score(againstRatings[loss].mean, true), score(againstRatings[loss].standardError)];
  return [
    TITLES[metric as Metric],
    id,
    count(matches),
    score(side),
    ...difference('side'),
    score(total),
    ...difference('total'),
    score(middle.logLoss),
    ...difference('overUnder'),
    score(middle.brier),
    score(middle.calibrationError),
    varianceRatio.toFixed(3),
  ];
}

const LINE_COLUMNS = columnsOf(
  'count',
  'line',
  'matches>',
  'over>',
  'forecast>',
  'log loss>',
  'Brier>',
  'ECE>',
  'ratings>',
  'log loss>',
  'Brier>',
  'ECE>',
);

function lineRows(metric: string, table: readonly Line[]): string[][] {
  const [own, theirs] = [ANALYSIS_ID, RATINGS_ID].map((wanted) => table.find(({ id }) => id === wanted)!.lines);
  return own.map((line, place) => [
    TITLES[metric as Metric],
    line.step === 0 ? 'median' : `${line.step > 0 ? '+' : '-'}${Math.abs(line.step)}`,
    count(line.matches),
    score(line.observed),
    ...[line, theirs[place]].flatMap(({ forecast, logLoss, brier, calibrationError }) =>
      [forecast, logLoss, brier, calibrationError].map((value) => score(value)),
    ),
  ]);
}
