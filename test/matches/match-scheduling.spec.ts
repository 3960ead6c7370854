import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MatchSchedulingService, type ScheduleMatch } from '../../src/modules/matches/index.js';
import { bootStatsboards, type StatsboardsApp } from '../contract/statsboards/boot.js';
import { signUp } from '../contract/statsboards/sign-up.js';

let test: StatsboardsApp;
let teams: number[];
let tournament: number;
let other: number;

beforeAll(async () => {
  test = await bootStatsboards();
  const sql = async (text: string): Promise<number> =>
    (await test.database.sql<{ id: number }>(`${text} returning id`))[0].id;
  const preset = await sql(
    `insert into sport_scoreboard_preset (title, gameclock_max, direction, initial_time_mode, is_qtr, is_playclock,
       has_playclock, period_mode, period_count) values ('Halves', 2700, 'up', 'zero', false, false, false, 'half', 2)`,
  );
  const sport = await sql(
    `insert into sport (title, kind, scoreboard_preset_id) values ('Soccer', 'soccer', ${preset})`,
  );
  other = await sql(`insert into sport (title) values ('Curling')`);
  const season = await sql('insert into season (year) values (2026)');
  tournament = await sql(`insert into tournament (title, season_id, sport_id) values ('Cup', ${season}, ${sport})`);
  teams = [];
  for (const title of ['North', 'South']) {
    teams.push(
      await sql(
        `insert into team (title, sport_id, team_color) values ('${title}', ${sport}, '#00000${teams.length}')`,
      ),
    );
  }
  teams.push(await sql(`insert into team (title, sport_id) values ('Stones', ${other})`));
});
afterAll(() => test.close());

const schedule = (match: ScheduleMatch): Promise<number> =>
  RequestContext.create(test.app.get(MikroORM).em, () => test.app.get(MatchSchedulingService).schedule(match));

