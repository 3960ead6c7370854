import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StatisticsChange, withChanges } from '#core/football/plays/statistics-changes.js';
import type { StatisticsDocument } from '#core/football/plays/statistics-document.js';
import { GameClocksService, PlayClocksService } from '#modules/live/index.js';
import { MatchStatisticsService } from '#modules/plays/index.js';
import { GraphqlTransport, Hub, JournalListener } from '../../src/realtime/index.js';
import { bootApp, type TestApp } from '../support/app.js';
import { until } from '../support/feed.js';
import { GraphqlSocket } from '../support/graphql-socket.js';
import { documentOf, follow, type Follower, inRequest, LiveGame, STREAMS, type Update } from '../support/live-game.js';

let test: TestApp;
let other: TestApp;
beforeAll(async () => {
  test = await bootApp();
  other = await bootApp({}, test.database);
  await until(() => test.app.get(JournalListener).healthy && other.app.get(JournalListener).healthy);
});
afterAll(async () => {
  await other?.close();
  await test?.close();
});

const game = (): Promise<LiveGame> => LiveGame.begin(test);
const databaseNow = async (): Promise<number> =>
  (await test.database.sql<{ now: Date }>('select clock_timestamp() as now'))[0]!.now.getTime();

describe('clocks', () => {
  it('are told as anchors: now, and after each change; a late reader is told the time it is then', async () => {
    const { matchId } = await game();
    const clocks = test.app.get(GameClocksService);
    const { id } = (await inRequest(test, () => clocks.findByMatch(matchId)))!;
    const first = await follow(test, 'gameClock', matchId);
    await until(() => first.updates.length === 1);
    expect(first.updates[0]!.clock).toMatchObject({ status: 'STOPPED', seconds: 720, startedAt: null });
    await inRequest(test, () => clocks.start(id));
    await until(() => first.updates.length === 2);
    const started = first.updates[1]!.clock!;
    expect(started).toMatchObject({ status: 'RUNNING', seconds: 720, version: 2 });
    const now = await databaseNow();
    await until(async () => (await databaseNow()) > now + 150);
    const asked = await databaseNow();
    const late = await follow(test, 'gameClock', matchId, first.updates[0]!.cursor);
    await until(() => late.updates.length === 1);
    const { serverTime, ...anchor } = late.updates[0]!.clock!;
    expect(anchor).toEqual({ status: 'RUNNING', seconds: 720, version: 2, startedAt: started.startedAt });
    // The difference of two clocks is measured, not known.
    expect(Date.parse(serverTime)).toBeGreaterThanOrEqual(asked - 50);
    first.close();
    late.close();
  });

  it('of two processes agree, and every change of the one is told by the other', async () => {
    const { matchId } = await game();
    const { id } = (await inRequest(test, () => test.app.get(PlayClocksService).findByMatch(matchId)))!;
    const here = await follow(test, 'playClock', matchId);
    const there = await follow(other, 'playClock', matchId);
    await until(() => here.updates.length === 1 && there.updates.length === 1);
    await inRequest(test, () => test.app.get(PlayClocksService).start(id, 40));
    await inRequest(other, () => other.app.get(PlayClocksService).stop(id));
    await inRequest(test, () => test.app.get(PlayClocksService).start(id, 25));
    const last = (follower: Follower): number | undefined => follower.updates.at(-1)?.clock?.version;
    await until(() => last(here) === 4 && last(there) === 4);
    const anchor = ({ updates }: Follower) => {
      const { serverTime: _, ...told } = updates.at(-1)!.clock!;
      return { at: updates.at(-1)!.version, ...told };
    };
    expect(anchor(here)).toEqual(anchor(there));
    const difference =
      Date.parse(here.updates.at(-1)!.clock!.serverTime) - Date.parse(there.updates.at(-1)!.clock!.serverTime);
    expect(Math.abs(difference)).toBeLessThan(5_000);
    here.close();
    there.close();
  });
});

