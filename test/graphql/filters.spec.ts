import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootApp, type TestApp } from '../support/app.js';
import { Fixtures } from './fixtures.js';

let app: TestApp;
const day = (date: number): string => `2023-09-0${date}T12:00:00Z`;
const id: Record<string, number> = {};

beforeAll(async () => {
  app = await bootApp();
  const make = new Fixtures(app.database);
  id.soccer = await make.sport({ title: 'Soccer' });
  id.football = await make.sport({ title: 'Football', kind: 'american-football' });
  const [older, newer] = [await make.season(2022), await make.season(2023)];
  id.league = await make.competition(id.soccer, { title: 'Première Ligue', country: 'France' });
  id.ligue22 = await make.tournament(id.soccer, older, { title: 'Première Ligue 2022/23', competition_id: id.league });
  id.ligue23 = await make.tournament(id.soccer, newer, { title: 'Première Ligue 2023/24', competition_id: id.league });
  id.bowl = await make.tournament(id.football, newer, { title: '100% Bowl' });
  id.lyon = await make.team({ title: 'Olympique Lyonnais', sport_id: id.soccer });
  id.nice = await make.team({ title: 'Nice', sport_id: id.soccer });
  id.bears = await make.team({ title: 'Bears_A', sport_id: id.football });
  id.wolves = await make.team({ title: 'Wolves\\B', sport_id: id.football });
  id.stray = await make.team({ title: 'Stray' });
  await make.insert('team_tournament', { team_id: id.stray, tournament_id: id.bowl });
  id.first = await make.result(id.lyon, id.nice, [1, 0], {
    tournament_id: id.ligue22,
    match_date: day(1),
    venue: 'Parc OL',
  });
  id.second = await make.match(id.nice, id.lyon, {
    tournament_id: id.ligue23,
    match_date: day(2),
    referee: 'M. Dupont',
  });
  id.third = await make.match(id.bears, id.wolves, { tournament_id: id.bowl, match_date: day(3), status: 'live' });
  id.friendly = await make.match(id.wolves, id.stray, { match_date: day(4), status: 'postponed' });
  id.undated = await make.match(id.lyon, id.nice, { match_date: null });
});

afterAll(() => app?.close());

/** Names of the matches a filter leaves, in order. */
async function matching(filter: Record<string, unknown>): Promise<string[]> {
  const { data, errors } = await app.graphql<{ matches: { totalCount: number; edges: { node: { id: string } }[] } }>(
    'query($filter: MatchFilter) { matches(filter: $filter) { totalCount edges { node { id } } } }',
    { filter },
  );
  expect(errors).toBeUndefined();
  const { totalCount, edges } = data.matches;
  expect(totalCount).toBe(edges.length);
  const names = new Map(['first', 'second', 'third', 'friendly', 'undated'].map((name) => [String(id[name]), name]));
  return edges.map(({ node }) => names.get(node.id) ?? node.id);
}

