import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GameClocksService, PlayClocksService } from '#modules/live/index.js';
import { MatchSchedulingService } from '#modules/matches/index.js';
import { bootApp, type TestApp } from '../support/app.js';
import { until } from '../support/feed.js';
import { createMatch } from '../support/fixtures.js';

let test: TestApp;
let game: GameClocksService;
let play: PlayClocksService;
beforeAll(async () => {
  test = await bootApp();
  game = test.app.get(GameClocksService);
  play = test.app.get(PlayClocksService);
});
afterAll(() => test.close());

/** As a request would: with an entity manager of its own. */
const inRequest = <T>(work: () => Promise<T>): Promise<T> => RequestContext.create(test.app.get(MikroORM).em, work);

async function liveMatch(): Promise<{ matchId: number; gameId: number; playId: number }> {
  const { matchId } = await createMatch(test.database);
  return inRequest(async () => {
    await test.app.get(MatchSchedulingService).ensureLiveRows(matchId);
    const gameId = (await game.findByMatch(matchId))!.id;
    const playId = (await play.findByMatch(matchId))!.id;
    return { matchId, gameId, playId };
  });
}

/** Makes a clock look as if it had been started so long ago: as after a restart. */
const startedAgo = (table: 'gameclock' | 'playclock', id: number, ms: number) =>
  test.database.sql(`update ${table} set started_at_ms = started_at_ms - $2 where id = $1`, [id, ms]);
const row = async (table: 'gameclock' | 'playclock', id: number) =>
  (await test.database.sql<Record<string, unknown>>(`select * from ${table} where id = $1`, [id]))[0]!;
const clockEntries = (matchId: number, topic: string) =>
  test.database.sql<{ data: { version: number } }>(
    'select data from match_journal where match_id = $1 and topic = $2 order by version',
    [matchId, topic],
  );

