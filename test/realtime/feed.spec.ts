import fc from 'fast-check';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatCursor, parseCursor } from '../../src/realtime/feed.js';
import { Outbox } from '../../src/realtime/outbox.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { Recorder, startFeed, type TestFeed, until } from '../support/feed.js';
import { createMatch } from '../support/fixtures.js';
import { startTcpProxy } from '../support/tcp-proxy.js';

let database: TestDatabase;
let feed: TestFeed;

beforeAll(async () => {
  database = await createTestDatabase();
  feed = startFeed(database);
  await until(() => feed.listener.healthy);
});
afterAll(async () => {
  await feed.stop();
  await database.drop();
});

const write = (matchId: number, times = 1): Promise<unknown> =>
  database.sql(
    `do $$ begin for i in 1..${times} loop
       update match set attendance = coalesce(attendance, 0) + 1 where id = ${matchId};
     end loop; end $$`,
  );

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('a subscriber', () => {
  it('first gets a snapshot, then every later version', async () => {
    const { matchId } = await createMatch(database);
    await database.sql('select ensure_live_rows($1)', [matchId]);
    await write(matchId, 3);
    const recorder = new Recorder();
    const release = await feed.hub.subscribe(matchId, recorder);
    expect(recorder.items).toHaveLength(1);
    expect(recorder.items[0]).toMatchObject({
      op: 'snapshot',
      version: 8,
      data: {
        match: { attendance: 3, version: 8 },
        scoreboard: { match_id: matchId },
        football_event: [],
        prediction: null,
      },
    });
    await write(matchId, 2);
    await until(() => recorder.items.length === 3);
    expect(recorder.versions).toEqual([8, 9, 10]);
    release();
    expect(feed.hub.size).toEqual({ matches: 0, subscribers: 0 });
  });

  it('that waits for a match to appear gets it from its first version', async () => {
    const recorder = new Recorder();
    const { homeId, awayId } = await createMatch(database);
    const release = await feed.hub.subscribe(9_000_001, recorder);
    expect(recorder.items).toEqual([]);
    await database.sql('insert into match (id, team_a_id, team_b_id) values (9000001, $1, $2)', [homeId, awayId]);
    await until(() => recorder.items.length === 1);
    expect(recorder.items[0]).toMatchObject({ version: 1, op: 'insert' });
    release();
  });

  it('is refused when the match must exist and never did', async () => {
    await expect(feed.hub.subscribe(9_999_999, new Recorder(), { mustExist: true })).rejects.toThrow('does not exist');
    expect(feed.hub.size.matches).toBe(0);
  });

  it('gets only the topics it asked for, in the snapshot too', async () => {
    const { matchId } = await createMatch(database);
    await database.sql('select ensure_live_rows($1)', [matchId]);
    const recorder = new Recorder();
    const release = await feed.hub.subscribe(matchId, recorder, { topics: ['playclock'] });
    expect(Object.keys(recorder.items[0].data)).toEqual(['playclock']);
    await write(matchId);
    await database.sql('update playclock set playclock = 25 where match_id = $1', [matchId]);
    await until(() => recorder.items.length === 2);
    expect(recorder.items[1]).toMatchObject({ topic: 'playclock', data: { playclock: 25 } });
    release();
  });

  it('with a cursor of another journal, or beyond the end of this one, begins anew with a snapshot', async () => {
    const { matchId } = await createMatch(database);
    const epoch = await feed.journal.epoch();
    for (const after of [
      { epoch: 'ffffffff', matchId, version: 1 },
      { epoch, matchId, version: 99 },
    ]) {
      const recorder = new Recorder();
      const release = await feed.hub.subscribe(matchId, recorder, { after });
      expect(recorder.items).toMatchObject([{ op: 'snapshot', version: 1 }]);
      release();
    }
  });

  it('gets a long replay at the pace of its reader', async () => {
    const { matchId } = await createMatch(database);
    await write(matchId, 700);
    const epoch = await feed.journal.epoch();
    let overflowed = false;
    const outbox = new Outbox({
      maxItems: 20,
      maxBytes: 1 << 20,
      conflate: 'none',
      onOverflow: () => (overflowed = true),
      onClose: () => undefined,
    });
    const subscribed = feed.hub.subscribe(matchId, outbox, { after: { epoch, matchId, version: 1 } });
    const versions: number[] = [];
    while (versions.length < 700) versions.push((await outbox.next()).value!.version);
    expect(versions).toEqual(range(2, 701));
    expect(overflowed).toBe(false);
    (await subscribed)();
  });

  it('that comes while others write joins without a gap or a duplicate', async () => {
    const { matchId } = await createMatch(database);
    const epoch = await feed.journal.epoch();
    const recorders: { recorder: Recorder; from: number; release: () => void }[] = [];
    let writing = true;
    const writer = (async () => {
      for (let round = 0; round < 60; round++) await write(matchId, 5);
      writing = false;
    })();
    while (writing) {
      const recorder = new Recorder();
      const resume = recorders.length % 2 === 1 ? recorders.at(-1)!.recorder.versions.at(-1)! : undefined;
      const release = await feed.hub.subscribe(matchId, recorder, {
        ...(resume !== undefined && { after: { epoch, matchId, version: resume } }),
      });
      await sleep(5);
      recorders.push({ recorder, release, from: resume === undefined ? recorder.versions[0] : resume + 1 });
    }
    await writer;
    await until(() => recorders.every(({ recorder, from }) => from > 301 || recorder.versions.at(-1) === 301));
    expect(recorders.length).toBeGreaterThan(5);
    for (const { recorder, from, release } of recorders) {
      expect(recorder.versions).toEqual(range(from, 301));
      release();
    }
  });
});