describe('the scoreboard', () => {
  it('is told whole, as it was at each version, whoever changed it', async () => {
    const { matchId } = await game();
    const follower = await follow(test, 'scoreboard', matchId);
    await until(() => follower.updates.length === 1);
    expect(follower.updates[0]!.scoreboard).toEqual({ home: { points: 0 }, away: { points: 0 }, down: '1st' });
    await test.database.sql('update match set score_home = 7, score_away = 0 where id = $1', [matchId]);
    await until(() => follower.updates.at(-1)?.scoreboard?.home.points === 7);
    await test.database.sql(`update matchdata set down = '3rd' where match_id = $1`, [matchId]);
    await until(() => follower.updates.at(-1)?.scoreboard?.down === '3rd');
    await test.database.sql('update match set attendance = 5 where id = $1', [matchId]);
    const resumed = await follow(test, 'scoreboard', matchId, follower.updates[0]!.cursor);
    await until(() => resumed.updates.at(-1)?.version === follower.updates.at(-1)!.version);
    expect(resumed.updates.at(-1)).toEqual(follower.updates.at(-1));
    expect(follower.updates.length).toBeLessThanOrEqual(3);
    follower.close();
    resumed.close();
  });
});

describe('plays', () => {
  it('are told with their corrections and voids, and what those replace', async () => {
    const g = await game();
    const before = await g.record(30);
    const follower = await follow(test, 'plays', g.matchId);
    await until(() => follower.updates.length === 1);
    expect(follower.updates[0]).toMatchObject({ change: 'SNAPSHOT', play: null, plays: [{ id: String(before.id) }] });
    const play = await g.record(31);
    await g.correct(play.id, 33);
    await g.void(play.id);
    await g.void(before.id);
    await until(() => follower.updates.length === 5);
    const [, recorded, corrected, voided, old] = follower.updates;
    const id = String(play.id);
    expect(recorded).toMatchObject({
      change: 'RECORDED',
      play: { id, ballMovedTo: 31 },
      supersedes: null,
      plays: null,
    });
    expect(corrected).toMatchObject({
      change: 'CORRECTED',
      play: { id, ballMovedTo: 33 },
      supersedes: recorded!.version,
    });
    expect(voided).toMatchObject({ change: 'VOIDED', play: { id, ballMovedTo: 33 }, supersedes: corrected!.version });
    expect(old).toMatchObject({ change: 'VOIDED', supersedes: follower.updates[0]!.version });
    for (const { version, play: told } of follower.updates.slice(1)) expect(told!.version).toBe(version);
    follower.close();
  });

  it('are executed once for all who asked the same', async () => {
    const g = await game();
    const followers = await Promise.all(Array.from({ length: 10 }, () => follow(test, 'plays', g.matchId)));
    await until(() => followers.every(({ updates }) => updates.length === 1));
    const transport = test.app.get(GraphqlTransport);
    const before = transport.executions;
    await g.record(30);
    await until(() => followers.every(({ updates }) => updates.length === 2));
    expect(transport.executions - before).toBe(1);
    for (const follower of followers) follower.close();
  });

  it.each([
    ['an unknown match', { id: '4000000' }, 'MATCH_NOT_FOUND'],
    ['an id that is none', { id: 'x' }, 'BAD_USER_INPUT'],
    ['the cursor of another match', { id: '1', after: '00000000:2:3' }, 'INVALID_CURSOR'],
  ])('refuse %s with a code', async (_what, variables, code) => {
    const socket = await (await GraphqlSocket.open(test.host)).init();
    for (const stream of STREAMS) {
      socket.subscribe(stream, documentOf(stream), variables);
      const { payload } = await socket.next(({ type, id }) => type === 'error' && id === stream);
      expect(payload).toMatchObject([{ extensions: { code } }]);
    }
    socket.socket.close();
    await until(() => test.app.get(Hub).size.matches === 0);
  });
});

type Step = { kind: 'record' | 'correct' | 'void' | 'cut'; pick: number; to: number };
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('record' as const, 'record' as const, 'correct' as const, 'void' as const, 'cut' as const),
  pick: fc.nat(50),
  to: fc.integer({ min: -30, max: 60 }),
});