describe('a game clock', () => {
  it('is an anchor: nothing is written while it runs', async () => {
    const { gameId, matchId } = await liveMatch();
    const started = await inRequest(() => game.start(gameId));
    expect(started).toMatchObject({ gameclock: 720, gameclockStatus: 'running', version: 2, remaining: 720 });
    await startedAgo('gameclock', gameId, 100_500);
    const before = (await clockEntries(matchId, 'clock')).length;
    expect(await inRequest(() => game.get(gameId))).toMatchObject({ gameclock: 720, remaining: 620, version: 2 });
    expect((await clockEntries(matchId, 'clock')).length).toBe(before);
  });

  it('pauses to the millisecond, writes value and remainder, and goes on from there', async () => {
    const { gameId } = await liveMatch();
    await inRequest(() => game.start(gameId));
    await startedAgo('gameclock', gameId, 5_400);
    const paused = await inRequest(() => game.pause(gameId));
    expect(paused).toMatchObject({
      gameclock: 715,
      gameclockTimeRemaining: 715,
      gameclockStatus: 'paused',
      version: 3,
    });
    expect(paused.startedAtMs).toBeNull();
    expect(paused.fractionMs).toBeGreaterThanOrEqual(400);
    const again = await inRequest(() => game.start(gameId));
    expect(again.serverTimeMs - again.startedAtMs!).toBe(paused.fractionMs);
  });

  it('does not start twice', async () => {
    const { gameId } = await liveMatch();
    const first = await inRequest(() => game.start(gameId));
    const second = await inRequest(() => game.start(gameId));
    expect(second).toMatchObject({ version: first.version, startedAtMs: first.startedAtMs });
  });

  it('started by many at once is started once', async () => {
    const { gameId } = await liveMatch();
    const all = await Promise.all(Array.from({ length: 20 }, () => inRequest(() => game.start(gameId))));
    expect(new Set(all.map(({ version }) => version))).toEqual(new Set([2]));
  });

  it('stopped and set while it runs is stopped', async () => {
    const { gameId } = await liveMatch();
    await inRequest(() => game.start(gameId));
    const set = await inRequest(() => game.set(gameId, 'stopped', 900));
    expect(set).toMatchObject({ gameclock: 900, gameclockMax: 720, remaining: 900, startedAtMs: null });
  });

  it('D5: is reset to the beginning of the period the match is in, and runs no more', async () => {
    const { gameId, matchId } = await liveMatch();
    await inRequest(() => game.update(gameId, { direction: 'up', gameclock: 100 }));
    await test.database.sql(`update matchdata set period_key = 'period.2' where match_id = $1`, [matchId]);
    await inRequest(() => game.start(gameId));
    const stopped = { gameclock: 0, gameclockStatus: 'stopped', startedAtMs: null };
    expect(await inRequest(() => game.reset(gameId))).toMatchObject(stopped);
  });

  it('ends at exactly nothing left, once, with nobody watching', async () => {
    const { gameId, matchId } = await liveMatch();
    await inRequest(() => game.start(gameId));
    const before = (await clockEntries(matchId, 'clock')).length;
    await startedAgo('gameclock', gameId, 719_000);
    await until(async () => (await row('gameclock', gameId))['gameclock_status'] === 'stopped');
    expect(await row('gameclock', gameId)).toMatchObject({
      gameclock: 0,
      gameclock_time_remaining: 0,
      started_at_ms: null,
      version: 3,
    });
    // One entry for moving the start, one for the end.
    expect((await clockEntries(matchId, 'clock')).length).toBe(before + 2);
  });

  it('that counts up ends at its maximum', async () => {
    const { gameId } = await liveMatch();
    await inRequest(() => game.update(gameId, { direction: 'up', gameclockMax: 10, gameclock: 0 }));
    await inRequest(() => game.start(gameId));
    await startedAgo('gameclock', gameId, 11_000);
    await until(async () => (await row('gameclock', gameId))['gameclock_status'] === 'stopped');
    expect(await row('gameclock', gameId)).toMatchObject({ gameclock: 10, gameclock_time_remaining: 0 });
  });

  it('is one per match', async () => {
    const { matchId, gameId } = await liveMatch();
    expect(await inRequest(() => game.create({ matchId, gameclock: 1 }))).toMatchObject({ id: gameId, gameclock: 720 });
    await expect(inRequest(() => game.create({ matchId: 999_999 }))).rejects.toMatchObject({ kind: 'not-found' });
    await expect(inRequest(() => game.get(999_999))).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('a play clock', () => {
  it('runs from what is asked, and goes on undisturbed when asked again', async () => {
    const { playId } = await liveMatch();
    const started = await inRequest(() => play.start(playId, 40));
    expect(started).toMatchObject({ playclock: 40, playclockStatus: 'running', version: 2, remaining: 40 });
    expect(await inRequest(() => play.start(playId, 25))).toMatchObject({ playclock: 40, version: 2 });
  });

  it('D4: clears itself at zero while the game clock of the same number runs on', async () => {
    const { playId, gameId } = await liveMatch();
    await inRequest(() => game.start(gameId));
    await inRequest(() => play.start(playId, 1));
    await until(async () => (await row('playclock', playId))['playclock_status'] === 'stopped');
    expect(await row('playclock', playId)).toMatchObject({ playclock: null, started_at_ms: null, version: 3 });
    expect(await inRequest(() => game.get(gameId))).toMatchObject({ gameclockStatus: 'running' });
  });

  it('is cleared by hand, and set while it runs', async () => {
    const { playId } = await liveMatch();
    await inRequest(() => play.start(playId, 40));
    expect(await inRequest(() => play.set(playId, 'stopped', 25))).toMatchObject({ playclock: 25, startedAtMs: null });
    expect(await inRequest(() => play.clear(playId))).toMatchObject({ playclock: null, remaining: null });
  });
});

describe('several processes', () => {
  let other: TestApp;
  beforeAll(async () => {
    other = await bootApp({}, test.database);
  });
  afterAll(() => other.close());

  it('end each clock once between them', async () => {
    const clocks: { matchId: number; gameId: number }[] = [];
    for (let n = 0; n < 20; n++) clocks.push(await liveMatch());
    for (const { gameId } of clocks) await inRequest(() => game.set(gameId, 'running', 1));
    const status = async (gameId: number) => (await row('gameclock', gameId))['gameclock_status'];
    for (const { gameId, matchId } of clocks) {
      await until(async () => (await status(gameId)) === 'stopped');
      expect(await row('gameclock', gameId)).toMatchObject({ gameclock: 0, version: 3 });
      expect((await clockEntries(matchId, 'clock')).map(({ data }) => data.version)).toEqual([1, 2, 3]);
    }
  });

  // Without a database, and for more of them: src/modules/live/game-clocks.model.spec.ts.
  it('take any sequence of commands, each from another, to what a stop-watch would show', async () => {
    const { gameId } = await liveMatch();
    const processes = [
      { inRequest, clocks: game },
      {
        inRequest: <T>(work: () => Promise<T>): Promise<T> => RequestContext.create(other.app.get(MikroORM).em, work),
        clocks: other.app.get(GameClocksService),
      },
    ];
    const by = fc.integer({ min: 0, max: 1 });
    const wait = fc.integer({ min: 0, max: 90_000 });
    const command = fc.oneof(
      fc.record({ kind: fc.constant('start' as const), by, wait }),
      fc.record({ kind: fc.constant('pause' as const), by }),
      fc.record({ kind: fc.constant('reset' as const), by }),
      fc.record({ kind: fc.constant('correct' as const), by, wait, seconds: fc.integer({ min: 100, max: 720 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 12 }), async (commands) => {
        await inRequest(() => game.set(gameId, 'stopped', 10_000));
        let expected = 10_000_000;
        let version = (await inRequest(() => game.get(gameId))).version;
        let spent = 0;
        for (const each of commands) {
          const act = (work: (clocks: GameClocksService) => Promise<unknown>): Promise<unknown> =>
            processes[each.by]!.inRequest(() => work(processes[each.by]!.clocks));
          const before = Date.now();
          if (each.kind === 'reset') {
            await act((clocks) => clocks.reset(gameId));
            expected = 720_000;
            spent = 0;
          } else if (each.kind === 'correct') {
            await act((clocks) => clocks.set(gameId, 'running', each.seconds));
            expected = each.seconds * 1_000;
            spent = 0;
          } else if (each.kind === 'start') await act((clocks) => clocks.start(gameId));
          if (each.kind === 'start' || each.kind === 'correct') {
            await startedAgo('gameclock', gameId, each.wait);
            expected -= each.wait;
          }
          await act((clocks) => clocks.pause(gameId));
          spent += Date.now() - before;
          const now = await inRequest(() => game.get(gameId));
          expect(now.version).toBeGreaterThanOrEqual(version);
          version = now.version;
          const shown = Math.max(0, expected);
          const left = now.remaining * 1000 - now.fractionMs;
          expect(left).toBeLessThanOrEqual(shown);
          expect(left).toBeGreaterThanOrEqual(shown - spent - 100);
        }
      }),
      { numRuns: 40 },
    );
  });
});
