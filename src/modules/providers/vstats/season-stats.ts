import {
  isEmpty,
  isRecord,
  type JsonRecord,
  list,
  MalformedAnswer,
  optionalNumber,
  record,
} from '../answers/json-value.js';
import type { UpstreamSeasonStats } from '../upstream.js';

type Total = Exclude<keyof UpstreamSeasonStats, 'teamId' | 'tournamentId' | 'matches'>;

interface Stat {
  value: number | null;
  average: number | null;
}

/** Lower case, letters and digits only: the spelling of these names is not to be relied on. */
const key = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Names whose sum is the total; of several alternatives the first whose names are all there. */
const NAMES: Readonly<Partial<Record<Total, readonly (readonly string[])[]>>> = {
  goals: [['Goals']],
  goalsConceded: [['Goals Conceded']],
  corners: [['Corners Won'], ['Corners Taken (incl short corners)']],
  shotsConceded: [['Total Shots Conceded']],
  shotsOnTarget: [['Shots On Target ( inc goals )'], ['Shots On Target']],
  shotsOnTargetConceded: [
    ['Shots On Conceded Inside Box', 'Shots On Conceded Outside Box'],
    ['Shots On Conceded Inside Box'],
    ['Shots On Conceded Outside Box'],
  ],
  yellowCards: [['Yellow Cards']],
  redCards: [
    ['Red Cards'],
    ['Total Red Cards'],
    ['Straight Red Cards', 'Red Card - 2nd Yellow'],
    ['Straight Red Cards'],
    ['Red Card - 2nd Yellow'],
  ],
  fouls: [['Total Fouls Conceded']],
  saves: [['Saves'], ['Saves Made']],
};

/** Undefined without statistics. */
export function readSeasonStats(
  answer: unknown,
  { teamId, tournamentId }: { teamId: string; tournamentId: string },
): UpstreamSeasonStats | undefined {
  if (isEmpty(answer)) return undefined;
  const outer = record(answer, 'the answer');
  if (!['stat', 'statistics', 'data'].some((name) => name in outer)) {
    throw new MalformedAnswer('the answer', 'statistics of a season');
  }
  const listed = readList(outer);
  const stats = listed ?? readMap(outer);
  if (stats.size === 0) return undefined;
  const total = (names: readonly string[]): number | null => sumOf(stats, names);
  const found = (name: Total): number | null => (NAMES[name] ?? []).map(total).find((value) => value !== null) ?? null;
  const shots = total(['Total Shots']);
  return {
    teamId,
    tournamentId,
    matches: matchesOf(stats),
    goals: found('goals'),
    goalsConceded: found('goalsConceded'),
    corners: found('corners'),
    cornersConceded: null,
    // Total Shots has no blocked ones, unlike the shots of a match. What never happened is left out of the list.
    shots: shots === null ? null : shots + (total(['Blocked Shots']) ?? 0),
    shotsConceded: found('shotsConceded'),
    shotsOnTarget: found('shotsOnTarget'),
    shotsOnTargetConceded: found('shotsOnTargetConceded'),
    yellowCards: found('yellowCards'),
    redCards: found('redCards') ?? (listed ? 0 : null),
    fouls: found('fouls'),
    saves: found('saves'),
  };
}

/** `stat`: name, value (as text) and average per match. */
function readList(outer: JsonRecord): Map<string, Stat> | null {
  if (outer['stat'] === undefined || outer['stat'] === null) return null;
  const stats = new Map<string, Stat>();
  for (const each of list(outer['stat'], 'stat')) {
    const row = record(each, 'stat[]');
    if (typeof row['name'] !== 'string') throw new MalformedAnswer('stat[].name', 'text');
    const where = `stat ${row['name']}`;
    stats.set(key(row['name']), {
      value: optionalNumber(row['value'], where),
      average: optionalNumber(row['average'], where),
    });
  }
  return stats;
}

/** `data.statistics`: totals by names in one word, and `matchesPlayed` beside them. */
function readMap(outer: JsonRecord): Map<string, Stat> {
  const stats = new Map<string, Stat>();
  const data = isRecord(outer['data']) ? outer['data'] : outer;
  const statistics = data['statistics'];
  if (!isRecord(statistics)) return stats;
  const alias: Readonly<Record<string, string>> = {
    goalsagainst: 'goalsconceded',
    corners: 'cornerswon',
    shots: 'totalshots',
    fouls: 'totalfoulsconceded',
  };
  for (const [name, value] of Object.entries(statistics)) {
    const known = key(name);
    stats.set(alias[known] ?? known, { value: optionalNumber(value, `statistics.${name}`), average: null });
  }
  const played = data['matchesPlayed'] ?? statistics['matchesPlayed'];
  stats.set(key('Games Played'), { value: optionalNumber(played, 'matchesPlayed'), average: null });
  return stats;
}

function sumOf(stats: ReadonlyMap<string, Stat>, names: readonly string[]): number | null {
  const values = names.map((name) => stats.get(key(name))?.value ?? null);
  return values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** `Games Played`, or what the largest total divided by its average comes to. */
function matchesOf(stats: ReadonlyMap<string, Stat>): number | null {
  const said = stats.get(key('Games Played'))?.value ?? null;
  if (said !== null) return said >= 1 ? Math.round(said) : null;
  let best: { value: number; average: number } | null = null;
  for (const { value, average } of stats.values()) {
    if (value === null || average === null || average <= 0 || value <= (best?.value ?? 0)) continue;
    best = { value, average };
  }
  const derived = best ? Math.round(best.value / best.average) : 0;
  return derived >= 1 ? derived : null;
}
