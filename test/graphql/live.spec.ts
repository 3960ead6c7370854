import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootStatsboards, type StatsboardsApp } from '../contract/statsboards/boot.js';
import { signUp } from '../contract/statsboards/sign-up.js';
import { createMatch } from '../support/fixtures.js';
import { statementsOf } from './statements.js';

type Row = Record<string, unknown>;

let test: StatsboardsApp;
let editor: string;
let user: string;
beforeAll(async () => {
  test = await bootStatsboards({ GRAPHQL_MAX_COMPLEXITY: '50000' });
  editor = (await signUp(test, 'editor')).token;
  user = (await signUp(test)).token;
});
afterAll(() => test?.close());

async function run<T = Row>(document: string, variables: Row = {}): Promise<T> {
  const { data, errors } = await test.graphql<Record<string, T>>(document, variables, editor);
  expect(errors).toBeUndefined();
  return Object.values(data)[0]!;
}

async function refusal(document: string, variables: Row = {}, token: string | undefined = editor): Promise<Row> {
  const { errors } = await test.graphql(document, variables, token);
  return errors?.[0]?.extensions ?? {};
}

interface Game {
  id: string;
  homeId: string;
  awayId: string;
  /** Players of the match. */
  home: string[];
  away: string[];
}

async function game(): Promise<Game> {
  const { matchId, homeId, awayId } = await createMatch(test.database);
  const roster = async (teamId: number): Promise<string[]> => {
    const rows = await test.database.sql<{ id: number }>(
      `insert into player_match (match_id, team_id, match_number) values ($1, $2, '7'), ($1, $2, '12') returning id`,
      [matchId, teamId],
    );
    return rows.map(({ id }) => String(id));
  };
  const [home, away] = [await roster(homeId), await roster(awayId)];
  return { id: String(matchId), homeId: String(homeId), awayId: String(awayId), home, away };
}

const CLOCK = '{ status seconds maxSeconds direction startedAt endsAt serverTime remainingSeconds version }';
const START = `mutation($id: ID!, $v: Int) { startGameClock(matchId: $id, expectedVersion: $v) ${CLOCK} }`;
const PAUSE = START.replace('startGameClock', 'pauseGameClock');
const SET = `mutation($id: ID!, $s: Int!, $status: ClockStatus) {
  setGameClock(matchId: $id, seconds: $s, status: $status) ${CLOCK} }`;
const RESET = `mutation($id: ID!) { resetGameClock(matchId: $id) ${CLOCK} }`;
const PLAY_CLOCK = '{ status seconds remainingSeconds startedAt endsAt version }';
const START_PLAY = `mutation($id: ID!, $s: Int!) { startPlayClock(matchId: $id, seconds: $s) ${PLAY_CLOCK} }`;
const STOP_PLAY = `mutation($id: ID!) { stopPlayClock(matchId: $id) ${PLAY_CLOCK} }`;
const BOARD = `{ home { points timeouts title color showsTimeout } away { points timeouts } period periodTitle down
  distance ballOn flag gameStatus shows { playClock playerId } hasTimeouts pointSteps }`;
const SCORE = `mutation($id: ID!, $h: Int!, $a: Int!, $v: Int) {
  setScore(matchId: $id, home: $h, away: $a, expectedVersion: $v) ${BOARD} }`;
const ADD = `mutation($id: ID!, $side: Side!, $points: Int!) {
  addPoints(matchId: $id, side: $side, points: $points) ${BOARD} }`;
const TIMEOUT = `mutation($id: ID!) { callTimeout(matchId: $id, side: HOME) ${BOARD} }`;
const UPDATE = `mutation($id: ID!, $input: ScoreboardInput!) { updateScoreboard(matchId: $id, input: $input) ${BOARD} }`;
const PLAY = `{ id number period kind outcome score offenceTeamId ballOn ballMovedTo version clientId
  players { role playerId player { number teamId } } credits { share } words { type result } }`;
const RECORD = `mutation($id: ID!, $input: PlayInput!, $client: String) {
  recordPlay(matchId: $id, input: $input, clientId: $client) ${PLAY} }`;
const CORRECT = `mutation($id: ID!, $input: PlayInput!, $v: Int) {
  correctPlay(id: $id, input: $input, expectedVersion: $v) ${PLAY} }`;