describe('scheduling a match', () => {
  it('makes its live rows in the same transaction, from the preset of the sport', async () => {
    const id = await schedule({ homeId: teams[0], awayId: teams[1], tournamentId: tournament, venue: 'Field 1' });
    expect(await test.database.sql('select * from gameclock where match_id = $1', [id])).toMatchObject([
      { gameclock: 0, gameclock_max: 2700, direction: 'up', gameclock_status: 'stopped', version: 1 },
    ]);
    expect(await test.database.sql('select * from scoreboard where match_id = $1', [id])).toMatchObject([
      { team_a_game_title: 'North', team_b_game_color: '#000001', is_qtr: false, period_mode: 'half', period_count: 2 },
    ]);
    expect(await test.database.sql('select * from matchdata where match_id = $1', [id])).toMatchObject([
      { score_team_a: 0, score_team_b: 0, field_length: 92 },
    ]);
    expect(await test.database.sql('select * from playclock where match_id = $1', [id])).toEqual([]);
    const journal = await test.database.sql<{ entity: string }>(
      'select entity from match_journal where match_id = $1 order by version',
      [id],
    );
    expect(journal.map(({ entity }) => entity).toSorted()).toEqual(['gameclock', 'match', 'matchdata', 'scoreboard']);
  });

  it('refuses what cannot be, and leaves nothing behind', async () => {
    const [before] = await test.database.sql('select count(*) from match');
    await expect(schedule({ homeId: teams[0], awayId: teams[0] })).rejects.toMatchObject({ kind: 'invalid' });
    await expect(schedule({ homeId: teams[0], awayId: 999_999 })).rejects.toMatchObject({ code: 'TEAM_NOT_FOUND' });
    await expect(schedule({ homeId: teams[0], awayId: teams[1], tournamentId: 999_999 })).rejects.toMatchObject({
      code: 'TOURNAMENT_NOT_FOUND',
    });
    await expect(schedule({ homeId: teams[0], awayId: teams[2] })).rejects.toMatchObject({ kind: 'invalid' });
    await expect(schedule({ homeId: teams[0], awayId: teams[1], week: 0 })).rejects.toMatchObject({ kind: 'invalid' });
    expect((await test.database.sql('select count(*) from match'))[0]).toEqual(before);
  });

  it('gives an imported match its live rows once, however many ask at the same time', async () => {
    const [{ id }] = await test.database.sql<{ id: number }>(
      `insert into match (team_a_id, team_b_id, tournament_id, status, score_home, score_away)
       values ($1, $2, $3, 'finished', 3, 1) returning id`,
      [teams[0], teams[1], tournament],
    );
    const ensure = (): Promise<void> =>
      RequestContext.create(test.app.get(MikroORM).em, () => test.app.get(MatchSchedulingService).ensureLiveRows(id));
    await Promise.all(Array.from({ length: 8 }, ensure));
    expect(
      await test.database.sql('select score_team_a, score_team_b from matchdata where match_id = $1', [id]),
    ).toEqual([{ score_team_a: 3, score_team_b: 1 }]);
    const [{ n }] = await test.database.sql<{ n: number }>(
      'select count(*)::int as n from match_journal where match_id = $1',
      [id],
    );
    expect(n).toBe(4);
  });

  it('shows a match that is over as it ended: completed, in the last period, its clock at its end', async () => {
    const ended = async (status: string): Promise<object> => {
      const [{ id }] = await test.database.sql<{ id: number }>(
        `insert into match (team_a_id, team_b_id, tournament_id, status) values ($1, $2, $3, $4) returning id`,
        [teams[0], teams[1], tournament, status],
      );
      await test.database.sql('select ensure_live_rows($1)', [id]);
      const [shown] = await test.database.sql(
        `select game_status, qtr, period_key, gameclock, gameclock_max, gameclock_time_remaining as left_over,
                gameclock_status as status
         from matchdata join gameclock using (match_id) where match_id = $1`,
        [id],
      );
      return shown;
    };
    const half = { gameclock: 2700, gameclock_max: 2700, left_over: 0, status: 'stopped' };
    const over = { ...half, game_status: 'completed', qtr: '2nd', period_key: 'period.2' };
    for (const status of ['finished', 'awarded']) expect(await ended(status)).toEqual(over);
    const beginning = { game_status: 'in-progress', qtr: '1st', period_key: 'period.1' };
    expect(await ended('postponed')).toEqual({ ...half, ...beginning, gameclock: 0, left_over: 2700 });
    await test.database.sql(
      `update sport_scoreboard_preset set period_clock_variant = 'cumulative', period_count = 12`,
    );
    expect(await ended('finished')).toMatchObject({
      qtr: '12th',
      gameclock: 32_400,
      gameclock_max: 32_400,
      left_over: 0,
    });
    await test.database.sql(`update sport_scoreboard_preset set period_clock_variant = 'per_period', period_count = 2`);
  });
});

