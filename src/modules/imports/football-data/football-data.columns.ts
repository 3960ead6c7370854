import type { OddsMarket, OddsSelection, StatLineRecord } from '#core/season/season-record.js';

/** Names of the bookmakers by the code used in records. */
export const BOOKMAKERS: Readonly<Record<string, string>> = {
  '1XB': '1xBet',
  AVG: 'Market average',
  B365: 'Bet365',
  BF: 'Betfair',
  BFD: 'Betfred',
  BFE: 'Betfair Exchange',
  BMGM: 'BetMGM',
  BS: 'Blue Square',
  BV: 'BetVictor',
  BW: 'Bet&Win',
  CL: 'Coral',
  GB: 'Gamebookers',
  IW: 'Interwetten',
  LB: 'Ladbrokes',
  MAX: 'Market maximum',
  PS: 'Pinnacle',
  SB: 'Sportingbet',
  SJ: 'Stan James',
  SO: 'Sporting Odds',
  SY: 'Stanleybet',
  VC: 'VC Bet',
  WH: 'William Hill',
};

/** Column prefixes that differ from the code: Pinnacle has two, the aggregates were Betbrain's until 2018/19. */
const PREFIXES: Readonly<Record<string, string>> = { P: 'PS', Max: 'MAX', Avg: 'AVG', BbMx: 'MAX', BbAv: 'AVG' };

/** Columns of facts under every name the source has given them, in lower case; the first one present is read. */
const FACTS = {
  division: ['div'],
  country: ['country'],
  league: ['league'],
  season: ['season'],
  date: ['date'],
  time: ['time'],
  home: ['hometeam', 'home', 'ht'],
  away: ['awayteam', 'away', 'at'],
  homeGoals: ['fthg', 'hg'],
  awayGoals: ['ftag', 'ag'],
  result: ['ftr', 'res'],
  halfTimeHome: ['hthg'],
  halfTimeAway: ['htag'],
  halfTimeResult: ['htr'],
  referee: ['referee'],
  attendance: ['attendance'],
  homeXg: ['hxg'],
  awayXg: ['axg'],
} as const satisfies Record<string, readonly string[]>;

export type CountField = Extract<
  keyof StatLineRecord,
  'shots' | 'shotsOnTarget' | 'fouls' | 'corners' | 'offsides' | 'yellowCards' | 'redCards'
>;

const COUNTS: readonly (readonly [CountField, string, string])[] = [
  ['shots', 'hs', 'as'],
  ['shotsOnTarget', 'hst', 'ast'],
  ['fouls', 'hf', 'af'],
  ['corners', 'hc', 'ac'],
  ['offsides', 'ho', 'ao'],
  ['yellowCards', 'hy', 'ay'],
  ['redCards', 'hr', 'ar'],
];

export interface CountColumns {
  field: CountField;
  /** Column indexes, -1 when absent. */
  home: number;
  away: number;
}

export interface OddsColumn {
  /** Column index of the price. */
  column: number;
  bookmaker: string;
  market: OddsMarket;
  selection: OddsSelection;
  /** The line where the column's name fixes it (2.5 goals), null for match_winner and where `lineColumn` tells it. */
  line: number | null;
  /** Column index of the handicap, -1 when there is none. */
  lineColumn: number;
  closing: boolean;
}

/** Where everything stands in one file, as column indexes; -1 when the file lacks the column. */
export type ColumnPlan = Record<keyof typeof FACTS, number> & {
  names: readonly string[];
  counts: readonly CountColumns[];
  odds: readonly OddsColumn[];
};

interface PricedColumn {
  column: number;
  prefix: string;
  market: OddsMarket;
  selection: OddsSelection;
  line: number | null;
}

const SELECTIONS: Readonly<Record<string, OddsSelection>> = {
  H: 'home',
  D: 'draw',
  A: 'away',
  '>': 'over',
  '<': 'under',
};
const ALL_SELECTIONS: Readonly<Record<OddsMarket, number>> = { match_winner: 3, over_under: 2, asian_handicap: 2 };

/** Reads a header once, so that rows are read by index. Null when date, home or away team is missing. */
export function planColumns(header: readonly string[]): ColumnPlan | null {
  const names = header.map((name) => name.trim());
  const exact = new Map<string, number>();
  const lower = new Map<string, number>();
  names.forEach((name, column) => {
    if (!exact.has(name)) exact.set(name, column);
    if (!lower.has(name.toLowerCase())) lower.set(name.toLowerCase(), column);
  });
  const find = (aliases: readonly string[]) => {
    const alias = aliases.find((name) => lower.has(name));
    return alias === undefined ? -1 : lower.get(alias)!;
  };
  const facts = Object.fromEntries(Object.entries(FACTS).map(([fact, aliases]) => [fact, find(aliases)])) as Record<
    keyof typeof FACTS,
    number
  >;
  if (facts.date < 0 || facts.home < 0 || facts.away < 0) return null;
  const counts = COUNTS.map(([field, home, away]) => ({ field, home: find([home]), away: find([away]) }));
  const odds = planOdds(exact, (facts.country >= 0 || facts.league >= 0) && facts.season >= 0);
  return { ...facts, names, counts: counts.filter(({ home, away }) => home >= 0 || away >= 0), odds };
}

