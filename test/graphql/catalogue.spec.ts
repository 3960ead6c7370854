import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootStatsboards, type StatsboardsApp } from '../contract/statsboards/boot.js';
import { signUp } from '../contract/statsboards/sign-up.js';
import type { GraphqlAnswer } from '../support/app.js';
import { statementsOf } from './statements.js';

type Row = Record<string, unknown>;

let test: StatsboardsApp;
let tokens: Record<'admin' | 'editor' | 'user', string>;
beforeAll(async () => {
  test = await bootStatsboards();
  tokens = {
    admin: (await signUp(test, 'admin')).token,
    editor: (await signUp(test, 'editor')).token,
    user: (await signUp(test)).token,
  };
});
afterAll(() => test.close());

type Sent = Omit<GraphqlAnswer<Record<string, Row>>, 'status'>;

async function send(query: string, variables: object = {}, token?: string): Promise<Sent> {
  const options = { body: { query, variables }, ...(token ? { token } : {}) };
  return (await test.call<Sent>('POST', '/graphql', options)).body;
}

/** The value of the document's only root field, as an administrator. */
async function run<T = Row>(query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await send(query, variables, tokens.admin);
  expect(errors).toBeUndefined();
  return Object.values(data)[0] as T;
}

async function codeOf(query: string, variables: object = {}, token = tokens.admin): Promise<unknown> {
  return (await send(query, variables, token)).errors?.[0]?.extensions['code'];
}

let made = 0;
const name = (what: string): string => `${what} ${++made}`;
const CREATE_SPORT = 'mutation($input: NewSport!) { createSport(input: $input) { id title kind } }';
const CREATE_SEASON = 'mutation($input: NewSeason!) { createSeason(input: $input) { id year isCurrent } }';
const CREATE_TOURNAMENT = `mutation($input: NewTournament!) {
  createTournament(input: $input) { id title season { year } sport { id } } }`;
const CREATE_TEAM =
  'mutation($input: NewTeam!) { createTeam(input: $input) { id name code color tournaments { edges { node { id } } } } }';
const REGISTER = `mutation($team: ID!, $tournament: ID!) {
  registerTeamInTournament(teamId: $team, tournamentId: $tournament) { id tournaments { edges { node { id } } } } }`;
const WITHDRAW = REGISTER.replace('registerTeamIn', 'withdrawTeamFrom');
const MOVE = `mutation($input: TournamentMove!) { moveTournamentToSport(input: $input) {
  moved preview movedTournamentIds counts { teams } conflicts { teams { entityId tournamentIds } } } }`;

const sport = (): Promise<Row> => run(CREATE_SPORT, { input: { title: name('Sport') } });
const season = (isCurrent = false): Promise<Row> => run(CREATE_SEASON, { input: { year: 2000 + ++made, isCurrent } });
async function league(): Promise<{ sportId: unknown; tournament: unknown; team: unknown }> {
  const [{ id: sportId }, { id: seasonId }] = [await sport(), await season()];
  const tournament = await run(CREATE_TOURNAMENT, { input: { title: name('Tournament'), sportId, seasonId } });
  const team = await run(CREATE_TEAM, { input: { name: name('Team'), sportId } });
  return { sportId, tournament: tournament['id'], team: team['id'] };
}

