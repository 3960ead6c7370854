import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { PredictionRefresher } from '../../src/modules/predictions/prediction-refresher.js';
import { PredictionsService } from '../../src/modules/predictions/predictions.service.js';
import { TrainingRepository } from '../../src/modules/predictions/training.repository.js';
import { TrainingService } from '../../src/modules/predictions/training.service.js';
import { bootApp, type TestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { createLeague, openTrainer, storedPredictions } from './league.js';

const MS_PER_DAY = 86_400_000;
const now = new Date();
const daysAgo = (days: number): Date => new Date(Math.floor(now.getTime() / MS_PER_DAY - days) * MS_PER_DAY);

let database: TestDatabase;
let app: TestApp | undefined;

/** A league in its second season, in which a match with a result to come was played an hour ago. */
beforeEach(async () => {
  database = await createTestDatabase();
  const seasons = [
    { year: 2022, firstDay: daysAgo(300) },
    { year: 2023, firstDay: daysAgo(20) },
  ];
  await createLeague(database, { seasons, now });
  await database.sql(
    `update match set match_date = now() - interval '1 hour', status = 'live', score_home = 0, score_away = 0
     where id = (select min(id) from match where status = 'scheduled')`,
  );
});
afterEach(async () => {
  vi.restoreAllMocks();
  await app?.close();
  app = undefined;
  await database.drop();
});

async function train(): Promise<void> {
  const trainer = await openTrainer(database);
  await trainer.training.train({ clock: () => new Date() });
  await trainer.close();
}

async function finishLiveMatch(): Promise<number> {
  const [{ id }] = await database.sql<{ id: number }>(
    `update match set status = 'finished', score_home = 4 where status = 'live' returning id`,
  );
  return id;
}

const upcoming = async (): Promise<number[]> =>
  (await database.sql<{ id: number }>(`select id from match where kickoff_at > now() order by id`)).map(({ id }) => id);

interface Booted {
  train: MockInstance<TrainingService['train']>;
  look: MockInstance<TrainingRepository['readFacts']>;
}

/** Boots the application and waits for the first look at everything to be over. */
async function booted(): Promise<Booted> {
  const look = vi.spyOn(TrainingRepository.prototype, 'readFacts');
  const spy = vi.spyOn(TrainingService.prototype, 'train');
  app = await bootApp({}, database);
  await vi.waitFor(() => expect(look).toHaveBeenCalled(), { timeout: 10_000 });
  await Promise.all(look.mock.results.map(({ value }) => value as unknown));
  await new Promise((resolve) => setImmediate(resolve));
  await Promise.allSettled(spy.mock.results.map(({ value }) => value as unknown));
  return { train: spy, look };
}

describe('refreshing', () => {
  it('predicts every coming fixture anew when a result arrives, and nothing else', async () => {
    await train();
    const before = await storedPredictions(database);
    await booted();
    expect(await storedPredictions(database)).toHaveLength(before.length);

    await finishLiveMatch();
    const fixtures = await upcoming();
    expect(fixtures.length).toBeGreaterThan(15);
    const fresh = await vi.waitFor(
      async () => {
        const rows = (await storedPredictions(database)).slice(before.length);
        expect(rows.length).toBeGreaterThanOrEqual(fixtures.length);
        return rows;
      },
      { timeout: 20_000, interval: 100 },
    );
    expect(fresh.map(({ match_id }) => match_id).toSorted((a, b) => a - b)).toEqual(fixtures);
    for (const { match_id, as_of, published_before_kickoff, kickoff_at, distribution } of fresh) {
      expect(published_before_kickoff && as_of > now && as_of < kickoff_at).toBe(true);
      expect(distribution).not.toEqual(before.find((row) => row.match_id === match_id)!.distribution);
      expect(await verify(match_id)).toEqual({ intact: true, length: 2, brokenAt: null });
    }
    const [version] = await database.sql<{ evaluation: { matches: number } }>(
      'select evaluation from model_version order by id desc limit 1',
    );
    expect(version.evaluation.matches).toBe((await finishedOfSecondSeason()).length);
  });

  it('looks at changes that do not concern a model, and leaves it at that', async () => {
    await train();
    const before = await storedPredictions(database);
    const { train: training, look } = await booted();
    const [looked, trained] = [look.mock.calls.length, training.mock.calls.length];
    const [next] = await upcoming();
    await database.sql(`update match set venue = 'Elsewhere' where id = $1`, [next]);
    await database.sql('select ensure_live_rows($1)', [next]);
    await database.sql(`update match set score_home = 1 where status = 'live'`);
    await database.sql(`update match set status = 'postponed' where id = $1`, [(await upcoming()).at(-1)]);
    await vi.waitFor(() => expect(look.mock.calls.length).toBeGreaterThan(looked), { timeout: 20_000 });
    await Promise.all(look.mock.results.map(({ value }) => value as unknown));
    await new Promise((resolve) => setImmediate(resolve));
    expect(training.mock.calls.length).toBe(trained);
    expect(await storedPredictions(database)).toHaveLength(before.length);
  });

  it('catches up after a restart, once', async () => {
    await train();
    const before = await storedPredictions(database);
    await finishLiveMatch();
    const fixtures = await upcoming();
    for (let boot = 0; boot < 2; boot++) {
      await booted();
      await vi.waitFor(
        async () => expect(await storedPredictions(database)).toHaveLength(before.length + fixtures.length),
        { timeout: 20_000, interval: 100 },
      );
      await app?.close();
      app = undefined;
      vi.restoreAllMocks();
    }
  });

  it('does nothing where no model was trained', async () => {
    const { train: training, look } = await booted();
    await finishLiveMatch();
    // Longer than a change waits for others.
    await sleep(3_000);
    expect(look).toHaveBeenCalledOnce();
    expect(training).not.toHaveBeenCalled();
    expect(await storedPredictions(database)).toEqual([]);
  });

  it('survives a failure: logs it, keeps the news and tries again', async () => {
    await train();
    const before = await storedPredictions(database);
    const { train: training } = await booted();
    training.mockRejectedValueOnce(new Error('the disk is full'));
    await finishLiveMatch();
    const fixtures = await upcoming();
    await vi.waitFor(() => expect(app!.log.join('')).toContain('the disk is full'), { timeout: 20_000 });
    await vi.waitFor(
      async () => expect(await storedPredictions(database)).toHaveLength(before.length + fixtures.length),
      { timeout: 20_000, interval: 100 },
    );
  });

  it('stops in the middle of its work when the application stops', async () => {
    await train();
    await finishLiveMatch();
    let aborted = false;
    vi.spyOn(TrainingService.prototype, 'train').mockImplementation(
      ({ signal }) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => {
            aborted = true;
            setTimeout(() => reject(signal.reason as Error), 50);
          });
        }),
    );
    app = await bootApp({}, database);
    await vi.waitFor(() => expect(TrainingService.prototype.train).toHaveBeenCalled(), { timeout: 10_000 });
    const stop = vi.spyOn(app.app.get(PredictionRefresher, { strict: false }), 'beforeApplicationShutdown');
    await app.close();
    expect(stop).toHaveBeenCalledOnce();
    expect(aborted).toBe(true);
    expect(app.log.filter((line) => line.includes('"level":"error"') || line.includes('"level":50'))).toEqual([]);
    app = undefined;
  });
});

async function finishedOfSecondSeason(): Promise<unknown[]> {
  return database.sql(
    `select from match m join tournament t on t.id = m.tournament_id join season e on e.id = t.season_id
     where e.year = 2023 and m.status = 'finished'`,
  );
}

async function verify(matchId: number): Promise<unknown> {
  return app!.app.get(PredictionsService, { strict: false }).verifyChain(matchId);
}
