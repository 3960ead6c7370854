import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GameClocksService, PlayClocksService } from '#modules/live/index.js';
import { MatchSchedulingService } from '#modules/matches/index.js';
import { MatchStatisticsService, PlayRecordingService } from '#modules/plays/index.js';
import { JournalListener, UpgradeRouter } from '../../src/realtime/index.js';
import { until } from '../support/feed.js';
import { createMatch } from '../support/fixtures.js';
import { GraphqlSocket, type Message } from '../support/graphql-socket.js';
import { bootStatsboards, type StatsboardsApp } from './statsboards/boot.js';
import { SocketClient } from './statsboards/socket-client.js';

interface Document {
  asyncapi: string;
  servers: Record<string, { host: string }>;
  channels: Record<string, { address: string; messages: Record<string, { payload: object }> }>;
  operations: Record<string, { action: string; channel: { $ref: string }; messages: { $ref: string }[] }>;
}

let test: StatsboardsApp;
let document: Document;
let ajv: Ajv2020;
let matchId: number;
beforeAll(async () => {
  test = await bootStatsboards();
  await until(() => test.app.get(JournalListener).healthy);
  document = (await (await fetch(`http://${test.host}/asyncapi.json`)).json()) as Document;
  ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(document, 'asyncapi');
  ({ matchId } = await createMatch(test.database));
  await inRequest(() => test.app.get(MatchSchedulingService).ensureLiveRows(matchId));
});
afterAll(() => test?.close());

const inRequest = <T>(work: () => Promise<T>): Promise<T> => RequestContext.create(test.app.get(MikroORM).em, work);

/** What is wrong with a message; nothing when it is as documented. */
function faults(channel: string, name: string, message: unknown): unknown[] {
  const escaped = name.replaceAll('~', '~0').replaceAll('/', '~1');
  const validate = ajv.getSchema(`asyncapi#/channels/${channel}/messages/${escaped}/payload`);
  if (validate === undefined) return [`${name} is not documented`];
  return validate(message)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message: text }) => `${instancePath} ${text}`);
}

/** Everything that can happen to a match: clocks, score, a player, plays recorded, corrected and voided, edits by hand. */
async function playOn(): Promise<void> {
  const [{ home, away }] = await test.database.sql<{ home: number; away: number }>(
    'select team_a_id as home, team_b_id as away from match where id = $1',
    [matchId],
  );
  const [{ id: player }] = await test.database.sql<{ id: number }>(
    `with person as (insert into person (first_name, second_name) values ('Tom', 'Brady') returning id),
          sport as (insert into sport (title) values (gen_random_uuid()::text) returning id),
          player as (insert into player (sport_id, person_id) select sport.id, person.id from sport, person returning id),
          member as (insert into player_team_tournament (player_id, team_id) select id, $2 from player returning id)
     insert into player_match (match_id, team_id, match_number, player_team_tournament_id)
     select $1, $2, '12', id from member returning id`,
    [matchId, home],
  );
  const recording = test.app.get(PlayRecordingService);
  await inRequest(async () => {
    const games = test.app.get(GameClocksService);
    await games.start((await games.findByMatch(matchId))!.id);
    const plays = test.app.get(PlayClocksService);
    await plays.start((await plays.findByMatch(matchId))!.id, 30);
  });
  await test.database.sql('update match set score_home = 6, score_away = 0 where id = $1', [matchId]);
  await inRequest(async () => {
    const play = await recording.record(matchId, {
      offenseTeam: home,
      playType: 'pass',
      playResult: 'completed',
      eventQb: player,
      passReceivedPlayer: player,
      distanceOnOffence: 12,
      credits: [{ player, kind: 'reception', share: 1, yards: 12 }],
    });
    await recording.correct(play.id, { distanceOnOffence: 15 });
    await recording.record(matchId, { offenseTeam: away, playType: 'run', playResult: 'run', tacklePlayer: player });
    await recording.void(play.id);
    const path = 'home.team.passYards';
    const statistics = test.app.get(MatchStatisticsService);
    await statistics.override(matchId, [{ path, value: 4_321 }], { userId: null, at: undefined });
  });
}

describe('the AsyncAPI document', () => {
  it('is whole: references lead somewhere, and each message belongs to an operation', () => {
    expect(document.asyncapi).toBe('3.0.0');
    expect(document.servers['ws']!.host).toBe(test.host);
    const at = (reference: string): unknown =>
      reference
        .slice(2)
        .split('/')
        .reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], document);
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference!);
    expect(references.length).toBeGreaterThan(100);
    for (const reference of new Set(references)) expect(at(reference), reference).toBeDefined();
    const used = new Set(
      Object.values(document.operations).flatMap(({ messages }) => messages.map(({ $ref }) => $ref)),
    );
    for (const [name, { messages }] of Object.entries(document.channels)) {
      for (const message of Object.keys(messages)) expect(used).toContain(`#/channels/${name}/messages/${message}`);
    }
  });

  it('has a channel for every socket of the server', () => {
    const addresses = Object.values(document.channels).map(({ address }) => address.replace(/\/$/, ''));
    const paths = test.app
      .get(UpgradeRouter)
      .paths.map((path) => path.replace(/:(\w+)(\([^)]*\))?/g, '{$1}').replace(/\/$/, ''));
    for (const path of [...paths, '/socket.io']) expect(addresses).toContain(path);
  });

  it('is shown on a page that needs nothing from elsewhere', async () => {
    const page = await (await fetch(`http://${test.host}/docs/asyncapi`)).text();
    for (const [, asset] of page.matchAll(/(?:src|href)="([^"]+)"/g)) {
      if (asset!.startsWith('data:')) continue;
      expect((await fetch(new URL(asset!, `http://${test.host}`))).status, asset).toBe(200);
      expect(asset).toMatch(/^\//);
    }
    expect(await (await fetch(`http://${test.host}/`)).text()).toContain('href="/docs/asyncapi"');
  });
});

