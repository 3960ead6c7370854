import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootApp, type TestApp } from '../support/app.js';
import { Fixtures } from './fixtures.js';

let app: TestApp;
let ids: Record<'tournament' | 'lions' | 'tigers' | 'played' | 'live' | 'later', number>;

beforeAll(async () => {
  app = await bootApp();
  const make = new Fixtures(app.database);
  const soccer = await make.sport({ title: 'Soccer' });
  await make.sport({ title: 'American football', kind: 'american-football' });
  await make.sport({ title: 'Curling', kind: 'curling' });
  const season = await make.season(2023);
  const competition = await make.competition(soccer, { title: 'First Division', country: 'England' });
  const tournament = await make.tournament(soccer, season, {
    title: 'First Division 2023/24',
    competition_id: competition,
  });
  const lions = await make.team({ title: 'Lions', code: 'LIO', sport_id: soccer, city: 'Leeds' });
  const tigers = await make.team({ title: 'Real Tigers', sport_id: soccer });
  const bears = await make.team({ title: 'Bears', code: 'BEA' });
  await make.insert('team_tournament', { tournament_id: tournament, team_id: bears });
  const played = await make.result(lions, tigers, [2, 1], {
    tournament_id: tournament,
    match_date: '2023-08-11T19:00:00.123456Z',
    half_time_home: 1,
    half_time_away: 0,
    venue: 'Den',
    referee: 'A. Fair',
    week: 1,
    attendance: 30_123,
  });
  const live = await make.match(tigers, lions, {
    tournament_id: tournament,
    match_date: '2023-12-01T15:00:00+02:00',
    status: 'live',
  });
  const later = await make.match(lions, bears, { tournament_id: tournament, match_date: null });
  for (const [team_id, shots] of [
    [tigers, 9],
    [lions, 17],
  ]) {
    for (const period of ['second_half', 'full']) {
      await make.insert('match_stat_line', { match_id: played, team_id, period, shots, shots_on_target: 5, fouls: 11 });
    }
  }
  const price = { match_id: played, bookmaker: 'B365', market: 'match_winner' };
  await make.insert('odds', { ...price, selection: 'home', price: 2.1, closing: true });
  await make.insert('odds', { ...price, selection: 'away', price: 3.75, observed_at: '2023-08-10T12:00:00Z' });
  await make.insert('odds', {
    ...price,
    bookmaker: 'PS',
    market: 'over_under',
    selection: 'over',
    line: 2.5,
    price: 1.95,
  });
  ids = { tournament, lions, tigers, played, live, later };
});

afterAll(() => app?.close());

describe('the documents clients start from', () => {
  it('sports and tournaments with their standings', async () => {
    const { data, errors } = await app.graphql(`
      query { sports { id title } tournaments(sport: SOCCER, season: 2023) { id title standings { position team { id name }
        played won drawn lost goalsFor goalsAgainst points form } } }`);
    expect(errors).toBeUndefined();
    const nothing = { played: 0, won: 0, drawn: 0, lost: 0, goalsFor: 0, goalsAgainst: 0, points: 0, form: '' };
    const table = [
      {
        team: { id: String(ids.lions), name: 'Lions' },
        played: 1,
        won: 1,
        goalsFor: 2,
        goalsAgainst: 1,
        points: 3,
        form: 'W',
      },
      { team: { name: 'Bears' } },
      { team: { name: 'Real Tigers' }, played: 1, lost: 1, goalsFor: 1, goalsAgainst: 2, form: 'L' },
    ];
    expect(data).toMatchObject({
      sports: [{ title: 'American football' }, { title: 'Curling' }, { title: 'Soccer' }],
      tournaments: [
        {
          id: String(ids.tournament),
          title: 'First Division 2023/24',
          standings: table.map((row, index) => ({ ...nothing, position: index + 1, ...row })),
        },
      ],
    });
  });

  it('a page of matches', async () => {
    const { data, errors } = await app.graphql(
      `query M($f: MatchFilter) { matches(filter: $f, first: 20, after: null) { totalCount pageInfo { hasNextPage endCursor }
        edges { cursor node { id kickoffAt status venue referee home { id name code } away { id name }
          score { home away halfTime { home away } } version } } } }`,
      { f: { sport: 'SOCCER', season: 2023 } },
    );
    expect(errors).toBeUndefined();
    const home = { id: String(ids.lions), name: 'Lions', code: 'LIO' };
    expect(data).toMatchObject({
      matches: {
        totalCount: 3,
        pageInfo: { hasNextPage: false, endCursor: expect.any(String) },
        edges: [
          {
            node: {
              id: String(ids.played),
              kickoffAt: '2023-08-11T19:00:00.123Z',
              status: 'FINISHED',
              venue: 'Den',
              referee: 'A. Fair',
              home,
              away: { name: 'Real Tigers' },
              score: { home: 2, away: 1, halfTime: { home: 1, away: 0 } },
              version: expect.any(Number),
            },
          },
          {
            node: {
              id: String(ids.live),
              kickoffAt: '2023-12-01T13:00:00.000Z',
              status: 'LIVE',
              venue: null,
              // Made from the name, because the row has none.
              home: { code: 'RTI' },
              score: { home: 0, away: 0, halfTime: null },
            },
          },
          { node: { id: String(ids.later), kickoffAt: null, status: 'SCHEDULED', score: null } },
        ],
      },
    });
  });

  it('one match with statistics and odds', async () => {
    const { data, errors } = await app.graphql(`
      query { match(id: "${ids.played}") { statLines(period: FULL) { team { name } corners shots shotsOnTarget fouls yellowCards }
        odds { bookmaker market selection line price closing } } }`);
    expect(errors).toBeUndefined();
    const line = { corners: null, shotsOnTarget: 5, fouls: 11, yellowCards: null };
    const price = { bookmaker: 'B365', market: 'match_winner', line: null, closing: false };
    expect(data).toEqual({
      match: {
        statLines: [
          { team: { name: 'Lions' }, shots: 17, ...line },
          { team: { name: 'Real Tigers' }, shots: 9, ...line },
        ],
        odds: [
          { ...price, selection: 'away', price: 3.75 },
          { ...price, selection: 'home', price: 2.1, closing: true },
          { ...price, bookmaker: 'PS', market: 'over_under', selection: 'over', line: 2.5, price: 1.95 },
        ],
      },
    });
  });
});

