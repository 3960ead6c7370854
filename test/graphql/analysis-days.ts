import { simulateSoccerLeague } from '#core/season/soccer-league.js';
import { loaderOn } from '../imports/seasons.js';
import { bootApp, type TestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { statementsOf } from './statements.js';

export interface StoredMatch {
  id: number;
  public_id: string;
  kickoff_at: Date;
  status: string;
  tournament_id: number;
  competition_id: number;
  team_a_id: number;
  team_b_id: number;
  /** Day in Sao Paulo. */
  day: string;
}

/** The application on two seasons of two leagues, the second season half played. */
export async function bootLeagues(environment: Record<string, string> = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  for (const [code, style] of [
    ['north', 'north'],
    ['south', 'south'],
  ] as const) {
    const seasons = simulateSoccerLeague({
      seed: 'opportunities',
      source: 'test-files',
      competition: { code, title: `${code} league`, country: code, sport: 'soccer' },
      size: 8,
      exchanged: 1,
      style,
      years: [2024, 2025],
      asOf: '2025-12-20',
    });
    await loaderOn(database.url).load(seasons);
  }
  return bootApp(environment, database);
}

/** All matches by kickoff. */
export async function storedMatches(database: TestDatabase): Promise<StoredMatch[]> {
  return database.sql<StoredMatch>(
    `select m.*, t.competition_id, to_char(m.kickoff_at at time zone 'America/Sao_Paulo', 'YYYY-MM-DD') as day
     from match m left join tournament t on t.id = m.tournament_id order by m.kickoff_at, m.id`,
  );
}

/** The day of the second season with most matches, both leagues playing; the later one of several. */
export async function busiestDay(database: TestDatabase): Promise<StoredMatch[]> {
  const days = Object.values(Object.groupBy(await storedMatches(database), ({ day }) => day)) as StoredMatch[][];
  const both = days.filter(
    (matches) => matches[0].day > '2025-10' && new Set(matches.map((m) => m.competition_id)).size === 2,
  );
  return both.toSorted((a, b) => b.length - a.length || (a[0].day < b[0].day ? 1 : -1))[0];
}

/** The last twenty matches, put off to one day, a minute between their kickoffs. */
export async function crowdedDay(database: TestDatabase): Promise<StoredMatch[]> {
  const ids = (await storedMatches(database)).slice(-20).map(({ id }) => id);
  await database.sql(
    `update match set status = 'scheduled', score_home = null, score_away = null,
            match_date = timestamptz '2026-06-20T15:00:00Z' + array_position($1::int[], id) * interval '1 minute'
     where id = any($1)`,
    [ids],
  );
  return (await storedMatches(database)).slice(-20);
}

/** Statements about matches, teams and tournaments; clocks and sessions are looked at from time to time, whoever asks. */
export async function matchStatementsOf(work: () => Promise<unknown>): Promise<string[]> {
  return (await statementsOf(work)).filter((sql) => /\b(from|join) (match|team|tournament)\b/.test(sql));
}