/**
 * The all-seasons files of single countries hold closing prices only; older copies named them without the closing `C`
 * (`PH` for what is `PSCH` today, with the same values), hence `allClosing`.
 */
function planOdds(columns: ReadonlyMap<string, number>, allClosing: boolean): OddsColumn[] {
  const priced: PricedColumn[] = [];
  for (const [name, column] of columns) {
    const found = readPricedName(name, column);
    if (found) priced.push(found);
  }
  const complete = new Map<string, number>();
  for (const { market, prefix, line } of priced) {
    const group = `${market} ${prefix} ${line}`;
    complete.set(group, (complete.get(group) ?? 0) + 1);
  }
  const offered = new Set(priced.map(({ market, prefix }) => `${market} ${prefix}`));
  const taken = new Set<string>();
  const plan: OddsColumn[] = [];
  for (const { column, prefix, market, selection, line } of priced) {
    const isComplete = complete.get(`${market} ${prefix} ${line}`) === ALL_SELECTIONS[market];
    const found = readPrefix(prefix, isComplete, (other) => offered.has(`${market} ${other}`));
    if (!found) continue;
    const { bookmaker, base } = found;
    const lineColumn = market === 'asian_handicap' ? handicapColumn(columns, base, found.closing) : -1;
    if (market === 'asian_handicap' && lineColumn < 0) continue;
    const closing = found.closing || allClosing;
    const quote = `${bookmaker} ${market} ${selection} ${line} ${closing}`;
    if (taken.has(quote)) continue;
    taken.add(quote);
    plan.push({ column, bookmaker, market, selection, line, lineColumn, closing });
  }
  return plan;
}

/** Splits `B365C>2.5`, `PCAHH` and `WHD` into what is priced and whose price it is. */
function readPricedName(name: string, column: number): PricedColumn | null {
  const total = /^(\w+)([<>])(\d+(?:\.\d+)?)$/.exec(name);
  if (total) {
    return { column, prefix: total[1], market: 'over_under', selection: SELECTIONS[total[2]], line: Number(total[3]) };
  }
  const handicap = /^(\w+)AH([HA])$/.exec(name);
  if (handicap) {
    const selection = SELECTIONS[handicap[2]];
    return { column, prefix: handicap[1], market: 'asian_handicap', selection, line: null };
  }
  const winner = /^(\w+)([HDA])$/.exec(name);
  if (!winner) return null;
  return { column, prefix: winner[1], market: 'match_winner', selection: SELECTIONS[winner[2]], line: null };
}

/**
 * Whose price a prefix stands for, and whether it is the closing one (`C` at the end). A bookmaker not known here is
 * accepted under its prefix when all selections of the market are there, which tells it from a statistic.
 */
function readPrefix(
  prefix: string,
  isComplete: boolean,
  isOffered: (prefix: string) => boolean,
): { bookmaker: string; base: string; closing: boolean } | null {
  const known = bookmakerOf(prefix);
  if (known) return { bookmaker: known, base: prefix, closing: false };
  const base = prefix.endsWith('C') ? prefix.slice(0, -1) : '';
  const closer = bookmakerOf(base);
  if (closer) return { bookmaker: closer, base, closing: true };
  if (!isComplete) return null;
  if (base !== '' && isOffered(base)) return { bookmaker: base, base, closing: true };
  return { bookmaker: prefix, base: prefix, closing: false };
}

function bookmakerOf(prefix: string): string | null {
  if (Object.hasOwn(PREFIXES, prefix)) return PREFIXES[prefix];
  return Object.hasOwn(BOOKMAKERS, prefix) ? prefix : null;
}

/** A bookmaker's own handicap (`LBAH`) goes before the market's (`AHh`, closing `AHCh`) and Betbrain's (`BbAHh`). */
function handicapColumn(columns: ReadonlyMap<string, number>, base: string, closing: boolean): number {
  const candidates = closing ? ['AHCh'] : [`${base}AH`, 'AHh', 'BbAHh'];
  for (const name of candidates) {
    const column = columns.get(name);
    if (column !== undefined) return column;
  }
  return -1;
}
