import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JournalListener } from '#realtime/index.js';
import { until } from '../../support/feed.js';
import { createMatch } from '../../support/fixtures.js';
import { bootStatsboards, type StatsboardsApp } from './boot.js';
import { type Message, SocketClient } from './socket-client.js';
import { type Clock, games, SocketStage } from './socket-stage.js';
import { clocksOverSockets } from './sockets-clocks.suite.js';
import { connectionsOfSockets } from './sockets-connections.suite.js';
import { surroundingsOverSockets } from './sockets-surroundings.suite.js';

let test: StatsboardsApp;
beforeAll(async () => {
  test = await bootStatsboards({ REALTIME_MAX_QUEUE_ITEMS: '50', CORS_ORIGINS: 'https://board.example.org' });
  await until(() => test.app.get(JournalListener).healthy);
});
afterAll(() => test.close());

const stage = new SocketStage(() => test);
describe('a client that connects', () => {
  it('gets everything first, then the three documented messages', async () => {
    const { matchId, homeId, awayId } = await createMatch(test.database);
    const quarterback = await stage.addPlayer(matchId, homeId);
    await stage.sql(
      `insert into football_event (match_id, event_number, event_qtr, offense_team, event_qb, run_player, play_type, play_result, ball_on, ball_moved_to)
       values ($1, 1, 2, $2, $3, $3, 'run', 'gain', 20, 25)`,
      [matchId, homeId, quarterback],
    );
    const client = await SocketClient.match(test.host, matchId);
    await client.nextOf('gameclock-update');
    expect(client.messages.map(({ type }) => type)).toEqual([
      'initial-load',
      'message-update',
      'playclock-update',
      'gameclock-update',
    ]);
    const [load, match, playclock, gameclock] = client.messages as [Message, Message, Message, Message];
    const shown = {
      match_id: matchId,
      match: { id: matchId, team_a_id: homeId, team_b_id: awayId, title: expect.stringContaining(' vs ') },
      teams_data: { team_a: { id: homeId, title: expect.any(String), team_color: '#c01c28' }, team_b: { id: awayId } },
      match_data: {
        match_id: matchId,
        qtr: '1st',
        timeout_team_a: '●●●',
        field_length: 92,
        down: '1st',
        distance: '10',
      },
      scoreboard_data: { match_id: matchId, is_qtr: true, has_timeouts: true, has_playclock: true },
    };
    // What the newest client takes its pages from: nothing else is read by them.
    expect(load).toMatchObject({
      match_id: matchId,
      data: {
        ...shown,
        id: matchId,
        status_code: 200,
        sponsors_data: { match: { main_sponsor: null, sponsor_line: null }, tournament: expect.any(Object) },
        players: [{ id: quarterback, team_id: homeId, match_id: matchId, person: { second_name: 'Brady' } }],
        events: [{ match_id: matchId, run_player: quarterback, event_qb: quarterback, play_result: 'gain' }],
        gameclock: { gameclock: 720, gameclock_status: 'stopped', server_time_ms: expect.any(Number) },
        playclock: { playclock: null, playclock_status: 'stopped' },
        statistics: { match_id: matchId, team_a: { team_stats: { run_att: 1, run_yards: 5 } } },
        server_time_ms: expect.any(Number),
      },
    });
    // The same in the document's flat form and under `data`.
    expect(match).toMatchObject({ ...shown, data: shown });
    expect(match['match']).toMatchObject({ team_a_score: 0, team_b_score: 0 });
    expect(playclock).toMatchObject({
      match_id: matchId,
      is_supported: true,
      playclock: { match_id: matchId, playclock: null, playclock_status: 'stopped' },
      server_time_ms: expect.any(Number),
    });
    expect(gameclock).toMatchObject({
      match_id: matchId,
      gameclock: { match_id: matchId, gameclock: 720, gameclock_max: 720, version: 1 },
      server_time_ms: expect.any(Number),
    });
    // Legacy clients look for clocks at the top of whatever comes.
    for (const message of [load, match]) expect(Object.keys(message)).not.toContain('gameclock');
    await client.close();
  });

  it('finds sponsors and tournament of its match', async () => {
    const { matchId, homeId } = await createMatch(test.database);
    await stage.addPlayer(matchId, homeId);
    await stage.sql(
      `with sponsor as (insert into sponsor (title, logo_url) values ('Acme', '/acme.png') returning id),
            line as (insert into sponsor_line (title, is_visible) values ('Gold', true) returning id),
            placed as (insert into sponsor_sponsor_line (sponsor_id, sponsor_line_id, position) select sponsor.id, line.id, 1 from sponsor, line)
       update match set main_sponsor_id = (select id from sponsor), sponsor_line_id = (select id from line),
                        tournament_id = (select max(id) from tournament) where id = $1`,
      [matchId],
    );
    const client = await SocketClient.match(test.host, matchId);
    const line = { title: 'Gold', sponsors: [{ sponsor: { title: 'Acme', logo_url: '/acme.png' }, position: 1 }] };
    expect(await client.nextOf('initial-load')).toMatchObject({
      data: {
        match: { tournament: { title: 'Cup' }, main_sponsor: { title: 'Acme' }, sponsor_line: line },
        sponsors_data: {
          match: { main_sponsor: { title: 'Acme' }, sponsor_line: line },
          tournament: { main_sponsor: null },
        },
      },
    });
    await client.close();
  });

  it('and comes back after changes it has missed is right at once', async () => {
    const { matchId, client, ids } = await stage.watched();
    await client.close();
    await stage.sql('update matchdata set score_team_a = 21, qtr = $2 where id = $1', [ids.data, '3rd']);
    await test.call('PUT', `/api/playclock/id/${ids.play}/running/25/`);
    await stage.sql(`insert into football_event (match_id, event_number) values ($1, 1), ($1, 2)`, [matchId]);
    const again = await SocketClient.match(test.host, matchId);
    expect(await again.nextOf('initial-load')).toMatchObject({
      data: {
        match_data: { score_team_a: 21, qtr: '3rd' },
        playclock: { playclock_status: 'running', playclock: 25, version: 2 },
        events: [{ event_number: 1 }, { event_number: 2 }],
      },
    });
    expect(await again.nextOf('message-update')).toMatchObject({ data: { match_data: { score_team_a: 21 } } });
    await again.close();
  });

  it('to a match that does not exist gets an empty state, and everything when it appears; and nothing when it goes', async () => {
    const { homeId, awayId } = await createMatch(test.database);
    const id = 8_000_001;
    const client = await SocketClient.match(test.host, id);
    expect(await client.nextOf('initial-load')).toMatchObject({
      data: { match_id: id, match: null, match_data: null, players: [], events: [], gameclock: null, playclock: null },
    });
    await client.nextOf('playclock-update');
    client.forget();
    await stage.sql('insert into match (id, team_a_id, team_b_id) values ($1, $2, $3)', [id, homeId, awayId]);
    await client.next(({ type, data }) => type === 'initial-load' && (data as { match: unknown }).match !== null);
    await until(() => games(client).length > 0);
    await stage.sql('update matchdata set score_team_b = 3 where match_id = $1', [id]);
    await client.next(({ match_data }) => (match_data as Clock | null)?.['score_team_b'] === 3);
    client.forget();
    await stage.sql('delete from match where id = $1', [id]);
    expect(await client.nextOf('initial-load')).toMatchObject({ data: { match: null, events: [], gameclock: null } });
    await client.close();
  });

  it('is refused where there is no such path, and where its page is from elsewhere', async () => {
    const status = async (path: string, options: object = {}): Promise<number> => {
      const failed = SocketClient.open(test.host, path, options).then(
        async (client) => (await client.close(), 101),
        (error: Error) => Number(/\d{3}/.exec(error.message)?.[0]),
      );
      return failed;
    };
    expect(await status('/api/matches/ws/id/abc/client')).toBe(404);
    expect(await status('/api/matches/ws/id/1')).toBe(404);
    expect(await status('/api/matches/ws/id/9999999999/client')).toBe(404);
    expect(await status('/api/matches/ws/id/1/client', { origin: 'https://evil.example.org' })).toBe(403);
    expect(await status('/api/matches/ws/matches/1/stats', { origin: 'https://evil.example.org' })).toBe(403);
    for (const path of ['/api/matches/ws/id/1/client', '/api/matches/ws/id/1/client/?token=abc']) {
      expect(await status(path, { origin: 'https://board.example.org' })).toBe(101);
      expect(await status(path, { origin: `http://${test.host}` })).toBe(101);
    }
    expect(await status('/api/matches/ws/id/1/client', { protocols: ['statsboard-auth'] })).toBe(101);
  });
});