describe('matches through GraphQL', () => {
  interface Match {
    id: string;
    version: number;
    home: { id: string };
    rosters: Record<'home' | 'away', { id: string; number: string; position: string | null; isStarting: boolean }[]>;
  }
  const FIELDS = `id version week venue status home { id } tournament { id }
    rosters { home { id number position isStarting } away { id } }`;
  const SCHEDULE = `mutation($input: ScheduleMatch!) { match: scheduleMatch(input: $input) { ${FIELDS} } }`;
  const UPDATE = `mutation($id: ID!, $input: MatchChanges!) { match: updateMatch(id: $id, input: $input) { ${FIELDS} } }`;
  const DELETE = 'mutation($id: ID!) { match: deleteMatch(id: $id) }';
  const ADD = `mutation($id: ID!, $player: RosterPlace!) {
    match: addToRoster(matchId: $id, player: $player) { id number position isStarting } }`;
  const SET = `mutation($id: ID!, $teamId: ID!, $players: [RosterPlace!]!) {
    match: setRoster(matchId: $id, teamId: $teamId, players: $players) { ${FIELDS} } }`;
  const REMOVE = 'mutation($id: ID!) { match: removeFromRoster(id: $id) }';

  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    for (const role of ['admin', 'editor', 'player']) tokens[role] = (await signUp(test, role)).token;
  });
  const send = async (query: string, variables: object, role = 'editor') =>
    (
      await test.call<{ data?: { match: unknown }; errors?: { extensions: { code: string } }[] }>('POST', '/graphql', {
        body: { query, variables },
        ...(tokens[role] === undefined ? {} : { token: tokens[role] }),
      })
    ).body;
  async function run<T = Match>(query: string, variables: object, role?: string): Promise<T> {
    const { data, errors } = await send(query, variables, role);
    expect(errors).toBeUndefined();
    return data!.match as T;
  }
  const codeOf = async (query: string, variables: object, role?: string): Promise<string | undefined> =>
    (await send(query, variables, role)).errors?.[0]?.extensions.code;

  const input = (values: object = {}) => ({
    homeId: String(teams[0]),
    awayId: String(teams[1]),
    tournamentId: String(tournament),
    kickoffAt: '2026-09-01T18:00:00Z',
    ...values,
  });
  /** A member of a team's roster of the tournament. */
  async function member(teamId: number, tournamentId: number | null = tournament): Promise<string> {
    const [{ id }] = await test.database.sql<{ id: number }>(
      `with player as (insert into player (sport_id) select sport_id from team where id = $1 returning id)
       insert into player_team_tournament (player_id, team_id, tournament_id, player_number)
       select id, $1, $2, '7' from player returning id`,
      [teamId, tournamentId],
    );
    return String(id);
  }

  it('are scheduled, changed and deleted', async () => {
    const match = await run(SCHEDULE, { input: input({ week: 3 }) });
    expect(match).toMatchObject({ week: 3, venue: null, status: 'SCHEDULED', tournament: { id: String(tournament) } });
    expect(await test.database.sql('select from gameclock where match_id = $1', [match.id])).toHaveLength(1);
    const changes = { venue: 'Field 2', week: null, tournamentId: null, status: 'POSTPONED' };
    const changed = await run(UPDATE, { id: match.id, input: changes });
    expect(changed).toMatchObject({ venue: 'Field 2', week: null, tournament: null, status: 'POSTPONED' });
    expect(changed.home).toEqual(match.home);
    expect(await codeOf(DELETE, { id: match.id }, 'editor')).toBe('ROLE_REQUIRED');
    expect(await run(DELETE, { id: match.id }, 'admin')).toBe(true);
    expect(await codeOf(DELETE, { id: match.id }, 'admin')).toBe('MATCH_NOT_FOUND');
    expect(await codeOf(UPDATE, { id: match.id, input: {} })).toBe('MATCH_NOT_FOUND');
  });

  it.each([
    [{ awayId: '999999' }, 'TEAM_NOT_FOUND'],
    [{ tournamentId: '999999' }, 'TOURNAMENT_NOT_FOUND'],
    [{ homeId: 'x' }, 'BAD_USER_INPUT'],
    [{ week: 0 }, 'INVALID_ARGUMENT'],
    [{ attendance: -1 }, 'INVALID_ARGUMENT'],
    [{ venue: 'x'.repeat(256) }, 'INVALID_ARGUMENT'],
  ])('are refused with %j: %s', async (values, code) => {
    const { id } = await run(SCHEDULE, { input: input() });
    expect(await codeOf(SCHEDULE, { input: input(values) })).toBe(code);
    expect(await codeOf(UPDATE, { id, input: values })).toBe(code);
  });

  it('belong to editors', async () => {
    const { id } = await run(SCHEDULE, { input: input() });
    const player = { rosterEntryId: await member(teams[0]!) };
    for (const [query, variables] of [
      [SCHEDULE, { input: input() }],
      [UPDATE, { id, input: {} }],
      [ADD, { id, player }],
      [SET, { id, teamId: String(teams[0]), players: [] }],
      [REMOVE, { id }],
    ] as const) {
      expect(await codeOf(query, variables, 'nobody')).toBe('NOT_AUTHENTICATED');
      expect(await codeOf(query, variables, 'player')).toBe('ROLE_REQUIRED');
    }
  });

  it('get players of their teams’ rosters, one by one or all at once', async () => {
    const { id } = await run(SCHEDULE, { input: input() });
    const [first, second, guest] = [await member(teams[0]!), await member(teams[0]!), await member(teams[1]!)];
    const added = await run<{ id: string }>(ADD, { id, player: { rosterEntryId: first, isStarting: true } });
    expect(added).toMatchObject({ number: '7', position: null, isStarting: true });
    expect(await codeOf(ADD, { id, player: { rosterEntryId: first } })).toBe('PLAYER_ALREADY_IN_MATCH');
    await run(ADD, { id, player: { rosterEntryId: guest, number: '99' } });

    const teamId = String(teams[0]);
    const both = [{ rosterEntryId: first, number: '1' }, { rosterEntryId: second }];
    const { rosters } = await run(SET, { id, teamId, players: both });
    expect(rosters.home).toMatchObject([{ id: added.id, number: '1', isStarting: true }, { number: '7' }]);
    expect(rosters.away).toHaveLength(1);
    const one = await run(SET, { id, teamId, players: [{ rosterEntryId: second }] });
    expect(one.rosters).toMatchObject({ home: [{ id: rosters.home[1]!.id }], away: rosters.away });
    expect(await run(REMOVE, { id: rosters.home[1]!.id })).toBe(true);
    expect(await codeOf(REMOVE, { id: rosters.home[1]!.id })).toBe('PLAYER_MATCH_NOT_FOUND');
  });

  it('get nobody else, and all of a roster or nothing', async () => {
    const { id } = await run(SCHEDULE, { input: input() });
    const [home, guest] = [await member(teams[0]!), await member(teams[1]!)];
    const add = (rosterEntryId: string, values: object = {}) =>
      codeOf(ADD, { id, player: { rosterEntryId, ...values } });
    expect(await add(await member(teams[2]!))).toBe('WRONG_TEAM');
    expect(await add(await member(teams[0]!, null))).toBe('WRONG_TOURNAMENT');
    expect(await add('999999')).toBe('ROSTER_ENTRY_NOT_FOUND');
    expect(await add(home, { positionId: '999999' })).toBe('UNKNOWN_REFERENCE');
    expect(await add(home, { number: '12345678901' })).toBe('INVALID_ARGUMENT');
    expect(await codeOf(ADD, { id: '999999', player: { rosterEntryId: home } })).toBe('MATCH_NOT_FOUND');
    const set = (teamId: number, ...entries: string[]) =>
      codeOf(SET, { id, teamId: String(teamId), players: entries.map((rosterEntryId) => ({ rosterEntryId })) });
    expect(await set(teams[0]!, home, guest)).toBe('WRONG_TEAM');
    expect(await set(teams[0]!, home, home)).toBe('INVALID_ARGUMENT');
    expect(await set(teams[2]!)).toBe('TEAM_OF_THE_MATCH_NOT_FOUND');
    expect(await test.database.sql('select from player_match where match_id = $1', [id])).toEqual([]);
  });

  it('are written as docs/graphql.md shows', async () => {
    const text = await readFile(join(import.meta.dirname, '../../docs/graphql.md'), 'utf8');
    const documents = [...text.matchAll(/```graphql\n(.*?)```/gs)].map(([, document]) => document!);
    const [document, ...others] = documents.filter((each) => each.includes('scheduleMatch('));
    expect([await codeOf(document!, {}, 'nobody'), others]).toEqual(['NOT_AUTHENTICATED', []]);
  });
});
