import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootApp, type TestApp } from '../support/app.js';
import { Fixtures } from './fixtures.js';
import { statementsOf } from './statements.js';

let app: TestApp;

const MATCHES = `query M($f: MatchFilter, $first: Int) { matches(filter: $f, first: $first, after: null) {
  totalCount pageInfo { hasNextPage endCursor }
  edges { cursor node { id kickoffAt status venue referee home { id name code } away { id name }
    score { home away halfTime { home away } } version EXTRA } } } }`;

beforeAll(async () => {
  app = await bootApp({ GRAPHQL_MAX_COMPLEXITY: '50000' });
  // The ORM looks at its database once, before the first statement.
  await app.graphql('{ sports { id } }');
  const make = new Fixtures(app.database);
  const sport = await make.sport();
  const season = await make.season(2024);
  for (let league = 0; league < 6; league++) {
    const tournament = await make.tournament(sport, season);
    const teams: number[] = [];
    for (let count = 0; count < 5; count++) teams.push(await make.team({ sport_id: sport, city: `City ${league}` }));
    for (const home of teams) {
      for (const away of teams.filter((team) => team !== home)) {
        await make.result(home, away, [home % 4, away % 3], { tournament_id: tournament });
      }
    }
  }
  await app.database.sql(
    `insert into match_stat_line (match_id, team_id, period, shots) select id, team_a_id, 'full', 10 from match`,
  );
  await app.database.sql(
    `insert into odds (match_id, bookmaker, market, selection, price) select id, 'PS', 'match_winner', 'draw', 3.4 from match`,
  );
});

afterAll(() => app?.close());

async function statements(query: string, variables?: Record<string, unknown>): Promise<string[]> {
  return statementsOf(async () => {
    const { errors } = await app.graphql(query, variables);
    expect(errors).toBeUndefined();
  });
}

describe('statements sent to PostgreSQL', () => {
  it.each([1, 20, 100])('a page of %i matches: the page, its teams, the number', async (first) => {
    const query = MATCHES.replace('EXTRA', '');
    expect(await statements(query, { first })).toHaveLength(3);
    expect(await statements(query, { first, f: { sport: 'SOCCER', season: 2024, text: 'team' } })).toHaveLength(3);
    expect(await statements(query.replace('totalCount', ''), { first })).toHaveLength(2);
    expect(await statements('query($first: Int) { matches(first: $first) { totalCount } }', { first })).toHaveLength(2);
  });

  it.each([1, 20, 100])('a page of %i matches with all around them: one more each', async (first) => {
    const extra = `tournament { title season { year } sport { title } competition { title } } statLines { shots team { name } }
      odds { price } all: odds(closing: true) { price }`;
    // Page, number, teams, tournaments, statistics, and odds with two different arguments.
    expect(await statements(MATCHES.replace('EXTRA', extra), { first })).toHaveLength(7);
  });

  it.each([1, 3, 6])('standings of %i tournaments: the tournaments, their matches, their teams', async (first) => {
    const query = `query($first: Int!) { tournaments(first: $first) { title standings { position points team { id name } } } }`;
    expect(await statements(query, { first })).toHaveLength(3);
    const home = query.replace('} } }', '} } home: standings(venue: HOME) { points } }');
    expect(await statements(home, { first })).toHaveLength(5);
  });

  it.each([1, 5, 30])('matches of %i teams: one page for all of them, and one number', async (first) => {
    const query = `query($first: Int) { teams(first: $first) { edges { node { name sport { title } tournaments { edges { node { title } } }
      matches(first: 2) { totalCount edges { node { home { name } away { name } } } } } } } }`;
    // Teams, sports, the ids of tournaments, tournaments, pages, numbers, and the teams of those matches.
    expect(await statements(query, { first })).toHaveLength(7);
  });

  it('what lies below a tournament or a competition', async () => {
    const query = `{ tournaments { teams { edges { node { name } } } matches(last: 3) { totalCount edges { node { id } } } } }`;
    expect(await statements(query)).toHaveLength(4);
    expect(
      await statements(
        '{ competitions { edges { node { tournaments { edges { node { title } } } } } } sports { id } seasons { edges { node { id } } } }',
      ),
    ).toHaveLength(3);
  });

  it('one statement for one match, and none for a document that is refused', async () => {
    expect(await statements('{ match(id: 1) { id venue score { home } } }')).toHaveLength(1);
    const refused = await statementsOf(() => app.graphql('{ matches(first: 1000) { totalCount } }'));
    expect(refused).toEqual([]);
  });
});