describe('what changes', () => {
  it('is told whole, in both forms, whoever changed it', async () => {
    const { matchId, client, ids, homeId } = await stage.watched();
    await test.call('PUT', `/api/matchdata/${ids.data}/`, { body: { score_team_a: 7 } });
    const score = await client.nextOf('match-update');
    const data = { score_team_a: 7, score_team_b: 0, qtr: '1st', down: '1st', ball_on: 20, timeout_team_b: '●●●' };
    expect(score).toMatchObject({
      match_id: matchId,
      match_data: data,
      match: { score_home: 7, team_a_score: 7 },
      data: { match_data: data },
    });
    // A row at the top of `data` would be taken for match data and replace them.
    for (const name of Object.keys(data)) expect(Object.keys(score['data'] as object)).not.toContain(name);
    // One message for the two rows a score changes.
    expect(client.messages).toHaveLength(1);
    client.forget();
    await test.call('PUT', `/api/scoreboards/${ids.board}/`, { body: { is_flag: true, is_goal_team_a: true } });
    const board = { is_flag: true, is_goal_team_a: true, has_timeouts: true, scoreboard_goal_text: 'TOUCHDOWN' };
    expect(await client.nextOf('match-update')).toMatchObject({
      scoreboard_data: board,
      data: { scoreboard_data: board },
    });
    client.forget();
    await stage.sql(`update matchdata set down = '4th', distance = 'GOAL' where id = $1`, [ids.data]);
    await client.next(({ match_data }) => (match_data as Clock)['distance'] === 'GOAL');
    await stage.sql('update match set week = 5, team_b_id = $2 where id = $1', [matchId, homeId]);
    expect(
      await client.next(({ teams_data }) => (teams_data as { team_b: { id: number } }).team_b.id === homeId),
    ).toMatchObject({ match: { week: 5, team_b_id: homeId } });
    await client.close();
  });

  it('of the players is told with all players', async () => {
    const { matchId, client, homeId } = await stage.watched();
    const id = await stage.addPlayer(matchId, homeId, 'Rice');
    expect(await client.nextOf('players-update')).toMatchObject({
      data: {
        match_id: matchId,
        players: [
          { id, match_number: '12', player_team_tournament: { player_number: '12' }, person: { second_name: 'Rice' } },
        ],
      },
    });
    client.forget();
    await stage.sql('delete from player_match where id = $1', [id]);
    expect(await client.nextOf('players-update')).toMatchObject({ data: { players: [] } });
    await client.close();
  });

  it('D2, D8, D9: of the plays is told with all plays and their statistics, the last of a burst included', async () => {
    const { matchId, client, homeId } = await stage.watched();
    const runner = await stage.addPlayer(matchId, homeId, 'Henry');
    await client.nextOf('players-update');
    for (let n = 1; n <= 20; n++) {
      await stage.sql(
        `insert into football_event (match_id, event_number, event_qtr, game_clock, offense_team, run_player, play_type, play_result, ball_on, ball_moved_to)
         values ($1, $2, 1, 754, $3, $4, 'run', 'gain', 20, 22)`,
        [matchId, n, homeId, runner],
      );
    }
    const { events } = await client.next<Message & { events: Message[] }>(
      ({ type, events }) => type === 'event-update' && (events as unknown[]).length === 20,
    );
    expect(events.at(-1)).toMatchObject({
      match_id: matchId,
      event_number: 20,
      // Ids, as the newest client wants them, and what the document's example reads.
      run_player: runner,
      quarter: '1st',
      time_remaining: '12:34',
      event_type: 'run',
      player_id: runner,
      player: { id: runner, person: { first_name: 'Tom', last_name: 'Henry' } },
    });
    const { statistics } = await client.next<Message & { statistics: object }>(
      ({ type, statistics }) =>
        type === 'statistics-update' &&
        (statistics as { team_a: { team_stats: { run_att: number } } }).team_a.team_stats.run_att === 20,
    );
    expect(statistics).toEqual((await test.call('GET', `/api/matches/id/${matchId}/stats/`)).body);
    expect(statistics).toMatchObject({ team_a: { offense_stats: { [runner]: { run_yards: 40 } } } });
    // Throttled: not one message each.
    expect(client.of('event-update').length).toBeLessThan(20);
    client.forget();
    await stage.sql('update football_event set ball_moved_to = 30 where match_id = $1 and event_number = 20', [
      matchId,
    ]);
    await stage.sql('delete from football_event where match_id = $1 and event_number = 1', [matchId]);
    await client.next(
      ({ type, events }) =>
        type === 'event-update' &&
        (events as Message[]).length === 19 &&
        (events as Message[]).at(-1)!['ball_moved_to'] === 30,
    );
    await client.next(({ statistics }) => JSON.stringify(statistics ?? '').includes(`"run_yards":46`));
    await client.close();
  });

  it('is told again when somebody asks by hand, and garbage on the channels is nobody’s', async () => {
    const { matchId, client, homeId } = await stage.watched();
    // A change that the journal does not tell of.
    await test.database.client.query(
      `set session_replication_role = replica; update team set title = 'Renamed' where id = ${homeId};
       set session_replication_role = origin`,
    );
    for (const payload of ['', 'x', 'null', '{"match_id": null}', `{"match_id": ${matchId + 1}}`]) {
      await stage.sql('select pg_notify($1, $2)', ['matchdata_change', payload]);
    }
    await test.database.client.query(`NOTIFY matchdata_change, '{"match_id": ${matchId}}'`);
    expect(await client.nextOf('match-update')).toMatchObject({ teams_data: { team_a: { title: 'Renamed' } } });
    expect(client.messages).toHaveLength(1);
    for (const [channel, type] of [
      ['match_change', 'match-update'],
      ['scoreboard_change', 'match-update'],
      ['gameclock_change', 'gameclock-update'],
      ['playclock_change', 'playclock-update'],
      ['football_event_change', 'event-update'],
      ['football_event_change', 'statistics-update'],
      ['player_match_change', 'players-update'],
    ] as const) {
      client.forget();
      await stage.sql('select pg_notify($1, $2)', [channel, JSON.stringify({ match_id: matchId })]);
      await client.nextOf(type);
    }
    await client.close();
  });
});

clocksOverSockets(() => test);
connectionsOfSockets(() => test);
surroundingsOverSockets(() => test);