const VOID = `mutation($id: ID!, $v: Int) { voidPlay(id: $id, expectedVersion: $v) ${PLAY} }`;
const STATISTICS = `{ version home { team { runYards passYards } offence { playerId runYards player { number } } }
  away { defence { tackles } } corrections { path value previous author } }`;
const CORRECT_STAT = `mutation($id: ID!, $path: String!, $value: Float!) {
  correctStatistic(matchId: $id, path: $path, value: $value) ${STATISTICS} }`;
const WITHDRAW = `mutation($id: ID!, $path: String!) { withdrawStatisticCorrection(matchId: $id, path: $path) ${STATISTICS} }`;
const OF = (selection: string): string => `query($id: ID!) { match(id: $id) { ${selection} } }`;

const run7 = ({ homeId, home, away }: Game): Row => ({
  period: 1,
  down: 1,
  distance: 10,
  offenceTeamId: homeId,
  ballOn: 25,
  ballMovedTo: 32,
  kind: 'RUN',
  outcome: 'RUN',
  players: [
    { role: 'RUNNER', playerId: home[0] },
    { role: 'TACKLER', playerId: away[0] },
  ],
});

describe('clocks', () => {
  it('start, pause, are set and reset, as anchors', async () => {
    const { id } = await game();
    const started = await run(START, { id });
    expect(started).toMatchObject({ status: 'RUNNING', direction: 'DOWN', seconds: 720, maxSeconds: 720, version: 2 });
    expect(Date.parse(started['endsAt'] as string) - Date.parse(started['startedAt'] as string)).toBe(720_000);
    expect(Date.parse(started['serverTime'] as string)).toBeGreaterThanOrEqual(
      Date.parse(started['startedAt'] as string),
    );
    expect(await run(START, { id })).toMatchObject({ version: 2 });
    expect(await run(PAUSE, { id })).toMatchObject({ status: 'PAUSED', startedAt: null, endsAt: null, version: 3 });
    expect(await run(SET, { id, s: 100 })).toMatchObject({ status: 'PAUSED', seconds: 100, remainingSeconds: 100 });
    expect(await run(SET, { id, s: 90, status: 'RUNNING' })).toMatchObject({ status: 'RUNNING', seconds: 90 });
    expect(await run(RESET, { id })).toMatchObject({ status: 'STOPPED', seconds: 720 });
    expect(await run(START_PLAY, { id, s: 40 })).toMatchObject({ status: 'RUNNING', seconds: 40 });
    expect(await run(STOP_PLAY, { id })).toMatchObject({ status: 'STOPPED', startedAt: null });
    expect(await run(STOP_PLAY.replace('stop', 'reset'), { id })).toMatchObject({
      seconds: null,
      remainingSeconds: null,
    });
    expect(await run(OF(`gameClock ${CLOCK}`), { id })).toMatchObject({ gameClock: { seconds: 720, version: 6 } });
  });

  it('refuse what was meant for another state, or cannot be', async () => {
    const { id } = await game();
    await run(START, { id });
    expect(await refusal(PAUSE, { id, v: 1 })).toMatchObject({
      code: 'CLOCK_CHANGED',
      params: { seen: 1, version: 2 },
    });
    expect(await run(PAUSE, { id, v: 2 })).toMatchObject({ version: 3 });
    expect(await refusal(SET, { id, s: -1 })).toMatchObject({ code: 'BAD_USER_INPUT', params: { field: 'seconds' } });
    expect(await refusal(START, { id: '2147483647' })).toMatchObject({ code: 'MATCH_NOT_FOUND' });
    await test.database.sql('delete from playclock where match_id = $1', [id]);
    const sport = await test.database.sql<{ id: number }>(
      `with p as (insert into sport_scoreboard_preset (title, has_playclock) values ('Indoor', false) returning id)
       insert into sport (title, scoreboard_preset_id) select 'Indoor', id from p returning id`,
    );
    await test.database.sql(
      'update team set sport_id = $2 from match m where m.id = $1 and team.id in (m.team_a_id, m.team_b_id)',
      [id, sport[0]!.id],
    );
    expect(await refusal(START_PLAY, { id, s: 5 })).toMatchObject({ code: 'NO_PLAY_CLOCK' });
  });
});