describe('a league through mutations', () => {
  it('is founded, entered, left and moved', async () => {
    const { sportId, tournament, team } = await league();
    expect(await run(REGISTER, { team, tournament })).toEqual({
      id: team,
      tournaments: { edges: [{ node: { id: tournament } }] },
    });
    expect(await codeOf(REGISTER, { team, tournament })).toBe('TEAM_ALREADY_ENTERED');
    expect(await codeOf(REGISTER, { team: '2147483647', tournament })).toBe('TEAM_NOT_FOUND');
    expect(await run(WITHDRAW, { team, tournament })).toEqual({ id: team, tournaments: { edges: [] } });
    expect(await codeOf(WITHDRAW, { team, tournament })).toBe('TEAM_IN_TOURNAMENT_NOT_FOUND');

    await run(REGISTER, { team, tournament });
    const { id: targetSportId } = await sport();
    const input = { tournamentId: tournament, targetSportId };
    expect(await run(MOVE, { input: { ...input, preview: true } })).toMatchObject({
      moved: false,
      counts: { teams: 1 },
    });
    expect(await run(MOVE, { input })).toMatchObject({ moved: true, movedTournamentIds: [tournament] });
    expect(await run('query($id: ID!) { team(id: $id) { sport { id } } }', { id: team })).toEqual({
      sport: { id: targetSportId },
    });

    const { id: seasonId } = await season();
    const other = await run(CREATE_TOURNAMENT, { input: { title: 'Other', sportId: targetSportId, seasonId } });
    await run(REGISTER, { team, tournament: other['id'] });
    expect(await codeOf(MOVE, { input: { ...input, targetSportId: sportId } })).toBe('SHARED_MEMBERS');
  });

  it('behaviour 28: without a current season has the one of the setting, or else that of this year', async () => {
    await test.database.sql('update season set iscurrent = false');
    const thisYear = new Date().getUTCFullYear();
    await test.database.sql('delete from season where year = $1', [thisYear]);
    const current = '{ currentSeason { id } }';
    expect(await run(current)).toBeNull();
    const { id: ofThisYear } = await run(CREATE_SEASON, { input: { year: thisYear } });
    expect(await run(current)).toEqual({ id: ofThisYear });
    const { id: configured } = await season();
    await test.database.sql(`insert into global_setting (key, value) values ('season.current', $1)`, [configured]);
    expect(await run(current)).toEqual({ id: configured });
    const { id: flagged } = await season(true);
    expect(await run(current)).toEqual({ id: flagged });
    await test.database.sql(`delete from global_setting where key = 'season.current'`);
  });

  it('behaviour 27: has one current season', async () => {
    const [first, second] = [await season(true), await season(true)];
    const current = '{ currentSeason { id isCurrent } }';
    expect(await run(current)).toEqual({ id: second['id'], isCurrent: true });
    const made = await run('mutation($id: ID!) { makeSeasonCurrent(id: $id) { id isCurrent } }', { id: first['id'] });
    expect(made).toEqual({ id: first['id'], isCurrent: true });
    expect(await run(current)).toEqual(made);
    expect(await codeOf('mutation { makeSeasonCurrent(id: 2147483647) { id } }')).toBe('SEASON_NOT_FOUND');
    expect(await codeOf(CREATE_SEASON, { input: { year: first['year'] } })).toBe('SEASON_YEAR_TAKEN');
    expect(await codeOf(CREATE_SEASON, { input: { year: 1899 } })).toBe('INVALID_ARGUMENT');
  });

  it('changes what is given, clears with null, and refuses to clear what is required', async () => {
    const { team } = await league();
    const change = `mutation($id: ID!, $input: TeamChanges!) { updateTeam(id: $id, input: $input) { name city color } }`;
    const before = await run(change, { id: team, input: { city: 'Boston' } });
    expect(before).toMatchObject({ city: 'Boston', color: '#c01c28' });
    expect(await run(change, { id: team, input: { city: null } })).toEqual({ ...before, city: null });
    expect(await codeOf(change, { id: team, input: { name: null } })).toBe('BAD_USER_INPUT');
    expect(await codeOf(change, { id: team, input: { sportId: '2147483647' } })).toBe('UNKNOWN_REFERENCE');
    expect(await codeOf(change, { id: team, input: { sportId: 'x' } })).toBe('BAD_USER_INPUT');
    expect(await codeOf(change, { id: team, input: { name: 'x'.repeat(51) } })).toBe('INVALID_ARGUMENT');
  });

  it('knows the rules of a sport by its title, and its positions and preset', async () => {
    const preset = await run(
      `mutation { createScoreboardPreset(input: { title: "Soccer", direction: UP, periodMode: CUSTOM, periodCount: 2,
        periodLabels: ["half.1", "half.2"], quickScoreDeltas: [1, -1] }) { id direction periodLabels gameclockMax } }`,
    );
    expect(preset).toMatchObject({ direction: 'UP', periodLabels: ['half.1', 'half.2'], gameclockMax: 720 });
    const created = await run(CREATE_SPORT, {
      input: { title: 'American Football, flag', scoreboardPresetId: preset['id'] },
    });
    expect(created['kind']).toBe('AMERICAN_FOOTBALL');
    const position = `mutation($input: NewPosition!) { createPosition(input: $input) { id title category } }`;
    const input = { sportId: created['id'], title: 'Quarterback', category: 'OFFENSE' };
    expect(await run(position, { input })).toMatchObject({ title: 'Quarterback', category: 'OFFENSE' });
    expect(await codeOf(position, { input })).toBe('POSITION_TITLE_TAKEN');
    const sports = await run<Row[]>('{ sports { id positions { edges { node { title } } } scoreboardPreset { id } } }');
    expect(sports.find(({ id }) => id === created['id'])).toEqual({
      id: created['id'],
      positions: { edges: [{ node: { title: 'Quarterback' } }] },
      scoreboardPreset: { id: preset['id'] },
    });
    const change = 'mutation($id: ID!) { updateScoreboardPreset(id: $id, input: { periodMode: HALF }) { id } }';
    expect(await codeOf(change, { id: preset['id'] })).toBe('INVALID_ARGUMENT');
  });

  it('deletes for administrators only', async () => {
    const { sportId, tournament, team } = await league();
    for (const [field, id] of [
      ['deleteTeam', team],
      ['deleteTournament', tournament],
      ['deleteSport', sportId],
    ]) {
      const mutation = `mutation($id: ID!) { ${String(field)}(id: $id) }`;
      expect(await codeOf(mutation, { id }, tokens.editor)).toBe('ROLE_REQUIRED');
      expect(await run(mutation, { id })).toBe(true);
      expect(await codeOf(mutation, { id })).toMatch(/_NOT_FOUND$/);
    }
  });
});

