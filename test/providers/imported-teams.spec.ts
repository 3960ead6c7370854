import { afterEach, describe, expect, it } from 'vitest';
import type { MatchRecord, SeasonRecord } from '../../src/core/season/season-record.js';
import { loaderOn } from '../imports/seasons.js';
import type { TestDatabase } from '../support/database.js';
import { DOCUMENTED_IDS, FakeUpstream } from '../support/fake-upstream/index.js';
import { bootProvided, type ProvidedApp } from './provided-app.js';

const DAY = '/api/partidas?data=2025-12-27';

let test: ProvidedApp | undefined;
afterEach(async () => {
  await test?.close();
  test = undefined;
});

/** What the provider will tell of its Premier League, as a file of another source would tell it. */
async function premierLeague(rename: Readonly<Record<string, string>>): Promise<SeasonRecord> {
  const upstream = await FakeUpstream.start({ smallLeagues: 0 });
  const { matches } = upstream.world.tournament(DOCUMENTED_IDS.premierLeague) ?? { matches: [] };
  await upstream.close();
  const name = (title: string): string => rename[title] ?? title;
  return {
    source: 'football-data',
    competition: { code: 'E0', title: 'Premier League', country: 'England', sport: 'soccer' },
    year: 2025,
    matches: matches
      .filter(({ record }) => record.status === 'finished')
      .map(({ record }): MatchRecord => {
        const [home, away] = [name(record.home), name(record.away)];
        return { ...record, key: `${home}|${away}`, home, away, statLines: [], odds: [] };
      }),
  };
}

const boot = (season: SeasonRecord): Promise<ProvidedApp> =>
  bootProvided(
    { smallLeagues: 0 },
    {},
    async (database: TestDatabase) => void (await loaderOn(database.url).load(season)),
  );

const tournaments = (database: TestDatabase) =>
  database.sql<{ title: string; teams: number; matches: number }>(
    `select t.title, (select count(*)::int from team_tournament x where x.tournament_id = t.id) as teams,
            (select count(*)::int from match m where m.tournament_id = t.id) as matches
     from tournament t where t.title = 'Premier League' order by t.id`,
  );

describe('a season that was imported before', () => {
  it('is the same season: teams by name, abbreviation and fixtures, every match once', async () => {
    const season = await premierLeague({
      'Manchester City': 'Man City',
      'Nottingham Forest': "Nott'm Forest",
      Arsenal: 'The Gunners',
    });
    const journaled = season.matches.length;
    test = await boot(season);
    await test.json(DAY);
    expect(await tournaments(test.app.database)).toEqual([{ title: 'Premier League', teams: 20, matches: 380 }]);
    const [arsenal] = await test.app.database.sql<{ title: string; refs: string }>(
      `select t.title, string_agg(r.source, ',' order by r.source) as refs from external_ref r join team t on t.id = r.internal_id
       where r.kind = 'team' and r.internal_id =
         (select internal_id from external_ref where source = 'vstats' and kind = 'team' and external_id = $1)
       group by t.title`,
      [DOCUMENTED_IDS.arsenal],
    );
    expect(arsenal).toEqual({ title: 'The Gunners', refs: 'football-data,vstats' });
    expect(journaled).toBeGreaterThan(100);
  });

  it('with a team that is nobody of the provider’s, the two stay apart', async () => {
    const season = await premierLeague({});
    // Other fixtures under another name: nothing tells who that is.
    const strange = season.matches.map((match) => ({
      ...match,
      kickoffAt: new Date(Date.parse(match.kickoffAt) + 3 * 86_400_000).toISOString(),
      home: match.home === 'Everton' ? 'Blue Lions' : match.home,
      away: match.away === 'Everton' ? 'Blue Lions' : match.away,
      key: `${match.key} strange`,
    }));
    test = await boot({ ...season, matches: strange });
    await test.json(DAY);
    const [imported, provided] = await tournaments(test.app.database);
    expect(imported).toEqual({ title: 'Premier League', teams: 20, matches: strange.length });
    expect(provided).toEqual({ title: 'Premier League', teams: 20, matches: 380 });
    // Arsenal is the same club in both.
    const [{ count }] = await test.app.database.sql<{ count: number }>(
      `select count(*)::int from team where title = 'Arsenal'`,
    );
    expect(count).toBe(1);
  });
});

it('the same competition in a later season shares its teams', async () => {
  const season = await premierLeague({ 'Manchester City': 'Man City' });
  test = await boot({ ...season, year: 2024 });
  await test.json(DAY);
  expect((await tournaments(test.app.database)).map(({ teams }) => teams)).toEqual([20, 20]);
  const [{ competitions, teams }] = await test.app.database.sql<{ competitions: number; teams: number }>(
    `select count(distinct t.competition_id)::int as competitions,
            (select count(*)::int from team x where x.title in ('Man City', 'Manchester City', 'Arsenal')) as teams
     from tournament t where t.title = 'Premier League'`,
  );
  expect({ competitions, teams }).toEqual({ competitions: 1, teams: 2 });
});
