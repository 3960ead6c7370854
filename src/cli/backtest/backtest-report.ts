import { writeFileSync } from 'node:fs';
import { DIXON_COLES_DEFAULTS, DIXON_COLES_PLAIN } from '#core/models/dixon-coles.js';
import { type Metric, type ModelSummary, onCommonMatches, type Scorecard, type Where } from '#core/models/scorecard.js';
import type { ReliabilityBin } from '#core/stats/calibration.js';
import type { PairedDifference } from '#core/stats/paired-difference.js';
import { columnsOf, count, formatTable, score } from '../table.js';
import type { BacktestData } from './backtest-data.js';
import type { BacktestOrder } from './backtest-order.js';
import { REFERENCE } from './backtest-run.js';

/** One competitor on one group of matches. */
interface Line extends ModelSummary {
  /** Its losses less those of the reference on the same matches; negative is better. */
  againstReference: Record<Metric, PairedDifference>;
}

/** Scores by league code, and of all leagues together under `ALL`. */
type Table = Record<string, Line[]>;

/** Everything a backtest has found; plain JSON once NaN has become null. */
export interface BacktestReport {
  protocol: { kind: 'walk-forward'; refit: readonly string[]; devig: string };
  seasons: { from: number; to: number };
  leagues: Record<string, string>;
  data: { files: number; matches: number; rejectedRows: number };
  options: Record<string, object>;
  reference: string;
  /** Every match a competitor spoke about. */
  allMatches: Table;
  /** Only matches all competitors spoke about, on which they can be ranked. */
  commonMatches: Table;
  bySeason: Record<string, Table>;
  reliability: Record<string, Record<'home' | 'draw' | 'away', ReliabilityBin[]>>;
}

const METRICS: readonly Metric[] = ['rps', 'logLoss', 'brier'];
const ALL = 'ALL';

/** Works out every table. */
export function reportOf(card: Scorecard, data: BacktestData, order: BacktestOrder): BacktestReport {
  const played = card.competitions().toSorted();
  const seasons = [...new Set(data.matches.map(({ season }) => season))].filter((season) => season >= order.from);
  const table = (where: Where): Table =>
    Object.fromEntries([
      ...played.map((code) => [code, lines(card, (row) => row.match.competition === code && where(row))]),
      [ALL, lines(card, where)],
    ]);
  return {
    protocol: { kind: 'walk-forward', refit: ['Tuesday', 'Friday'], devig: order.devig },
    seasons: { from: Math.min(...seasons), to: Math.max(...seasons) },
    leagues: Object.fromEntries(played.map((code) => [code, data.leagues.get(code) ?? code])),
    data: { files: data.files, matches: data.matches.length, rejectedRows: data.rejected },
    options: { [REFERENCE]: DIXON_COLES_DEFAULTS, 'dixon-coles-plain': DIXON_COLES_PLAIN },
    reference: REFERENCE,
    allMatches: table(() => true),
    commonMatches: table(onCommonMatches),
    bySeason: Object.fromEntries(seasons.map((season) => [season, table((row) => row.match.season === season)])),
    reliability: Object.fromEntries(
      card.ids.map((id) => [
        id,
        {
          home: card.reliability(id, 'home'),
          draw: card.reliability(id, 'draw'),
          away: card.reliability(id, 'away'),
        },
      ]),
    ),
  };
}

function lines(card: Scorecard, where: Where): Line[] {
  return card.summarise(where).map((summary) => {
    const compare = (metric: Metric) => [metric, card.compare(summary.id, REFERENCE, metric, where)] as const;
    return { ...summary, againstReference: Object.fromEntries(METRICS.map(compare)) as Line['againstReference'] };
  });
}

/** Writes the report to the file that was asked for, if one was. */
export function writeJson({ json }: BacktestOrder, report: object): void {
  if (json === null) return;
  writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(`Written to ${json}\n`);
}

/** The report as text for a terminal. */
export function printReport(report: BacktestReport): string {
  const { seasons, data, leagues, allMatches, commonMatches } = report;
  const names = Object.entries(leagues).map(([code, title]) => `${code} ${title}`);
  const parts = [
    `Walk-forward forecasts of the seasons ${seasons.from}/${(seasons.from + 1) % 100} to ${seasons.to}/${(seasons.to + 1) % 100}: ${names.join(', ')}`,
    `${count(data.matches)} matches in ${count(data.files)} files, ${count(data.rejectedRows)} rows rejected. Fitted every Tuesday and Friday.`,
    'Smaller is better but for accuracy; ECE is the mean over home, draw and away. Differences are to dixon-coles on the',
    'same matches, with their standard error.',
    '',
    'All matches',
    printTable(allMatches),
  ];
  if (commonMatches[ALL].every(({ matches }) => matches === 0)) parts.push('No match has closing odds.');
  else parts.push('Matches with closing odds', printTable(commonMatches));
  return `${parts.join('\n')}\n`;
}

function printTable(table: Table): string {
  const columns = columnsOf(
    'league',
    'forecaster',
    'matches>',
    'RPS>',
    'LL>',
    'Brier>',
    'acc>',
    'ECE>',
    'O/U 2.5>',
    'BTTS>',
    'score>',
    'RPS diff>',
    'SE>',
  );
  const rows = Object.entries(table).flatMap(([league, summaries]) =>
    summaries.filter(({ matches }) => matches > 0).map((line) => [league, ...cellsOf(line)]),
  );
  return formatTable(columns, rows);
}

function cellsOf({ id, matches, calibrationError, againstReference, ...line }: Line): string[] {
  const { home, draw, away } = calibrationError;
  const { mean, standardError } = againstReference.rps;
  const itself = id === REFERENCE;
  return [
    id,
    count(matches),
    score(line.rps),
    score(line.logLoss),
    score(line.brier),
    score(line.accuracy),
    score((home + draw + away) / 3),
    score(line.overUnder25),
    score(line.bothTeamsToScore),
    score(line.correctScore),
    itself ? '' : score(mean, true),
    itself ? '' : score(standardError),
  ];
}
