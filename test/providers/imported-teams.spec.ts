import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MatchRecord, SeasonRecord } from '../../src/core/season/season-record.js';
import { loaderOn } from '../imports/seasons.js';
import type { TestDatabase } from '../support/database.js';
import { DOCUMENTED_IDS, type FakeMatch } from '../support/fake-upstream/index.js';
import { bootProvided, type ProvidedApp } from './provided-app.js';

const DAY = '/api/partidas?data=2025-12-27';

let test: ProvidedApp;
beforeAll(async () => {
  test = await bootProvided({ smallLeagues: 0, days: 60 });
});
afterAll(() => test.close());

/** Matches that the provider tells of its Premier League. */
const provided = (): readonly FakeMatch[] =>
  test.upstream.world.tournament(DOCUMENTED_IDS.premierLeague)?.matches ?? [];

/** What the provider will tell of its Premier League, as a file of another source would tell it. */
function premierLeague(rename: Readonly<Record<string, string>>): SeasonRecord {
  const name = (title: string): string => rename[title] ?? title;
  return {
    source: 'football-data',
    competition: { code: 'E0', title: 'Premier League', country: 'England', sport: 'soccer' },
    year: 2025,
    matches: provided()
      .filter(({ record }) => record.status === 'finished')
      .map(({ record }): MatchRecord => {
        const [home, away] = [name(record.home), name(record.away)];
        return { ...record, key: `${home}|${away}`, home, away, statLines: [], odds: [] };
      }),
  };
}

/** Nothing is stored but the season, and then the provider is asked for a day. */
async function askAfterImport(season: SeasonRecord): Promise<void> {
  const { sql, url } = test.app.database;
  await sql('truncate match, tournament, competition, season, team, external_ref, provider_resource cascade');
  await loaderOn(url).load(season);
  test.forgetAnswers();
  await test.json(DAY);
}

const tournaments = (database: TestDatabase) =>
  database.sql<{ title: string; teams: number; matches: number }>(
    `select t.title, (select count(*)::int from team_tournament x where x.tournament_id = t.id) as teams,
            (select count(*)::int from match m where m.tournament_id = t.id) as matches
     from tournament t where t.title = 'Premier League' order by t.id`,
  );

describe('a season that was imported before', () => {
  it('is the same season: teams by name, abbreviation and fixtures, every match once', async () => {
    const season = premierLeague({
      'Manchester City': 'Man City',
      'Nottingham Forest': "Nott'm Forest",
      Arsenal: 'The Gunners',
    });
    expect(season.matches.length).toBeGreaterThan(50);
    await askAfterImport(season);
    expect(await tournaments(test.app.database)).toEqual([
      { title: 'Premier League', teams: 20, matches: provided().length },
    ]);
    const [arsenal] = await test.app.database.sql<{ title: string; refs: string }>(
      `select t.title, string_agg(r.source, ',' order by r.source) as refs from external_ref r join team t on t.id = r.internal_id
       where r.kind = 'team' and r.internal_id =
         (select internal_id from external_ref where source = 'vstats' and kind = 'team' and external_id = $1)
       group by t.title`,
      [DOCUMENTED_IDS.arsenal],
    );
    expect(arsenal).toEqual({ title: 'The Gunners', refs: 'football-data,vstats' });
  });

  it('with a team that is nobody of the provider’s, the two stay apart', async () => {
    const season = premierLeague({});
    // Other fixtures under another name: nothing tells who that is.
    const strange = season.matches.map((match) => ({
      ...match,
      kickoffAt: new Date(Date.parse(match.kickoffAt) + 3 * 86_400_000).toISOString(),
      home: match.home === 'Everton' ? 'Blue Lions' : match.home,
      away: match.away === 'Everton' ? 'Blue Lions' : match.away,
      key: `${match.key} strange`,
    }));
    await askAfterImport({ ...season, matches: strange });
    const [imported, told] = await tournaments(test.app.database);
    expect(imported).toEqual({ title: 'Premier League', teams: 20, matches: strange.length });
    expect(told).toEqual({ title: 'Premier League', teams: 20, matches: provided().length });
    // Arsenal is the same club in both.
    const [{ count }] = await test.app.database.sql<{ count: number }>(
      `select count(*)::int from team where title = 'Arsenal'`,
    );
    expect(count).toBe(1);
  });
});

it('the same competition in a later season shares its teams', async () => {
  await askAfterImport({ ...premierLeague({ 'Manchester City': 'Man City' }), year: 2024 });
  expect((await tournaments(test.app.database)).map(({ teams }) => teams)).toEqual([20, 20]);
  const [{ competitions, teams }] = await test.app.database.sql<{ competitions: number; teams: number }>(
    `select count(distinct t.competition_id)::int as competitions,
            (select count(*)::int from team x where x.title in ('Man City', 'Manchester City', 'Arsenal')) as teams
     from tournament t where t.title = 'Premier League'`,
  );
  expect({ competitions, teams }).toEqual({ competitions: 1, teams: 2 });
});