describe('a lost LISTEN connection', () => {
  it('costs no subscriber anything, however often it is killed while others write', async () => {
    const matches = [await createMatch(database), await createMatch(database), await createMatch(database)];
    const recorders = matches.flatMap(({ matchId }) => range(1, 5).map(() => ({ matchId, recorder: new Recorder() })));
    const releases = await Promise.all(recorders.map(({ matchId, recorder }) => feed.hub.subscribe(matchId, recorder)));
    let killed = 0;
    for (let round = 0; round < 40; round++) {
      for (const { matchId } of matches) await write(matchId, 2);
      if (round % 5 !== 0) continue;
      await until(() => feed.listener.healthy);
      const rows = await database.sql<{ pid: number }>(
        `select pg_terminate_backend(pid), pid from pg_stat_activity where application_name = 'touchline feed test listener'`,
      );
      killed += rows.length;
    }
    await until(
      () => recorders.every(({ recorder }) => recorder.versions.at(-1) === 81),
      () => recorders.map(({ recorder }) => recorder.versions.at(-1)),
    );
    for (const { recorder } of recorders) expect(recorder.versions).toEqual(range(1, 81));
    expect(killed).toBe(8);
    await until(() => feed.listener.healthy);
    for (const release of releases) release();
  });

  it('that is just being opened again is given up when the application stops', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    const opened = once(silent, 'connection') as Promise<[Socket]>;
    await once(silent, 'listening');
    const url = new URL(database.url);
    url.port = String((silent.address() as AddressInfo).port);
    const opening = startFeed({ ...database, url: url.href });
    const [socket] = await opened;
    // It says who it is, and now waits.
    await once(socket, 'data');
    await opening.stop();
    expect(opening.listener.healthy).toBe(false);
    silent.close();
  });

  it('is noticed by a probe when the network dies without a word', async () => {
    const { hostname, port } = new URL(database.url);
    const proxy = await startTcpProxy({ host: hostname, port: Number(port) });
    const url = new URL(database.url);
    url.port = String(proxy.port);
    const behindProxy = startFeed({ ...database, url: url.href });
    try {
      await until(() => behindProxy.listener.healthy);
      const { matchId } = await createMatch(database);
      const recorder = new Recorder();
      await behindProxy.hub.subscribe(matchId, recorder);
      proxy.freeze();
      await write(matchId);
      await until(() => recorder.items.length === 2);
      expect(recorder.versions).toEqual([1, 2]);
    } finally {
      await proxy.close();
      await behindProxy.stop();
    }
  });
});

describe('a subscriber that comes back with its cursor', () => {
  it('ends with exactly the journal, wherever it was cut (100 schedules)', async () => {
    const { matchId } = await createMatch(database);
    const epoch = await feed.journal.epoch();
    await write(matchId, 20);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ writes: fc.nat({ max: 4 }), stay: fc.nat({ max: 5 }), whileAway: fc.nat({ max: 4 }) }), {
          minLength: 1,
          maxLength: 6,
        }),
        async (stays) => {
          const received: number[] = [];
          let cursor: string | undefined;
          for (const { writes, stay, whileAway } of stays) {
            const recorder = new Recorder();
            const release = await feed.hub.subscribe(matchId, recorder, {
              ...(cursor !== undefined && { after: parseCursor(cursor, matchId) }),
            });
            await write(matchId, writes);
            // Cut after a few items, whether or not all have arrived.
            await until(() => recorder.items.length >= Math.min(stay, writes));
            release();
            const kept = recorder.items.slice(0, Math.max(1, stay));
            received.push(...kept.map(({ version }) => version));
            cursor = kept.at(-1)?.cursor ?? cursor;
            await write(matchId, whileAway);
          }
          const [{ version }] = await database.sql<{ version: number }>('select version from match where id = $1', [
            matchId,
          ]);
          const last = new Recorder();
          const release = await feed.hub.subscribe(matchId, last, { after: parseCursor(cursor!, matchId) });
          release();
          received.push(...last.versions);
          expect(received).toEqual(range(received[0], version));
        },
      ),
      { numRuns: 100, seed: 20_260_102 },
    );
    expect(formatCursor({ epoch, matchId, version: 3 })).toBe(`${epoch}:${matchId}:3`);
  }, 60_000);
});
