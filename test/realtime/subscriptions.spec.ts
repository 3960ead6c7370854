import { createClient } from 'graphql-ws';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { GraphqlTransport, Hub, JournalListener, UpgradeRouter } from '../../src/realtime/index.js';
import { bootApp, type TestApp } from '../support/app.js';
import { until } from '../support/feed.js';
import { createMatch } from '../support/fixtures.js';
import { GraphqlSocket } from '../support/graphql-socket.js';

const FEED = `subscription ($id: ID!, $after: String) {
  matchFeed(matchId: $id, after: $after) { cursor version at topic op data }
}`;

interface Item {
  matchFeed: { cursor: string; version: number; at: string; topic: string; op: string; data: Record<string, unknown> };
}

let test: TestApp;
beforeAll(async () => {
  test = await bootApp();
  await until(() => test.app.get(JournalListener).healthy);
});
afterAll(() => test.close());

const attend = (matchId: number, attendance: number): Promise<unknown> =>
  test.database.sql('update match set attendance = $2 where id = $1', [matchId, attendance]);

/** A change of 40 kB. */
const fillScoreboard = (matchId: number, round: number): Promise<unknown> =>
  test.database.sql(
    `update scoreboard set period_labels_json = (select jsonb_agg(repeat('x', 400) || $2) from generate_series(1, 99))
     where match_id = $1`,
    [matchId, String(round)],
  );