describe('the scoreboard', () => {
  it('is changed by operations of the game', async () => {
    const { id, home } = await game();
    expect(await run(SCORE, { id, h: 7, a: 3 })).toMatchObject({ home: { points: 7 }, away: { points: 3 } });
    expect(await run(ADD, { id, side: 'AWAY', points: 6 })).toMatchObject({ away: { points: 9 } });
    expect(await run(TIMEOUT, { id })).toMatchObject({ home: { timeouts: 2, showsTimeout: true } });
    const input = {
      period: 2,
      down: '3rd',
      distance: '4',
      ballOn: 31,
      flag: true,
      home: { timeouts: 3, title: 'LIONS', showsTimeout: false },
      shows: { playClock: false, playerId: home[0] },
    };
    expect(await run(UPDATE, { id, input })).toMatchObject({
      ...input,
      periodTitle: '2nd',
      home: { points: 7, ...input.home },
      shows: { playClock: false, playerId: home[0] },
    });
    expect(await run(UPDATE, { id, input: { period: 5, home: { title: null } } })).toMatchObject({
      period: 5,
      periodTitle: 'OT',
      home: { title: null },
    });
    const { score, scoreboard } = await run<Record<string, Row>>(OF(`score { home away } scoreboard ${BOARD}`), { id });
    expect(score).toEqual({ home: 7, away: 9 });
    expect(scoreboard).toMatchObject({ down: '3rd', flag: true });
  });

  it('refuses what is not possible, and leaves everything as it was', async () => {
    const { id } = await game();
    const { version } = await run<{ version: number }>(OF('version'), { id });
    await run(SCORE, { id, h: 1, a: 0 });
    expect(await refusal(SCORE, { id, h: 2, a: 0, v: version })).toMatchObject({ code: 'SCOREBOARD_CHANGED' });
    expect(await refusal(ADD, { id, side: 'HOME', points: -2 })).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await refusal(UPDATE, { id, input: { down: 'much too long', flag: true } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      params: { field: 'input.down' },
    });
    expect(await refusal(UPDATE, { id, input: { flag: true, shows: { playerId: '999999' } } })).toMatchObject({
      code: 'PLAYER_MATCH_NOT_FOUND',
    });
    expect(await refusal(UPDATE, { id, input: { home: { timeouts: 5 } } })).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await refusal(UPDATE, { id, input: { period: null } })).toMatchObject({ code: 'BAD_USER_INPUT' });
    for (let left = 3; left > 0; left--) await run(TIMEOUT, { id });
    expect(await refusal(TIMEOUT, { id })).toMatchObject({ code: 'NO_TIMEOUT_LEFT' });
    expect(await run(OF(`scoreboard ${BOARD}`), { id })).toMatchObject({
      scoreboard: { home: { points: 1 }, flag: false },
    });
  });

  it('loses no point of many scorers at once', async () => {
    const { id } = await game();
    await Promise.all(Array.from({ length: 20 }, () => run(ADD, { id, side: 'HOME', points: 1 })));
    expect(await run(OF(`scoreboard ${BOARD}`), { id })).toMatchObject({ scoreboard: { home: { points: 20 } } });
  });
});

