import type { ScorePair } from '#core/season/season-record.js';
import { type JsonRecord, list, optionalCount, optionalNumber, optionalRecord, record } from '../answers/json-value.js';
import type { UpstreamPeriod, UpstreamSide, UpstreamStatLine } from '../upstream.js';

type Count = 'corners' | 'shots' | 'shotsOnTarget' | 'yellowCards' | 'redCards' | 'fouls' | 'offsides' | 'saves';

/** Names of the counts in the played statistics and in a line-up. */
const COUNTS: readonly { count: Count; played: string; lineUp: readonly string[] }[] = [
  { count: 'corners', played: 'corners', lineUp: ['wonCorners'] },
  { count: 'shots', played: 'attempts', lineUp: ['totalScoringAtt'] },
  { count: 'shotsOnTarget', played: 'attemptsOnGoal', lineUp: ['ontargetScoringAtt'] },
  { count: 'yellowCards', played: 'yellowCards', lineUp: ['totalYellowCard'] },
  { count: 'redCards', played: 'redCards', lineUp: ['totalRedCard', 'secondYellow'] },
  { count: 'fouls', played: 'fouls', lineUp: ['fkFoulLost'] },
  { count: 'offsides', played: 'offsides', lineUp: ['totalOffside'] },
  { count: 'saves', played: 'saves', lineUp: ['saves'] },
];

const PERIODS: readonly UpstreamPeriod[] = ['full', 'first_half', 'second_half'];
const SIDES: readonly UpstreamSide[] = ['home', 'away'];
/** Where a period's number stands in a line-up statistic. */
const PERIOD_FIELDS = { full: 'value', first_half: 'fh', second_half: 'sh' } as const;

/** Goals by period; null where unknown. */
export interface GoalsByPeriod {
  full: ScorePair | null;
  first_half: ScorePair | null;
  second_half: ScorePair | null;
}

/**
 * Played statistics: each count is a list of home and away in the whole match, then in each half. A list that ends after
 * the whole match leaves the halves unknown.
 */
export function readPlayedStatistics(stats: unknown, goals: GoalsByPeriod): UpstreamStatLine[] {
  const counts = optionalRecord(stats, 'stats');
  const known = COUNTS.filter(({ played }) => Array.isArray(counts[played]) && counts[played].length >= 2);
  if (known.length === 0) return [];
  const hasHalves = known.some(({ played }) => (counts[played] as unknown[]).length >= 6);
  return linesOf(hasHalves || goals.first_half !== null, goals, (line, side, period) => {
    for (const { count, played } of known) {
      const index = 2 * PERIODS.indexOf(period) + SIDES.indexOf(side);
      line[count] = optionalCount((counts[played] as unknown[])[index], `stats.${played}[${index}]`);
    }
  });
}

/** A line-up's statistics with the side they belong to. */
export interface LineUp {
  side: UpstreamSide;
  stat: unknown;
}

/**
 * Line-up statistics: `value` of the whole match, `fh` and `sh` of the halves. A count that is 0 is left out, so an absent one
 * is 0 wherever the period is told apart at all.
 */
export function readLineUpStatistics(lineUps: readonly LineUp[], goals: GoalsByPeriod): UpstreamStatLine[] {
  const bySide = new Map<UpstreamSide, Map<string, JsonRecord>>();
  for (const { side, stat } of lineUps) {
    const rows = list(stat, `lineUp.${side}.stat`).map((row) => record(row, `lineUp.${side}.stat`));
    if (rows.length > 0) bySide.set(side, new Map(rows.map((row) => [String(row['type']), row])));
  }
  if (bySide.size < SIDES.length) return [];
  const all = [...bySide.values()].flatMap((stats) => [...stats.values()]);
  const hasHalves = all.some((row) => row['fh'] !== undefined || row['sh'] !== undefined);
  return linesOf(hasHalves || goals.first_half !== null, goals, (line, side, period) => {
    if (period !== 'full' && !hasHalves) return;
    const stats = bySide.get(side) ?? new Map<string, JsonRecord>();
    for (const { count, lineUp } of COUNTS) line[count] = readCount(stats, lineUp, period);
    const possession = stats.get('possessionPercentage')?.[PERIOD_FIELDS[period]];
    line.possession = optionalNumber(possession, 'stat.possessionPercentage');
    line.xg = optionalNumber(stats.get('expectedGoals')?.[PERIOD_FIELDS[period]], 'stat.expectedGoals');
    line.goals ??= readCount(stats, ['goals'], period);
  });
}

/** Of several names the highest count: a second yellow card may or may not be among the red ones. */
function readCount(
  stats: ReadonlyMap<string, JsonRecord>,
  names: readonly string[],
  period: UpstreamPeriod,
): number | null {
  const counts = names.flatMap((name) => {
    const row = stats.get(name);
    return row ? [readPeriod(row, period, `stat.${name}`)] : [];
  });
  if (counts.length === 0) return 0;
  return counts.includes(null) ? null : Math.max(...counts.map(Number));
}

/** A half that is left out is unknown, unless the other one has everything. */
function readPeriod(row: JsonRecord, period: UpstreamPeriod, where: string): number | null {
  const [full, first, second] = PERIODS.map((each) => optionalCount(row[PERIOD_FIELDS[each]], where));
  if (period === 'full') return full;
  const [own, other] = period === 'first_half' ? [first, second] : [second, first];
  return own ?? (full !== null && (full === 0 || full === other) ? 0 : null);
}

function linesOf(
  hasHalves: boolean,
  goals: GoalsByPeriod,
  fill: (line: UpstreamStatLine, side: UpstreamSide, period: UpstreamPeriod) => void,
): UpstreamStatLine[] {
  const lines: UpstreamStatLine[] = [];
  for (const period of hasHalves ? PERIODS : PERIODS.slice(0, 1)) {
    for (const side of SIDES) {
      const line = unknownLine(side, period);
      line.goals = goals[period]?.[side] ?? null;
      fill(line, side, period);
      lines.push(line);
    }
  }
  return lines;
}

function unknownLine(side: UpstreamSide, period: UpstreamPeriod): UpstreamStatLine {
  return {
    side,
    period,
    goals: null,
    corners: null,
    shots: null,
    shotsOnTarget: null,
    yellowCards: null,
    redCards: null,
    fouls: null,
    offsides: null,
    saves: null,
    possession: null,
    xg: null,
  };
}
