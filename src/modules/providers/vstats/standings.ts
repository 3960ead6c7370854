import {
  firstText,
  identifier,
  isEmpty,
  isRecord,
  type JsonRecord,
  MalformedAnswer,
  optionalCount,
  optionalNumber,
  record,
  text,
} from '../answers/json-value.js';
import { type LeaveOut, readableRows } from '../answers/readable-rows.js';
import type { UpstreamStanding, UpstreamStandingScope, UpstreamStandingTable } from '../upstream.js';

/** By the `type` a table gives itself. */
const TYPES: Readonly<Record<string, UpstreamStandingScope>> = {
  total: 'total',
  home: 'home',
  away: 'away',
  'half-time-total': 'first-half-total',
  'half-time-home': 'first-half-home',
  'half-time-away': 'first-half-away',
};

/** By the name a table stands under, lower case, without the `cup` at its end. The spelling `fist` is theirs. */
const NAMES: Readonly<Record<string, UpstreamStandingScope>> = {
  total: 'total',
  home: 'home',
  away: 'away',
  firsthalftotal: 'first-half-total',
  firsthalfhome: 'first-half-home',
  firsthalfaway: 'first-half-away',
  fisthalfaway: 'first-half-away',
};

/**
 * A league has one table under each name, a cup a list of them under the same names with `Cup` at the end. Tables stand at
 * any depth; what has no `ranking` is none.
 */
export function readStandings(answer: unknown, leaveOut: LeaveOut): UpstreamStandingTable[] {
  if (isEmpty(answer)) return [];
  if (typeof answer !== 'object' || answer === null) throw new MalformedAnswer('the answer', 'an object');
  throwIfNoTables(Object.entries(answer));
  const groups = new Map<UpstreamStandingScope, number>();
  const tables: UpstreamStandingTable[] = [];
  collect(answer, '', (table, name) => {
    const scope = scopeOf(table, name);
    if (!scope) return;
    const ranking = table['ranking'];
    if (!Array.isArray(ranking)) throw new MalformedAnswer(`${name}.ranking`, 'a list');
    if (ranking.length === 0) return;
    const group = groups.get(scope) ?? 0;
    groups.set(scope, group + 1);
    tables.push({ scope, group, rows: readableRows(ranking as unknown[], readRow, `${name}.ranking`, leaveOut) });
  });
  return tables;
}

/** Tables that are not there yet are null or empty; a plain value in their place is something else. */
function throwIfNoTables(parts: readonly [string, unknown][]): void {
  const plain = parts.filter(([, part]) => part !== null && typeof part !== 'object');
  const wrong = plain.find(([name]) => nameKey(name) in NAMES);
  if (wrong) throw new MalformedAnswer(wrong[0], 'a table');
  if (plain.length === parts.length) throw new MalformedAnswer('the answer', 'a set of tables');
}

function collect(value: unknown, name: string, found: (table: JsonRecord, name: string) => void): void {
  if (Array.isArray(value)) for (const item of value as unknown[]) collect(item, name, found);
  if (!isRecord(value)) return;
  if (value['ranking'] !== undefined && value['ranking'] !== null) return found(value, name);
  for (const [inner, item] of Object.entries(value)) collect(item, inner, found);
}

/** A table that neither says what it is nor stands under a known name is the only one there is. */
function scopeOf(table: JsonRecord, name: string): UpstreamStandingScope | undefined {
  const key = nameKey(name);
  const type = typeof table['type'] === 'string' ? table['type'].toLowerCase().replace(/-?cup$/, '') : '';
  return TYPES[type] ?? NAMES[key] ?? (key.includes('half') || type !== '' ? undefined : 'total');
}

const nameKey = (name: string): string => name.toLowerCase().replace(/cup$/, '');

function readRow(row: unknown, where: string): UpstreamStanding {
  const item = record(row, where);
  const count = (name: string): number | null => optionalCount(item[name], `${where}.${name}`);
  const position = count('rank');
  if (position === null || position === 0) throw new MalformedAnswer(`${where}.rank`, 'a rank');
  const [goalsFor, goalsAgainst] = [count('goalsFor'), count('goalsAgainst')];
  const difference = optionalNumber(item['goaldifference'] ?? item['goalDifference'], `${where}.goaldifference`);
  const name = firstText(item, ['contestantName', 'contestantShortName', 'contestantClubName'], where);
  return {
    team: {
      id: identifier(item['contestantId'], `${where}.contestantId`),
      name: text(name, `${where}.contestantName`),
      officialName: firstText(item, ['contestantName'], where),
      shortName: firstText(item, ['contestantShortName'], where),
      code: firstText(item, ['contestantCode'], where)?.toUpperCase() ?? null,
    },
    position,
    points: optionalNumber(item['points'], `${where}.points`),
    played: count('matchesPlayed'),
    won: count('matchesWon'),
    drawn: count('matchesDrawn'),
    lost: count('matchesLost'),
    goalsFor,
    goalsAgainst,
    goalDifference: difference ?? (goalsFor === null || goalsAgainst === null ? null : goalsFor - goalsAgainst),
    zone: firstText(item, ['rankStatus'], where),
    lastSix: firstText(item, ['lastSix'], where),
  };
}