/** Does to a match what the steps say; `cut` is what a connection does. */
async function perform(g: LiveGame, steps: readonly Step[], cut: () => Promise<void>): Promise<void> {
  const alive: number[] = [];
  for (const { kind, pick, to } of steps) {
    const index = alive.length === 0 ? 0 : pick % alive.length;
    if (kind === 'cut') await cut();
    else if (kind === 'record' || alive.length === 0) alive.push((await g.record(to)).id);
    else if (kind === 'correct') await g.correct(alive[index]!, to);
    else await g.void(alive.splice(index, 1)[0]!);
  }
}

describe('a client that is cut at random and resumes', () => {
  it('ends with exactly the journal of the plays', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const g = await game();
        const seen: Update[] = [];
        let follower = await follow(test, 'plays', g.matchId);
        await until(() => follower.updates.length > 0);
        const resume = async (): Promise<void> => {
          follower.socket.socket.terminate();
          seen.push(...follower.updates);
          follower = await follow(test, 'plays', g.matchId, seen.at(-1)?.cursor);
        };
        await perform(g, steps, resume);
        const journal = await test.database.sql<{ version: number }>(
          `select version from match_journal where match_id = $1 and entity = 'football_event' order by version`,
          [g.matchId],
        );
        const told = (): number[] => [...seen, ...follower.updates].slice(1).map(({ version }) => version);
        await until(() => told().length >= journal.length, told);
        expect(told()).toEqual(journal.map(({ version }) => version));
        follower.close();
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it('has the statistics there are, by nothing but the changes it was told', async () => {
    const statistics = test.app.get(MatchStatisticsService);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const g = await game();
        const begin = await inRequest(test, () => statistics.get(g.matchId));
        const changes: StatisticsChange[] = [];
        let follower = await follow(test, 'matchStats', g.matchId);
        await until(() => follower.updates.length > 0);
        let cursor = follower.updates[0]!.cursor;
        const resume = async (): Promise<void> => {
          follower.socket.socket.terminate();
          for (const update of follower.updates) changes.push(...update.changed!);
          cursor = follower.updates.at(-1)?.cursor ?? cursor;
          follower = await follow(test, 'matchStats', g.matchId, cursor);
        };
        await perform(g, steps, resume);
        await test.database.sql('update matchdata set field_length = 100 where match_id = $1', [g.matchId]);
        const { document } = await inRequest(test, () => statistics.get(g.matchId));
        const folded = (): StatisticsDocument =>
          withChanges(begin.document, [...changes, ...follower.updates.flatMap(({ changed }) => changed!)]);
        const same = (): boolean => JSON.stringify(sorted(folded())) === JSON.stringify(sorted(document));
        await until(same, () => ({ folded: folded(), document }), 5_000);
        follower.close();
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});

/** With keys in one order, to compare. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, entry]) => [key, sorted(entry)]));
}

it('statistics are told right though the journal does not reach back to all plays', async () => {
  const g = await game();
  await g.record(35);
  const old = await g.record(31);
  await test.database.sql(
    'delete from match_journal j using match m where m.id = $1 and j.match_id = m.id and j.version < m.version',
    [g.matchId],
  );
  const follower = await follow(test, 'matchStats', g.matchId);
  await until(() => follower.updates.length === 1);
  await g.correct(old.id, 33);
  await until(() => follower.updates.length === 2);
  expect(follower.updates[1]!.changed).toContainEqual({ path: 'home.team.runYards', value: 18 });
  follower.close();
});

describe('socket.io', () => {
  const open = async (): Promise<{ socket: Socket; events: [string, Update][] }> => {
    const socket = io(`http://${test.host}`, { transports: ['websocket'], forceNew: true, reconnection: false });
    const events: [string, Update][] = [];
    socket.onAny((name: string, message: Update) => events.push([name, message]));
    await new Promise<void>((resolve) => socket.on('connect', () => resolve()));
    return { socket, events };
  };

  it('has the same messages as events of the same names', async () => {
    const g = await game();
    const { socket, events } = await open();
    const streams = ['gameClock', 'playClock', 'scoreboard', 'matchStats', 'plays'];
    const ack = (await socket.emitWithAck('subscribe', { matchId: g.matchId, streams })) as object;
    expect(ack).toMatchObject({ ok: true, matchId: g.matchId });
    expect(events.map(([name]) => name)).toEqual(streams);
    expect(events[3]![1]).toMatchObject({ changed: [], statistics: { home: { teamId: g.homeId } } });
    const play = await g.record(31);
    await g.correct(play.id, 33);
    const of = (stream: string): Update[] => events.filter(([name]) => name === stream).map(([, message]) => message);
    await until(() => of('plays').length === 3 && of('matchStats').length === 3);
    expect(of('plays').map(({ change }) => change)).toEqual(['snapshot', 'recorded', 'corrected']);
    expect(of('plays')[2]).toMatchObject({
      supersedes: of('plays')[1]!.version,
      play: { id: play.id, ballMovedTo: 33 },
    });
    expect(of('matchStats')[2]!.changed).toContainEqual({ path: 'home.team.runYards', value: 8 });

    const late = await open();
    const { cursor } = of('plays')[1]!;
    await late.socket.emitWithAck('subscribe', { matchId: g.matchId, after: cursor, streams: ['plays', 'matchStats'] });
    expect(late.events.map(([name, { version }]) => [name, version])).toEqual([
      ['plays', of('plays')[2]!.version],
      ['matchStats', of('plays')[2]!.version],
    ]);
    expect(late.events[1]![1].changed).toEqual(of('matchStats')[2]!.changed);
    await g.void(play.id);
    await until(() => late.events.length === 4 && of('plays').length === 4);
    // Of one change, streams tell in any order.
    expect(late.events.slice(2).find(([name]) => name === 'plays')![1]).toEqual(of('plays')[3]);
    expect(await socket.emitWithAck('unsubscribe', { matchId: g.matchId, streams })).toMatchObject({ ok: true });
    socket.close();
    late.socket.close();
    await until(() => test.app.get(Hub).size.matches === 0);
  });

  it('gives everybody each play once while they come and go', async () => {
    const g = await game();
    const first = await open();
    await first.socket.emitWithAck('subscribe', { matchId: g.matchId, streams: ['plays'] });
    const { cursor } = first.events[0]![1];
    let writing = true;
    const writer = (async () => {
      for (let n = 0; n < 60; n++) await g.record(26 + (n % 20));
      writing = false;
    })();
    const late: Awaited<ReturnType<typeof open>>[] = [];
    while (writing && late.length < 10) {
      const client = await open();
      await client.socket.emitWithAck('subscribe', { matchId: g.matchId, after: cursor, streams: ['plays'] });
      late.push(client);
    }
    await writer;
    const told = ({ events }: { events: [string, Update][] }): number[] => events.map(([, { version }]) => version);
    await until(() => first.events.length === 61);
    await until(() => late.every((client) => told(client).at(-1) === told(first).at(-1)));
    for (const client of late) expect(told(client)).toEqual(told(first).slice(1));
    expect(late.length).toBeGreaterThan(1);
    for (const { socket } of [first, ...late]) socket.close();
  });

  it('refuses streams that are not', async () => {
    const { socket } = await open();
    for (const streams of [[], ['clocks'], 'plays', ['plays', 7]]) {
      const { error } = (await socket.emitWithAck('subscribe', { matchId: 1, streams })) as { error: { code: string } };
      expect(error.code).toBe('INVALID_ARGUMENT');
    }
    socket.close();
  });
});

describe('docs/realtime.md', () => {
  it('shows subscriptions that run', async () => {
    const text = await readFile(join(import.meta.dirname, '../../docs/realtime.md'), 'utf8');
    const documents = [...text.matchAll(/```graphql\n(.*?)```/gs)].map(([, document]) => document!);
    expect(documents.length).toBeGreaterThanOrEqual(4);
    const { matchId } = await game();
    const socket = await (await GraphqlSocket.open(test.host)).init();
    for (const [index, document] of documents.entries()) {
      socket.subscribe(String(index), document.replaceAll('"1"', `"${matchId}"`));
    }
    await until(
      () => documents.every((_, index) => socket.results(String(index)).length === 1),
      () => socket.messages,
    );
    socket.socket.close();
  });
});
