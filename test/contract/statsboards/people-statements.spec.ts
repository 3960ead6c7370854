import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statementsOf } from '../../graphql/statements.js';
import { bootStatsboards, type StatsboardsApp } from './boot.js';

const PLAYERS = 300;

let test: StatsboardsApp;
let sportId: number;
let otherSportId: number;
let tournamentId: number;
beforeAll(async () => {
  test = await bootStatsboards();
  const one = async (sql: string, values: unknown[] = []): Promise<number> =>
    (await test.database.sql<{ id: number }>(sql, values))[0].id;
  sportId = await one(`insert into sport (title) values ('Football') returning id`);
  otherSportId = await one(`insert into sport (title) values ('Rugby') returning id`);
  const season = await one('insert into season (year) values (2024) returning id');
  tournamentId = await one(
    `insert into tournament (title, sport_id, season_id) values ('League', $1, $2) returning id`,
    [sportId, season],
  );
  const team = await one(`insert into team (title, sport_id) values ('Team', $1) returning id`, [sportId]);
  await test.database.sql(
    `insert into person (id, first_name, second_name) select n, 'First ' || n, 'Last ' || n from generate_series(1, ${PLAYERS}) n`,
  );
  await test.database.sql(
    `insert into player (id, person_id, sport_id) select n, n, $1 from generate_series(1, ${PLAYERS}) n`,
    [sportId],
  );
  await test.database.sql(
    `insert into player_team_tournament (player_id, tournament_id, team_id)
     select n, $1, case when n % 2 = 0 then $2::int end from generate_series(1, ${PLAYERS}) n`,
    [tournamentId, team],
  );
  await test.call('GET', '/api/persons/count');
});
afterAll(() => test.close());

async function statements(path: string): Promise<number> {
  const sent = await statementsOf(async () => {
    const { status, body } = await test.call<{ data: unknown[] }>('GET', path);
    expect([path, status, body.data.length > 0]).toEqual([path, 200, true]);
  });
  // The server does other things too, of which these tables are no part.
  return sent.filter((sql) => /\b(?:person|player|player_team_tournament)\b/.test(sql)).length;
}

/** Path and number of statements: the page with its number, and what belongs to its rows. */
const LISTS: readonly [string, number][] = [
  ['/api/persons/paginated?', 1],
  ['/api/persons/not-in-sport/{other}?', 1],
  ['/api/players/paginated/details?sport_id={sport}&', 2],
  ['/api/players/paginated/details-with-photos?sport_id={sport}&', 2],
  ['/api/players/paginated/full-details?sport_id={sport}&', 2],
  ['/api/tournaments/id/{tournament}/players/paginated?', 2],
  ['/api/tournaments/id/{tournament}/players/without-team?', 1],
  ['/api/players_team_tournament/tournament/{tournament}/players/paginated?', 1],
  ['/api/players_team_tournament/tournament/{tournament}/players/paginated/details?', 1],
  ['/api/players_team_tournament/tournament/{tournament}/players/paginated/full-details?', 1],
];

describe.each(LISTS)('%s', (path, most) => {
  it.each([1, 100])('takes as many statements for %i rows as for any number', async (rows) => {
    const of = path
      .replace('{sport}', String(sportId))
      .replace('{other}', String(otherSportId))
      .replace('{tournament}', String(tournamentId));
    for (const query of ['', '&search=LAST', '&order_by=first_name', '&page=2']) {
      expect(await statements(`${of}items_per_page=${rows}${query}`)).toBeLessThanOrEqual(most);
    }
  });
});