describe('MatchFilter', () => {
  it('leaves everything when nothing is asked', async () => {
    const nothing = { sport: null, tournamentId: null, season: null, teamId: null, status: null, from: null, to: null };
    const all = ['first', 'second', 'third', 'friendly', 'undated'];
    expect(await matching({})).toEqual(all);
    expect(await matching({ ...nothing, text: null })).toEqual(all);
    expect(await matching({ text: '  ' })).toEqual(all);
  });

  it('sport, from the tournament or else the home team', async () => {
    expect(await matching({ sport: 'SOCCER' })).toEqual(['first', 'second', 'undated']);
    expect(await matching({ sport: 'AMERICAN_FOOTBALL' })).toEqual(['third', 'friendly']);
    expect(await matching({ sport: 'OTHER' })).toEqual([]);
  });

  it('tournament and season', async () => {
    expect(await matching({ tournamentId: id.ligue22 })).toEqual(['first']);
    expect(await matching({ tournamentId: String(id.bowl) })).toEqual(['third']);
    expect(await matching({ season: 2023 })).toEqual(['second', 'third']);
    expect(await matching({ season: 1999 })).toEqual([]);
  });

  it('team, at home or away', async () => {
    expect(await matching({ teamId: id.lyon })).toEqual(['first', 'second', 'undated']);
    expect(await matching({ teamId: id.stray })).toEqual(['friendly']);
  });

  it('any of several states', async () => {
    expect(await matching({ status: ['LIVE'] })).toEqual(['third']);
    expect(await matching({ status: ['FINISHED', 'POSTPONED'] })).toEqual(['first', 'friendly']);
    expect(await matching({ status: [] })).toEqual([]);
  });

  it('kickoff from a moment until before another', async () => {
    expect(await matching({ from: '2023-09-02T12:00:00Z' })).toEqual(['second', 'third', 'friendly']);
    expect(await matching({ from: '2023-09-02T14:00:00.001+02:00' })).toEqual(['third', 'friendly']);
    expect(await matching({ to: '2023-09-02T12:00:00Z' })).toEqual(['first']);
    expect(await matching({ from: '2023-09-02T00:00:00Z', to: '2023-09-03T12:00:00.001Z' })).toEqual([
      'second',
      'third',
    ]);
    expect(await matching({ from: '2023-09-03T00:00:00Z', to: '2023-09-02T00:00:00Z' })).toEqual([]);
  });

  it('text in the names of teams, tournament, venue and referee', async () => {
    expect(await matching({ text: 'olympique' })).toEqual(['first', 'second', 'undated']);
    expect(await matching({ text: 'première' })).toEqual(['first', 'second']);
    expect(await matching({ text: ' parc ' })).toEqual(['first']);
    expect(await matching({ text: 'DUPONT' })).toEqual(['second']);
    expect(await matching({ text: 'stray' })).toEqual(['friendly']);
    expect(await matching({ text: 'nowhere' })).toEqual([]);
  });

  it('takes text as it is written', async () => {
    expect(await matching({ text: '%' })).toEqual(['third']);
    expect(await matching({ text: '_' })).toEqual(['third']);
    expect(await matching({ text: '\\' })).toEqual(['third', 'friendly']);
    expect(await matching({ text: `'; delete from match; --` })).toEqual([]);
    expect(await matching({ text: '?' })).toEqual([]);
    expect(await matching({ text: `\\' or true --` })).toEqual([]);
  });

  it('all conditions together', async () => {
    const filter = { sport: 'SOCCER', season: 2022, teamId: id.nice, status: ['FINISHED'], text: 'parc' };
    expect(await matching(filter)).toEqual(['first']);
    expect(await matching({ ...filter, season: 2023 })).toEqual([]);
  });

  it('refuses what makes no sense', async () => {
    const refusals = [
      [{ tournamentId: 'x' }, 'filter.tournamentId'],
      [{ tournamentId: '' }, 'filter.tournamentId'],
      [{ teamId: '-1' }, 'filter.teamId'],
      [{ teamId: '2147483648' }, 'filter.teamId'],
      [{ teamId: '1e3' }, 'filter.teamId'],
    ] as const;
    for (const [filter, field] of refusals) {
      const { errors } = await app.graphql('query($f: MatchFilter) { matches(filter: $f) { totalCount } }', {
        f: filter,
      });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', kind: 'invalid', params: { field } } }]);
      expect(errors?.[0].message).toContain(field);
    }
    for (const text of ['x'.repeat(101), 'a\0b']) {
      const { errors } = await app.graphql('query($f: MatchFilter) { matches(filter: $f) { totalCount } }', {
        f: { text },
      });
      expect(errors).toMatchObject([{ extensions: { code: 'INVALID_ARGUMENT', params: { field: 'text' } } }]);
    }
  });
});

async function titles(args: string): Promise<string[]> {
  const { data, errors } = await app.graphql<{ tournaments: { title: string }[] }>(
    `{ tournaments(${args}) { title } }`,
  );
  expect(errors).toBeUndefined();
  return data.tournaments.map(({ title }) => title);
}

async function names(filter: string): Promise<string[]> {
  const { data, errors } = await app.graphql<{ teams: { totalCount: number; edges: { node: { name: string } }[] } }>(
    `{ teams(filter: {${filter}}) { totalCount edges { node { name } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data.teams.totalCount).toBe(data.teams.edges.length);
  return data.teams.edges.map(({ node }) => node.name);
}

describe('other filters', () => {
  it('of tournaments', async () => {
    const [ligue22, ligue23] = ['Première Ligue 2022/23', 'Première Ligue 2023/24'];
    expect(await titles('sport: null')).toEqual(['100% Bowl', ligue23, ligue22]);
    expect(await titles('sport: SOCCER')).toEqual([ligue23, ligue22]);
    expect(await titles('season: 2023')).toEqual(['100% Bowl', ligue23]);
    expect(await titles(`competitionId: ${id.league}, season: 2022`)).toEqual([ligue22]);
    expect(await titles('text: "LIGUE"')).toEqual([ligue23, ligue22]);
    expect(await titles('text: "0% b"')).toEqual(['100% Bowl']);
    expect(await titles('first: 1, offset: 1')).toEqual([ligue23]);
    expect(await titles('offset: 3')).toEqual([]);
  });

  it('of teams', async () => {
    expect(await names('sport: AMERICAN_FOOTBALL')).toEqual(['Bears_A', 'Wolves\\B']);
    expect(await names(`tournamentId: ${id.ligue22}`)).toEqual(['Nice', 'Olympique Lyonnais']);
    expect(await names(`tournamentId: ${id.bowl}`)).toEqual(['Bears_A', 'Stray', 'Wolves\\B']);
    expect(await names('text: "s_"')).toEqual(['Bears_A']);
    expect(await names('text: "s", sport: SOCCER')).toEqual(['Olympique Lyonnais']);
  });
});