describe('access', () => {
  it('every mutation needs a token of an editor or administrator', async () => {
    const mutations = [
      [CREATE_SPORT, { input: { title: 'x' } }],
      [CREATE_SEASON, { input: { year: 2999 } }],
      [CREATE_TEAM, { input: { name: 'x', sportId: '1' } }],
      [REGISTER, { team: '1', tournament: '1' }],
      [MOVE, { input: { tournamentId: '1', targetSportId: '1' } }],
      ['mutation { createSetting(input: { key: "a", value: "b" }) { id } }', {}],
    ] as const;
    for (const [query, variables] of mutations) {
      expect((await send(query, variables)).errors?.[0]?.extensions['code']).toBe('NOT_AUTHENTICATED');
      expect(await codeOf(query, variables, tokens.user)).toBe('ROLE_REQUIRED');
    }
    for (const [query, variables] of mutations.slice(4)) {
      expect(await codeOf(query, variables, tokens.editor)).toBe('ROLE_REQUIRED');
    }
  });
});

describe('settings', () => {
  it('are set, listed page by page, changed and deleted', async () => {
    const keys = ['a', 'b', 'c'].map((key) => `page.${key}`);
    const create = 'mutation($input: NewSetting!) { createSetting(input: $input) { id } }';
    const ids = [];
    for (const key of keys) ids.push((await run(create, { input: { key, value: '1', category: 'pages' } }))['id']);
    expect(await codeOf(create, { input: { key: keys[0], value: '2' } })).toBe('SETTING_KEY_TAKEN');
    const list = `query($after: String, $before: String, $first: Int, $last: Int) {
      settings(category: "pages", first: $first, after: $after, last: $last, before: $before) {
        totalCount edges { cursor node { key } } pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } }`;
    const read = async (page: object) => {
      const { totalCount, edges, pageInfo } = await run<{
        totalCount: number;
        edges: { node: { key: string } }[];
        pageInfo: Record<string, unknown>;
      }>(list, page);
      return { totalCount, keys: edges.map(({ node }) => node.key), pageInfo };
    };
    const first = await read({ first: 2 });
    expect(first).toMatchObject({
      totalCount: 3,
      keys: keys.slice(0, 2),
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    });
    const second = await read({ first: 2, after: first.pageInfo['endCursor'] });
    expect(second).toMatchObject({ keys: keys.slice(2), pageInfo: { hasNextPage: false, hasPreviousPage: true } });
    expect((await read({ last: 1, before: second.pageInfo['startCursor'] })).keys).toEqual(keys.slice(1, 2));
    expect((await read({ last: 5 })).keys).toEqual(keys);
    expect((await read({ first: 0 })).keys).toEqual([]);
    expect(await codeOf(list, { after: 'x' })).toBe('BAD_USER_INPUT');
    const change =
      'mutation($id: ID!) { updateSetting(id: $id, input: { value: "2", category: null }) { value category } }';
    expect(await run(change, { id: ids[0] })).toEqual({ value: '2', category: null });
    expect(await run('mutation($id: ID!) { deleteSetting(id: $id) }', { id: ids[0] })).toBe(true);
    expect((await read({ first: 2 })).totalCount).toBe(2);
  });
});

/** The fewest of three times: work in the background may send some of its own in between. */
async function fewestStatements(work: () => Promise<unknown>): Promise<number> {
  const counts: number[] = [];
  for (let times = 0; times < 3; times++) counts.push((await statementsOf(work)).length);
  return Math.min(...counts);
}

describe('statements sent to PostgreSQL', () => {
  it('one each for sports, their positions and their presets, however many', async () => {
    const read = () => run('{ sports { title positions { edges { node { title } } } scoreboardPreset { title } } }');
    const few = await fewestStatements(read);
    for (let count = 0; count < 5; count++) {
      const { id: sportId } = await sport();
      const input = { sportId, title: 'Guard' };
      await run('mutation($input: NewPosition!) { createPosition(input: $input) { id } }', { input });
    }
    const many = await fewestStatements(read);
    expect([few, many]).toEqual([3, 3]);
  });

  it.each([
    ['/api/teams/', 1],
    ['/api/teams/paginated?items_per_page=2', 1],
    ['/api/teams/paginated?search=team&items_per_page=2', 1],
    ['/api/teams/with-details/paginated?items_per_page=2', 1],
    ['/api/tournaments/with-details/paginated?items_per_page=2', 3],
    ['/api/tournaments/with-details/paginated', 3],
    ['/api/sports/paginated', 1],
    ['/api/seasons/', 1],
    ['/api/settings/grouped', 1],
    ['/api/seasons/year/2001/teams', 1],
    ['/api/seasons/year/2001/matches', 1],
  ])('GET %s: %i', async (path, count) => {
    const { sportId } = await league();
    for (let times = 0; times < 3; times++) await run(CREATE_TEAM, { input: { name: name('Team'), sportId } });
    expect(await fewestStatements(() => test.call('GET', path))).toBe(count);
  });
});
