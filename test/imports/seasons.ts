import type { MatchRecord, OddsRecord, SeasonRecord, Side, StatLineRecord } from '#core/season/season-record.js';
import { SeasonLoader } from '../../src/modules/imports/season-loader.js';
import { SeasonLoaderRepository } from '../../src/modules/imports/season-loader.repository.js';
import type { TestDatabase } from '../support/database.js';

export const ENGLAND = { code: 'E0', title: 'Premier League', country: 'England', sport: 'soccer' } as const;
export const CHAMPIONSHIP = { code: 'E1', title: 'Championship', country: 'England', sport: 'soccer' } as const;
export const SCOTLAND = { code: 'SC0', title: 'Premiership', country: 'Scotland', sport: 'soccer' } as const;
export const TEAMS = ['Arsenal', 'Burnley', 'Chelsea', 'Derby', 'Everton', 'Fulham'];

/** Every pair meets home and away; scores, statistics and prices follow from the position in the list. */
export function season(change: Partial<SeasonRecord> & { teams?: readonly string[] } = {}): SeasonRecord {
  const { teams = TEAMS, ...rest } = change;
  const year = rest.year ?? 2023;
  const matches: MatchRecord[] = [];
  for (const home of teams) {
    for (const away of teams) if (home !== away) matches.push(finished(home, away, matches.length, year));
  }
  return { source: 'test-files', competition: ENGLAND, year, matches, ...rest };
}

function finished(home: string, away: string, n: number, year: number): MatchRecord {
  const score = { home: n % 4, away: (n + 1) % 3 };
  const halfTime = { home: Math.floor(score.home / 2), away: Math.floor(score.away / 2) };
  return {
    key: `${home}|${away}`,
    kickoffAt: new Date(Date.UTC(year, 7, 12 + n, 14)).toISOString(),
    home,
    away,
    status: 'finished',
    score,
    halfTime,
    week: 1 + Math.floor(n / 3),
    venue: null,
    referee: n % 2 === 0 ? "M O'Dean" : null,
    attendance: null,
    statLines: [
      line('home', 'full', { goals: score.home, shots: 10 + n, shotsOnTarget: n % 7 }),
      line('away', 'full', { goals: score.away, shots: 8, shotsOnTarget: 3, xg: 1.25 }),
      line('home', 'first_half', { goals: halfTime.home }),
      line('away', 'first_half', { goals: halfTime.away }),
    ],
    odds: [
      quote({ selection: 'home', price: 1.5 + n / 100 }),
      quote({ selection: 'draw', price: 3.6 }),
      quote({ selection: 'away', price: 5.25 }),
      quote({ bookmaker: 'PS', market: 'over_under', selection: 'over', line: 2.5, price: 1.91, closing: true }),
      quote({ bookmaker: 'PS', market: 'over_under', selection: 'under', line: 2.5, price: 1.97, closing: true }),
    ],
  };
}

export function scheduled(match: MatchRecord): MatchRecord {
  return { ...match, status: 'scheduled', score: null, halfTime: null, statLines: [] };
}

export function line(side: Side, period: StatLineRecord['period'], known: Partial<StatLineRecord>): StatLineRecord {
  const unknown = { goals: null, corners: null, shots: null, shotsOnTarget: null, yellowCards: null, redCards: null };
  const rest = { fouls: null, offsides: null, saves: null, possession: null, xg: null };
  return { side, period, ...unknown, ...rest, ...known };
}

export function quote(known: Partial<OddsRecord> & Pick<OddsRecord, 'selection' | 'price'>): OddsRecord {
  return { bookmaker: 'B365', market: 'match_winner', line: null, closing: false, ...known };
}

/** The season with one match replaced. */
export function withMatch(
  record: SeasonRecord,
  key: string,
  change: (match: MatchRecord) => MatchRecord,
): SeasonRecord {
  if (!record.matches.some((match) => match.key === key)) throw new Error(`no match ${key}`);
  return { ...record, matches: record.matches.map((match) => (match.key === key ? change(match) : match)) };
}

export function loaderOn(url: string): SeasonLoader {
  const options = { url, poolSize: 2, statementTimeoutMs: 0, applicationName: 'touchline test' };
  return new SeasonLoader(new SeasonLoaderRepository(options));
}

const TABLES = ['sport', 'season', 'competition', 'tournament', 'team', 'team_tournament', 'match', 'match_stat_line'];
const MORE_TABLES = ['odds', 'match_journal', 'external_ref', 'sport_scoreboard_preset'];

/** A digest of everything an import may write: rows, row versions and sequences. */
export async function fingerprint(database: TestDatabase): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of [...TABLES, ...MORE_TABLES]) {
    const [row] = await database.sql<{ digest: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text || xmin::text, '' order by t::text)), '') as digest
       from ${table} t`,
    );
    found[table] = row.digest;
  }
  const sequences = await database.sql<{ sequencename: string; last_value: string | null }>(
    'select sequencename, last_value::text from pg_sequences',
  );
  for (const { sequencename, last_value } of sequences) found[sequencename] = last_value ?? 'unused';
  return found;
}

/** Matches whose journal has a gap, a double, or another last version than the match. */
export async function brokenJournals(database: TestDatabase): Promise<number[]> {
  const rows = await database.sql<{ id: number }>(
    `select m.id from match m left join match_journal j on j.match_id = m.id
     group by m.id, m.version
     having count(j.version) <> m.version or min(j.version) <> 1 or max(j.version) <> m.version`,
  );
  return rows.map(({ id }) => id);
}

/** The database id of a match by its external id. */
export async function matchId(database: TestDatabase, externalId: string): Promise<number> {
  const [row] = await database.sql<{ internal_id: number }>(
    `select internal_id from external_ref where kind = 'match' and external_id = $1`,
    [externalId],
  );
  return row.internal_id;
}

/** Journal rows after a version: topic, operation and table. */
export async function journalAfter(database: TestDatabase, id: number, version: number): Promise<string[]> {
  const rows = await database.sql<{ entry: string }>(
    `select topic || ' ' || op || ' ' || entity as entry from match_journal
     where match_id = $1 and version > $2 order by version`,
    [id, version],
  );
  return rows.map(({ entry }) => entry);
}