describe('every message is as documented', () => {
  it('on socket.io, the raw sockets and GraphQL', async () => {
    const dashboard = io(`http://${test.host}`, { transports: ['websocket'], forceNew: true, reconnection: false });
    const events: [string, unknown][] = [];
    dashboard.onAny((name: string, message: unknown) => events.push([name, message]));
    const streams = ['feed', 'gameClock', 'playClock', 'scoreboard', 'matchStats', 'plays'];
    const request = { matchId, streams };
    expect(faults('dashboards', 'subscribe', request)).toEqual([]);
    expect(faults('dashboards', 'acknowledgement', await dashboard.emitWithAck('subscribe', request))).toEqual([]);
    expect(faults('dashboards', 'acknowledgement', await dashboard.emitWithAck('subscribe', {}))).toEqual([]);

    const match = await SocketClient.match(test.host, matchId);
    const statistics = await SocketClient.statistics(test.host, matchId);
    match.send({ type: 'ping', timestamp: 1 });

    const graphql = await (await GraphqlSocket.open(test.host)).init();
    const clock = '{ status seconds fractionMs startedAt endsAt serverTime version }';
    const team = '{ teamId team { passYards } quarterbacks { playerId rating player { firstName } } }';
    const play =
      '{ id matchId number kind outcome score version players { role playerId } credits { kind share } words { type } }';
    const selections: Record<string, string> = {
      matchFeed: 'topic op entityId data',
      gameClock: `clock ${clock}`,
      playClock: `clock ${clock}`,
      scoreboard: 'scoreboard { home { points timeouts } shows { playerId } pointSteps }',
      matchStats: `changed { path value } statistics { home ${team} corrections { path at } }`,
      plays: `change supersedes play ${play} plays ${play}`,
    };
    for (const [name, selection] of Object.entries(selections)) {
      const query = `subscription { ${name}(matchId: "${matchId}") { cursor matchId version at ${selection} } }`;
      const message = { id: name, type: 'subscribe', payload: { query } };
      expect(faults('graphql', 'subscribe', message)).toEqual([]);
      graphql.send(message);
    }
    graphql.subscribe('wrong', 'subscription { wrong }');
    graphql.send({ type: 'ping' });
    graphql.subscribe('query', '{ sports { id } }');
    const told = (name: string): Message[] => graphql.messages.filter(({ id, type }) => id === name && type === 'next');
    await until(() => Object.keys(selections).every((name) => told(name).length > 0));

    await playOn();
    await until(
      () => events.filter(([name]) => name === 'plays').length === 5 && told('plays').length === 5,
      () => events.map(([name]) => name),
    );
    await until(() => JSON.stringify(told('matchStats').at(-1)).includes('4321'));
    statistics.send({
      type: 'stats_update',
      match_id: matchId,
      timestamp: '2001-01-01T00:00:00',
      stats: {
        team_a: { team_stats: { pass_yards: 1 } },
      },
    });
    const expected = [
      'initial-load',
      'message-update',
      'match-update',
      'gameclock-update',
      'playclock-update',
      'event-update',
      'statistics-update',
      'players-update',
      'pong',
    ];
    const types = (client: SocketClient): Set<string> => new Set(client.messages.map(({ type }) => type));
    await until(
      () => expected.every((type) => types(match).has(type)),
      () => [...types(match)],
    );
    await until(
      () => types(statistics).has('stats_sync'),
      () => [...types(statistics)],
    );

    expect(new Set(events.map(([name]) => name))).toEqual(new Set(streams));
    for (const [name, message] of events) expect(faults('dashboards', name, message), name).toEqual([]);
    for (const message of match.messages)
      expect(faults('statsboardsMatch', message.type, message), message.type).toEqual([]);
    for (const message of statistics.messages) {
      expect(faults('statsboardsStatistics', message.type, message), message.type).toEqual([]);
    }
    for (const message of graphql.messages.filter(({ id }) => id !== 'query')) {
      const name = message.type === 'next' ? `next.${message.id}` : message.type;
      expect(faults('graphql', name, message), JSON.stringify(message)).toEqual([]);
    }
    expect(new Set(graphql.messages.map(({ type }) => type))).toEqual(
      new Set(['connection_ack', 'next', 'error', 'complete', 'pong']),
    );
    dashboard.close();
    for (const { socket } of [match, statistics, graphql]) socket.close();
  }, 60_000);

  it('and one that is not would be found', () => {
    const message = { type: 'gameclock-update', match_id: matchId, gameclock: { id: 'x' }, server_time_ms: 1 };
    expect(faults('statsboardsMatch', 'gameclock-update', message)).not.toEqual([]);
    expect(faults('dashboards', 'plays', { cursor: 'x' })).not.toEqual([]);
    expect(faults('graphql', 'next.plays', { id: 'x', type: 'next', payload: { data: {} } })).not.toEqual([]);
  });
});