describe('plays', () => {
  it('are recorded, corrected and voided, and count', async () => {
    const g = await game();
    const first = await run(RECORD, { id: g.id, input: run7(g) });
    expect(first).toMatchObject({
      number: 1,
      kind: 'RUN',
      outcome: 'RUN',
      score: 'NONE',
      words: { type: 'run', result: 'run' },
      players: [
        { role: 'RUNNER', playerId: g.home[0], player: { number: '7', teamId: g.homeId } },
        { role: 'TACKLER', playerId: g.away[0], player: { teamId: g.awayId } },
      ],
    });
    const second = await run(RECORD, {
      id: g.id,
      input: { ...run7(g), ballOn: 32, ballMovedTo: 40, score: 'TOUCHDOWN' },
    });
    expect(second).toMatchObject({ number: 2, score: 'TOUCHDOWN' });
    expect(await run(OF(`statistics ${STATISTICS}`), { id: g.id })).toMatchObject({
      statistics: {
        home: { team: { runYards: 15 }, offence: [{ playerId: g.home[0], runYards: 15, player: { number: '7' } }] },
        away: { defence: [{ tackles: 2 }] },
      },
    });
    const corrected = await run(CORRECT, {
      id: second['id'],
      input: { ballMovedTo: 35, players: [{ role: 'TACKLER' }] },
    });
    expect(corrected).toMatchObject({ ballMovedTo: 35, ballOn: 32, players: [{ role: 'RUNNER' }] });
    expect(corrected['version']).toBeGreaterThan(second['version'] as number);
    expect(await run(VOID, { id: first['id'] })).toMatchObject({ id: first['id'], ballMovedTo: 32 });
    expect(await run(OF('plays { totalCount edges { node { id } } }'), { id: g.id })).toEqual({
      plays: { totalCount: 1, edges: [{ node: { id: second['id'] } }] },
    });
  });

  it('sent again with their clientId are recorded once', async () => {
    const g = await game();
    const sent = { id: g.id, input: run7(g), client: 'tablet-1:17' };
    const answers = await Promise.all([run(RECORD, sent), run(RECORD, sent), run(RECORD, sent)]);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    const { id } = answers[0]!;
    await run(CORRECT, { id, input: { ballMovedTo: 30 } });
    expect(await run(RECORD, sent)).toMatchObject({ id, ballMovedTo: 30, clientId: 'tablet-1:17' });
    const other = { ...sent, input: { ...run7(g), ballMovedTo: 33 } };
    expect(await refusal(RECORD, other)).toMatchObject({ code: 'CLIENT_ID_REUSED', params: { playId: Number(id) } });
    await run(VOID, { id });
    expect(await refusal(RECORD, sent)).toMatchObject({ code: 'PLAY_VOIDED' });
    expect(await refusal(RECORD, { ...sent, client: 'a b' })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('are not overwritten by who has not seen the last correction', async () => {
    const g = await game();
    const { id, version } = await run(RECORD, { id: g.id, input: run7(g) });
    await run(CORRECT, { id, input: { ballMovedTo: 30 }, v: version });
    expect(await refusal(CORRECT, { id, input: { ballMovedTo: 31 }, v: version })).toMatchObject({
      code: 'PLAY_CHANGED',
    });
    expect(await refusal(VOID, { id, v: version })).toMatchObject({ code: 'PLAY_CHANGED' });
    expect(await refusal(VOID, { id: '2147483647' })).toMatchObject({ code: 'PLAY_NOT_FOUND' });
  });

  it.each<[string, Row, string]>([
    ['a match that is not', {}, 'UNKNOWN_REFERENCE'],
    ['a player that is not', { players: [{ role: 'RUNNER', playerId: '999999' }] }, 'UNKNOWN_REFERENCE'],
    ['a part twice', { players: [{ role: 'RUNNER' }, { role: 'RUNNER' }] }, 'BAD_USER_INPUT'],
    ['a fifth down', { down: 5 }, 'BAD_USER_INPUT'],
    ['an id that is none', { offenceTeamId: 'x' }, 'BAD_USER_INPUT'],
    ['two sacks at once', { credits: [{ playerId: '1', kind: 'SACK', share: 2, yards: 0 }] }, 'BAD_USER_INPUT'],
  ])('refuse %s', async (what, input, code) => {
    const id = what === 'a match that is not' ? '2147483647' : (await game()).id;
    expect(await refusal(RECORD, { id, input })).toMatchObject({ code });
  });

  it('are read in pages, forwards and backwards, those without a number last', async () => {
    const g = await game();
    for (let number = 5; number > 0; number--) await run(RECORD, { id: g.id, input: { number } });
    await test.database.sql('insert into football_event (match_id) values ($1), ($1)', [g.id]);
    const PAGE = `query($id: ID!, $first: Int, $after: String, $last: Int, $before: String) { match(id: $id) {
      plays(first: $first, after: $after, last: $last, before: $before) {
        totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { node { number } } } } }`;
    interface Page {
      plays: { pageInfo: Record<string, string | boolean>; edges: { node: { number: number | null } }[] };
    }
    const numbers: (number | null)[] = [];
    let after: unknown = null;
    for (let pages = 0; pages < 3; pages++) {
      const { plays } = await run<Page>(PAGE, { id: g.id, first: 3, after });
      numbers.push(...plays.edges.map(({ node }) => node.number));
      after = plays.pageInfo['endCursor'];
      expect(plays.pageInfo['hasNextPage']).toBe(pages < 2);
    }
    expect(numbers).toEqual([1, 2, 3, 4, 5, null, null]);
    const { plays } = await run<Page>(PAGE, { id: g.id, last: 2, before: after });
    expect(plays.edges.map(({ node }) => node.number)).toEqual([5, null]);
    expect(plays.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
    expect(await refusal(PAGE, { id: g.id, first: 1, after: 'x' })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('statistics set by hand', () => {
  it('stay as set until they are withdrawn', async () => {
    const g = await game();
    await run(RECORD, { id: g.id, input: run7(g) });
    const path = 'home.team.runYards';
    expect(await run(CORRECT_STAT, { id: g.id, path, value: 9 })).toMatchObject({
      home: { team: { runYards: 9 } },
      corrections: [{ path, value: 9, previous: 7, author: expect.stringMatching(/^user_/) as string }],
    });
    await run(RECORD, { id: g.id, input: run7(g) });
    expect(await run(CORRECT_STAT, { id: g.id, path, value: 10 })).toMatchObject({ home: { team: { runYards: 10 } } });
    expect(await run(WITHDRAW, { id: g.id, path })).toMatchObject({
      home: { team: { runYards: 14 } },
      corrections: [],
    });
    expect(await refusal(WITHDRAW, { id: g.id, path })).toMatchObject({ code: 'STATISTIC_CORRECTION_NOT_FOUND' });
    expect(await refusal(CORRECT_STAT, { id: g.id, path: 'home.x', value: 1 })).toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
  });
});

describe('access', () => {
  it('is for editors; everybody reads', async () => {
    const g = await game();
    for (const [document, variables] of [
      [START, { id: g.id }],
      [START_PLAY, { id: g.id, s: 5 }],
      [SCORE, { id: g.id, h: 1, a: 1 }],
      [UPDATE, { id: g.id, input: {} }],
      [RECORD, { id: g.id, input: {} }],
      [CORRECT, { id: '1', input: {} }],
      [VOID, { id: '1' }],
      [CORRECT_STAT, { id: g.id, path: 'home.team.runYards', value: 1 }],
      [WITHDRAW, { id: g.id, path: 'home.team.runYards' }],
    ] as const) {
      const anonymous = await test.graphql(document, variables);
      expect(anonymous.errors?.[0]?.extensions['code'], document).toBe('NOT_AUTHENTICATED');
      expect(await refusal(document, variables, user)).toMatchObject({ code: 'ROLE_REQUIRED' });
    }
    const everything = `gameClock ${CLOCK} playClock ${PLAY_CLOCK} scoreboard ${BOARD} statistics ${STATISTICS}
      rosters { home { id number } away { id } } plays { totalCount }`;
    const { data, errors } = await test.graphql<{ match: Row }>(OF(everything), { id: g.id });
    expect(errors).toBeUndefined();
    expect(data.match).toMatchObject({
      gameClock: null,
      scoreboard: null,
      rosters: { home: [{ number: '7' }, { number: '12' }], away: [{}, {}] },
      plays: { totalCount: 0 },
    });
  });
});

describe('lists of matches', () => {
  it.each([1, 5])('ask the database as often for %i as for one', async (first) => {
    for (let made = 0; made < first; made++) {
      const g = await game();
      await run(START, { id: g.id });
      for (let n = 0; n < 3; n++) await run(RECORD, { id: g.id, input: run7(g) });
      await run(CORRECT_STAT, { id: g.id, path: 'home.team.passYards', value: 1 });
    }
    const document = `query($first: Int) { matches(last: $first) { edges { node { id gameClock ${CLOCK}
      playClock ${PLAY_CLOCK} scoreboard ${BOARD} statistics ${STATISTICS} rosters { home { id } away { id } }
      plays(first: 2) { totalCount edges { node ${PLAY} } } } } } }`;
    const statements = await statementsOf(async () => {
      const { errors } = await test.graphql(document, { first });
      expect(errors).toBeUndefined();
    });
    // Matches; game clocks; play clocks; match data; scoreboards; players; pages and numbers of plays; their versions;
    // versions, sources or changes of statistics, and their corrections.
    expect(statements.length).toBeLessThanOrEqual(13);
  });
});

describe('docs/graphql.md', () => {
  it('shows documents about a match in play that run', async () => {
    const text = await readFile(join(import.meta.dirname, '../../docs/graphql.md'), 'utf8');
    const documents = [...text.matchAll(/```graphql\n(.*?)```/gs)].map(([, document]) => document!);
    const about = documents.filter((document) => /gameClock|startGameClock/.test(document));
    expect(about).toHaveLength(2);
    const { id } = await game();
    for (const document of about.toReversed()) {
      const { errors } = await test.graphql(document.replaceAll('"1"', `"${id}"`), {}, editor);
      expect(errors).toBeUndefined();
    }
  });
});