describe('everything else that can be read', () => {
  it('from a match to all that surrounds it', async () => {
    const { data, errors } = await app.graphql(`
      query { match(id: "${ids.played}") { publicId week attendance
        statLines { period team { name } }
        odds(closing: false, market: "match_winner") { bookmaker observedAt }
        tournament { title description logoUrl season { year isCurrent } sport { title kind description }
          competition { title country sport { kind } tournaments { edges { node { title } } } } teams { edges { node { name } } } }
        home { city color description logoUrl sport { title } tournaments { edges { node { title } } } } } }`);
    expect(errors).toBeUndefined();
    const [lions, tigers] = [{ name: 'Lions' }, { name: 'Real Tigers' }];
    expect(data).toMatchObject({
      match: {
        publicId: expect.stringMatching(/^\w{25}$/),
        week: 1,
        attendance: 30_123,
        statLines: [
          { period: 'FULL', team: lions },
          { period: 'SECOND_HALF', team: lions },
          { period: 'FULL', team: tigers },
          { period: 'SECOND_HALF', team: tigers },
        ],
        odds: [{ bookmaker: 'B365', observedAt: '2023-08-10T12:00:00.000Z' }],
        tournament: {
          season: { year: 2023, isCurrent: false },
          sport: { title: 'Soccer', kind: 'SOCCER' },
          competition: {
            title: 'First Division',
            country: 'England',
            sport: { kind: 'SOCCER' },
            tournaments: { edges: [{ node: { title: 'First Division 2023/24' } }] },
          },
          teams: { edges: [{ node: { name: 'Bears' } }, { node: lions }, { node: tigers }] },
        },
        home: {
          city: 'Leeds',
          sport: { title: 'Soccer' },
          tournaments: { edges: [{ node: { title: 'First Division 2023/24' } }] },
        },
      },
    });
  });

  it('lists of what there is', async () => {
    const { data, errors } = await app.graphql(`
      query { seasons { totalCount edges { node { year } } } sports { kind } competitions(country: "ENGLAND", text: "division") { totalCount edges { cursor node { title tournaments(first: 1) { totalCount edges { node { season { year } } } } } } }
        none: competitions(sport: AMERICAN_FOOTBALL) { totalCount edges { node { title } } } teams(first: 2) { totalCount edges { node { name } } } }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      seasons: { totalCount: 1, edges: [{ node: { year: 2023 } }] },
      sports: [{ kind: 'AMERICAN_FOOTBALL' }, { kind: 'OTHER' }, { kind: 'SOCCER' }],
      competitions: {
        totalCount: 1,
        edges: [
          {
            cursor: expect.any(String) as string,
            node: {
              title: 'First Division',
              tournaments: { totalCount: 1, edges: [{ node: { season: { year: 2023 } } }] },
            },
          },
        ],
      },
      none: { totalCount: 0, edges: [] },
      teams: { totalCount: 3, edges: [{ node: { name: 'Bears' } }, { node: { name: 'Lions' } }] },
    });
  });

  it('competitions, page by page in both directions, also of one name', async () => {
    for (const country of ['Narnia', 'Oz', 'Narnia']) {
      await app.database.sql(
        `insert into competition (title, country, sport_id) select 'Paged Cup', $1, min(id) from sport`,
        [country],
      );
    }
    interface Page {
      edges: { cursor: string; node: { id: string } }[];
      pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
    }
    const read = async (page: Record<string, unknown>): Promise<Page> => {
      const query = `query($first: Int, $after: String, $last: Int, $before: String) {
        competitions(text: "paged cup", first: $first, after: $after, last: $last, before: $before) {
          edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage } } }`;
      const { data, errors } = await app.graphql<{ competitions: Page }>(query, page);
      expect(errors).toBeUndefined();
      return data!.competitions;
    };
    const idsOf = ({ edges }: Page): string[] => edges.map(({ node }) => node.id);
    const all = await read({});
    expect(idsOf(all)).toHaveLength(3);
    const [first, , third] = all.edges;
    const rest = await read({ first: 2, after: first.cursor });
    expect(idsOf(rest)).toEqual(idsOf(all).slice(1));
    expect(rest.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: true });
    const before = await read({ last: 1, before: third.cursor });
    expect(idsOf(before)).toEqual(idsOf(all).slice(1, 2));
    expect(before.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: true });
    const { errors } = await app.graphql('{ competitions(after: "x") { edges { cursor } } }');
    expect(errors?.[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  it('null for what does not exist', async () => {
    const { data, errors } = await app.graphql(
      '{ match(id: "999999") { id } team(id: 999999) { id } tournament(id: "2147483647") { id } competition(id: "999999") { id } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ match: null, team: null, tournament: null, competition: null });
  });

  it('by GET, for clients that show they are no form', async () => {
    const query = encodeURIComponent('{ sports { title } }');
    const address = `http://${app.host}/graphql?query=${query}`;
    expect((await fetch(address)).status).toBe(400);
    const answer = await fetch(address, { headers: { 'apollo-require-preflight': 'true' } });
    expect(await answer.json()).toMatchObject({ data: { sports: [{}, {}, {}] } });
  });
});