describe('matchFeed', () => {
  it('shows a change made by another program, to the client library everybody uses', async () => {
    const { matchId } = await createMatch(test.database);
    const client = createClient({ url: `ws://${test.host}/graphql`, webSocketImpl: WebSocket });
    const items: Item['matchFeed'][] = [];
    const finished = (async () => {
      const query = `subscription { matchFeed(matchId: "${matchId}", after: null) { cursor version at topic op data } }`;
      for await (const { data } of client.iterate<{ matchFeed: Item['matchFeed'] }>({ query })) {
        items.push(data!.matchFeed);
        if (items.length === 1) await attend(matchId, 5_000);
        if (items.length === 2) return;
      }
    })();
    await finished;
    await client.dispose();
    expect(items).toMatchObject([
      { version: 1, topic: 'DATA', op: 'SNAPSHOT', data: { match: { id: matchId } } },
      { version: 2, topic: 'DATA', op: 'UPDATE', data: { id: matchId, attendance: 5_000, version: 2 } },
    ]);
    expect(items[1].at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
  });

  it('resumes after a cursor with exactly what was missed', async () => {
    const { matchId } = await createMatch(test.database);
    const first = await (await GraphqlSocket.open(test.host)).init();
    first.subscribe('a', FEED, { id: matchId });
    await until(() => first.results('a').length === 1);
    const [{ matchFeed }] = first.results<Item>('a');
    first.socket.terminate();
    for (const attendance of [1, 2, 3]) await attend(matchId, attendance);
    const second = await (await GraphqlSocket.open(test.host)).init();
    second.subscribe('a', FEED, { id: matchId, after: matchFeed.cursor });
    await until(() => second.results('a').length === 3);
    await attend(matchId, 4);
    await until(() => second.results('a').length === 4);
    expect(second.results<Item>('a').map(({ matchFeed: item }) => [item.version, item.data['attendance']])).toEqual([
      [2, 1],
      [3, 2],
      [4, 3],
      [5, 4],
    ]);
    second.socket.close();
  });

  it.each([
    ['an unknown match', { id: '4000000' }, 'MATCH_NOT_FOUND'],
    ['an id that is none', { id: 'seven' }, 'BAD_USER_INPUT'],
    ['a cursor that is none', { id: '1', after: 'yesterday' }, 'INVALID_CURSOR'],
    ['the cursor of another match', { id: '1', after: '00000000:2:3' }, 'INVALID_CURSOR'],
  ])('refuses %s with a code', async (_what, variables, code) => {
    const socket = await (await GraphqlSocket.open(test.host)).init();
    socket.subscribe('a', FEED, variables);
    const { payload } = await socket.next(({ type }) => type === 'error');
    expect(payload).toMatchObject([{ extensions: { code } }]);
    socket.socket.close();
  });

  it('is executed and encoded once for all who asked the same, wherever they resumed', async () => {
    const { matchId } = await createMatch(test.database);
    const sockets = await Promise.all(
      Array.from({ length: 20 }, async () => (await GraphqlSocket.open(test.host)).init()),
    );
    sockets[0].subscribe('a', FEED, { id: matchId });
    await until(() => sockets[0].results('a').length === 1);
    const { cursor } = sockets[0].results<Item>('a')[0].matchFeed;
    for (const [index, socket] of sockets.slice(1).entries()) {
      socket.subscribe('a', FEED, { id: matchId, after: index % 2 === 0 ? cursor : null });
    }
    await until(() => sockets.every((socket, index) => index % 2 === 1 || socket.results('a').length === 1));
    const other = await (await GraphqlSocket.open(test.host)).init();
    other.subscribe('b', `subscription { matchFeed(matchId: "${matchId}") { version } }`);
    await until(() => other.results('b').length === 1);
    const transport = test.app.get(GraphqlTransport);
    const before = transport.executions;
    await attend(matchId, 1);
    await until(
      () =>
        other.results('b').length === 2 &&
        sockets.every((socket) => socket.results<Item>('a').at(-1)?.matchFeed.version === 2),
    );
    // Two distinct operations, one event.
    expect(transport.executions - before).toBe(2);
    for (const { socket } of [...sockets, other]) socket.close();
  });

  it('ends when the client says so, and the id can be used again', async () => {
    const { matchId } = await createMatch(test.database);
    const socket = await (await GraphqlSocket.open(test.host)).init();
    socket.subscribe('a', FEED, { id: matchId });
    await until(() => socket.results('a').length === 1);
    socket.send({ id: 'a', type: 'complete' });
    socket.subscribe('a', `subscription { matchFeed(matchId: "${matchId}") { topic } }`);
    await until(() => socket.results('a').length === 2);
    await attend(matchId, 1);
    await until(() => socket.results('a').length === 3);
    expect(socket.results('a').slice(1)).toEqual([{ matchFeed: { topic: 'DATA' } }, { matchFeed: { topic: 'DATA' } }]);
    socket.socket.close();
  });
});

describe('the protocol', () => {
  const closing = async (
    act: (socket: GraphqlSocket) => void | Promise<void>,
    protocols?: string[],
  ): Promise<number> => {
    const socket = await GraphqlSocket.open(test.host, protocols);
    await act(socket);
    await until(() => socket.closed !== undefined);
    return socket.closed!.code;
  };

  it('closes with the documented codes', async () => {
    expect(await closing((socket) => socket.send('{'))).toBe(4400);
    expect(await closing((socket) => socket.send({ type: 'shout' }))).toBe(4400);
    expect(await closing((socket) => socket.subscribe('a', FEED))).toBe(4401);
    expect(await closing(() => undefined, [])).toBe(4406);
    expect(await closing(() => undefined)).toBe(4408);
    expect(
      await closing(async (socket) => {
        await socket.init();
        socket.send({ type: 'connection_init' });
      }),
    ).toBe(4429);
    const { matchId } = await createMatch(test.database);
    expect(
      await closing(async (socket) => {
        await socket.init();
        socket.subscribe('a', FEED, { id: matchId });
        socket.subscribe('a', FEED, { id: matchId });
      }),
    ).toBe(4409);
  });

  it('answers pings, and queries on the same connection', async () => {
    const socket = await (await GraphqlSocket.open(test.host, undefined, '/graphql/')).init();
    socket.send({ type: 'ping', payload: { n: 1 } });
    expect(await socket.next(({ type }) => type === 'pong')).toEqual({ type: 'pong', payload: { n: 1 } });
    socket.subscribe('q', '{ sports { id } }');
    expect(await socket.next(({ type }) => type === 'complete')).toEqual({ id: 'q', type: 'complete' });
    expect(socket.results<{ sports: unknown[] }>('q')).toHaveLength(1);
    socket.subscribe('w', '{ sports { wrong } }');
    expect((await socket.next(({ type }) => type === 'error')).payload).toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
    socket.socket.close();
  });
});

describe('a client that does not read', () => {
  const ROUNDS = 300;

  it('is cut at its bound, while fifty others see nothing of it', async () => {
    const { matchId } = await createMatch(test.database);
    await test.database.sql('select ensure_live_rows($1)', [matchId]);
    const router = test.app.get(UpgradeRouter);
    const before = router.connections;
    const healthy = await Promise.all(
      Array.from({ length: 50 }, async () => (await GraphqlSocket.open(test.host)).init()),
    );
    for (const socket of healthy) socket.subscribe('a', FEED, { id: matchId });
    const stalled = await (await GraphqlSocket.open(test.host)).init();
    stalled.subscribe('a', FEED, { id: matchId });
    await until(() => [...healthy, stalled].every((socket) => socket.results('a').length === 1));
    const tcp = (stalled.socket as unknown as { _socket: Socket })._socket;
    tcp.pause();
    // Far more than the socket buffers of the kernel and the bound together.
    for (let round = 1; round <= ROUNDS; round++) {
      await fillScoreboard(matchId, round);
      // Healthy is who reads what is sent, however small the machine.
      if (round % 10 === 0) await until(() => healthy.every((socket) => socket.results('a').length === round + 1));
    }
    await until(
      () => router.connections === before + 50,
      () => router.connections - before,
    );
    const versions = Array.from({ length: ROUNDS + 1 }, (_, index) => 5 + index);
    for (const socket of healthy) {
      expect(socket.results<Item>('a').map(({ matchFeed }) => matchFeed.version)).toEqual(versions);
      expect(socket.closed).toBeUndefined();
      socket.socket.close();
    }
    // What it gets when it reads again is a beginning without a gap, and less than everything.
    tcp.resume();
    await until(() => stalled.closed !== undefined);
    const received = stalled.results<Item>('a').map(({ matchFeed }) => matchFeed.version);
    expect(received).toEqual(versions.slice(0, received.length));
    expect(received.length).toBeLessThan(ROUNDS);
  }, 60_000);

  it('learns from code 4008 why, when it reads again in time', async () => {
    const { matchId } = await createMatch(test.database);
    await test.database.sql('select ensure_live_rows($1)', [matchId]);
    const socket = await (await GraphqlSocket.open(test.host)).init();
    socket.subscribe('a', FEED, { id: matchId });
    await until(() => socket.results('a').length === 1);
    const tcp = (socket.socket as unknown as { _socket: Socket })._socket;
    tcp.pause();
    for (let round = 1; round <= ROUNDS; round++) await fillScoreboard(matchId, round);
    // It was cut, and nobody follows the match any more; a slow machine may not be there yet.
    await until(() => test.app.get(Hub).position(matchId) === undefined);
    tcp.resume();
    await until(() => socket.closed !== undefined);
    expect(socket.closed).toEqual({
      code: 4008,
      reason: expect.stringContaining('resume with your last cursor') as string,
    });
    const { cursor, version } = socket.results<Item>('a').at(-1)!.matchFeed;
    const again = await (await GraphqlSocket.open(test.host)).init();
    again.subscribe('a', FEED, { id: matchId, after: cursor });
    const last = 5 + ROUNDS;
    await until(() => again.results<Item>('a').at(-1)?.matchFeed.version === last);
    expect(again.results<Item>('a').map(({ matchFeed }) => matchFeed.version)).toEqual(
      Array.from({ length: last - version }, (_, index) => version + 1 + index),
    );
    again.socket.close();
  }, 60_000);

  it('keeps up with state when it conflates: the newest of each row, no event lost', async () => {
    const { matchId } = await createMatch(test.database);
    await test.database.sql('select ensure_live_rows($1)', [matchId]);
    const socket = await (await GraphqlSocket.open(test.host)).init();
    socket.subscribe('a', `subscription { matchFeed(matchId: "${matchId}", conflate: true) { version topic data } }`);
    await until(() => socket.results('a').length === 1);
    const tcp = (socket.socket as unknown as { _socket: Socket })._socket;
    tcp.pause();
    for (let round = 0; round < 300; round++) {
      await fillScoreboard(matchId, round);
      if (round % 100 === 0) await test.database.sql('insert into football_event (match_id) values ($1)', [matchId]);
    }
    tcp.resume();
    const last = 5 + 303;
    await until(() => socket.results<Item>('a').at(-1)?.matchFeed.version === last);
    const items = socket.results<Item>('a').map(({ matchFeed }) => matchFeed);
    expect(items.filter(({ topic }) => topic === 'EVENTS')).toHaveLength(3);
    expect(items.map(({ version }) => version)).toEqual(items.map(({ version }) => version).toSorted((a, b) => a - b));
    socket.socket.close();
  }, 60_000);
});

describe('the upgrade router', () => {
  const upgrade = (path: string): string =>
    `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';
  const [port] = [() => Number(test.host.split(':')[1])];

  it('answers an unknown path with 404 and hangs up', async () => {
    for (const path of ['/nowhere', '//', '/%zz', '/%00', '/socket.iox', '/graphql/extra']) {
      const socket = connect(port(), '127.0.0.1');
      socket.write(upgrade(path));
      let answer = '';
      for await (const chunk of socket) answer += String(chunk);
      expect(answer, path).toMatch(/^HTTP\/1\.1 404 /);
    }
  });

  it('is not disturbed by an upgrade followed by a reset', async () => {
    for (const path of ['/nowhere', '/graphql', '/socket.io/?EIO=4&transport=websocket', '/graphql']) {
      for (let attempt = 0; attempt < 10; attempt++) {
        const socket = connect(port(), '127.0.0.1');
        socket.on('error', () => undefined);
        await new Promise((resolve) => socket.write(upgrade(path), resolve));
        socket.resetAndDestroy();
      }
    }
    const socket = await (await GraphqlSocket.open(test.host)).init();
    socket.socket.close();
    expect((await fetch(`http://${test.host}/health/live`)).status).toBe(200);
  });

  it('refuses pages of other sites', async () => {
    const socket = new WebSocket(`ws://${test.host}/graphql`, ['graphql-transport-ws'], {
      origin: 'https://elsewhere.example',
    });
    const status = await new Promise((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      socket.on('error', () => undefined);
    });
    expect(status).toBe(403);
  });
});
