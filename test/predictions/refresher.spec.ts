import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, type MockInstance, type TestContext, vi } from 'vitest';
import { PredictionRefresher } from '../../src/modules/predictions/prediction-refresher.js';
import { PredictionsService } from '../../src/modules/predictions/predictions.service.js';
import { TrainingRepository } from '../../src/modules/predictions/training.repository.js';
import { TrainingService } from '../../src/modules/predictions/training.service.js';
import { Feed } from '../../src/realtime/feed.js';
import { bootApp, type TestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { createLeague, openTrainer, storedPredictions } from './league.js';

const MS_PER_DAY = 86_400_000;
const now = new Date();
const daysAgo = (days: number): Date => new Date(Math.floor(now.getTime() / MS_PER_DAY - days) * MS_PER_DAY);

/** A league with an application of its own, beside those of the other tests. */
class Stage {
  static readonly #logs: string[][] = [];
  #app: TestApp | undefined;

  private constructor(readonly database: TestDatabase) {}

  /** A league in its second season, in which a match with a result to come was played an hour ago. */
  static async set({ onTestFinished }: TestContext): Promise<Stage> {
    const database = await createTestDatabase();
    const stage = new Stage(database);
    onTestFinished(async () => {
      await stage.close();
      await database.drop();
    });
    const seasons = [
      { year: 2022, firstDay: daysAgo(300) },
      // No round is today, so that as many are to come at any hour.
      { year: 2023, firstDay: daysAgo(18) },
    ];
    await createLeague(database, { seasons, now });
    await database.sql(
      `update match set match_date = now() - interval '1 hour', status = 'live', score_home = 0, score_away = 0
       where id = (select min(id) from match where status = 'scheduled')`,
    );
    return stage;
  }

  /** The same after a training. */
  static async trained(context: TestContext): Promise<Stage> {
    const stage = await Stage.set(context);
    const trainer = await openTrainer(stage.database);
    await trainer.training.train({ clock: () => new Date() });
    await trainer.close();
    return stage;
  }

  /** What all have logged: one application does it for those beside it, too. */
  static get log(): string {
    return Stage.#logs.flat().join('');
  }

  get app(): TestApp {
    if (!this.#app) throw new Error('not booted');
    return this.#app;
  }

  get training(): TrainingService {
    return this.app.app.get(TrainingService, { strict: false });
  }

  async boot(): Promise<void> {
    this.#app = await bootApp({}, this.database);
    Stage.#logs.push(this.#app.log);
  }

  /** Boots the application and waits for the first look at everything to be over. */
  async bootAndLook(): Promise<void> {
    await this.boot();
    await vi.waitFor(() => expect(this.looks().length).toBeGreaterThan(0), { timeout: 10_000 });
    await Promise.all(this.looks());
    await new Promise((resolve) => setImmediate(resolve));
    await Promise.allSettled(this.trainings());
  }

  /** What its refresher has asked for so far, each with its outcome. */
  looks(): unknown[] {
    return callsOn(this.app.app.get(TrainingRepository, { strict: false }), look);
  }

  trainings(): unknown[] {
    return callsOn(this.training, train);
  }

  async close(): Promise<void> {
    await this.#app?.close();
    this.#app = undefined;
  }

  async finishLiveMatch(): Promise<number> {
    const [{ id }] = await this.database.sql<{ id: number }>(
      `update match set status = 'finished', score_home = 4 where status = 'live' returning id`,
    );
    return id;
  }

  async upcoming(): Promise<number[]> {
    const rows = await this.database.sql<{ id: number }>(`select id from match where kickoff_at > now() order by id`);
    return rows.map(({ id }) => id);
  }

  async finishedOfSecondSeason(): Promise<unknown[]> {
    return this.database.sql(
      `select from match m join tournament t on t.id = m.tournament_id join season e on e.id = t.season_id
       where e.year = 2023 and m.status = 'finished'`,
    );
  }

  async verify(matchId: number): Promise<unknown> {
    return this.app.app.get(PredictionsService, { strict: false }).verifyChain(matchId);
  }
}

let look: MockInstance<TrainingRepository['readFacts']>;
let train: MockInstance<TrainingService['train']>;
// From the start of an application on, before there is anything of it to get hold of.
beforeAll(() => {
  look = vi.spyOn(TrainingRepository.prototype, 'readFacts');
  train = vi.spyOn(TrainingService.prototype, 'train');
});
afterAll(() => {
  vi.restoreAllMocks();
});

/** The results of the calls of one object's method. */
function callsOn(of: object, { mock }: Pick<MockInstance, 'mock'>): unknown[] {
  return mock.results.flatMap(({ value }, call) => (mock.contexts[call] === of ? [value as unknown] : []));
}

// Most of what they do is wait until no more changes come; the rest they take turns at.
describe.concurrent('refreshing', { timeout: 60_000 }, () => {
  it('predicts every coming fixture anew when a result arrives, and nothing else', async (context) => {
    const stage = await Stage.trained(context);
    const { database } = stage;
    const before = await storedPredictions(database);
    await stage.bootAndLook();
    expect(await storedPredictions(database)).toHaveLength(before.length);

    await stage.finishLiveMatch();
    const fixtures = await stage.upcoming();
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
      expect(await stage.verify(match_id)).toEqual({ intact: true, length: 2, brokenAt: null });
    }
    const [version] = await database.sql<{ evaluation: { matches: number } }>(
      'select evaluation from model_version order by id desc limit 1',
    );
    expect(version.evaluation.matches).toBe((await stage.finishedOfSecondSeason()).length);
  });

  it('looks at changes that do not concern a model, and leaves it at that', async (context) => {
    const stage = await Stage.trained(context);
    const { database } = stage;
    const before = await storedPredictions(database);
    await stage.bootAndLook();
    const [looked, trained] = [stage.looks().length, stage.trainings().length];
    const [next] = await stage.upcoming();
    await database.sql(`update match set venue = 'Elsewhere' where id = $1`, [next]);
    await database.sql('select ensure_live_rows($1)', [next]);
    await database.sql(`update match set score_home = 1 where status = 'live'`);
    await database.sql(`update match set status = 'postponed' where id = $1`, [(await stage.upcoming()).at(-1)]);
    await vi.waitFor(() => expect(stage.looks().length).toBeGreaterThan(looked), { timeout: 20_000 });
    await Promise.all(stage.looks());
    await new Promise((resolve) => setImmediate(resolve));
    expect(stage.trainings().length).toBe(trained);
    expect(await storedPredictions(database)).toHaveLength(before.length);
  });

  it('catches up after a restart, once', async (context) => {
    const stage = await Stage.trained(context);
    const { database } = stage;
    const before = await storedPredictions(database);
    await stage.finishLiveMatch();
    const fixtures = await stage.upcoming();
    for (let boot = 0; boot < 2; boot++) {
      await stage.bootAndLook();
      await vi.waitFor(
        async () => expect(await storedPredictions(database)).toHaveLength(before.length + fixtures.length),
        { timeout: 20_000, interval: 100 },
      );
      await stage.close();
    }
  });

  it('does nothing where no model was trained', async (context) => {
    const stage = await Stage.set(context);
    await stage.bootAndLook();
    const told = new Promise((resolve) => stage.app.app.get(Feed).onChange(resolve));
    const id = await stage.finishLiveMatch();
    expect(await told).toBe(id);
    // Longer than a change waits for others.
    await sleep(3_000);
    expect(stage.looks()).toHaveLength(1);
    expect(stage.trainings()).toEqual([]);
    expect(await storedPredictions(stage.database)).toEqual([]);
  });

  it('survives a failure: logs it, keeps the news and tries again', async (context) => {
    const stage = await Stage.trained(context);
    const { database } = stage;
    const before = await storedPredictions(database);
    await stage.bootAndLook();
    const { training } = stage;
    training.train = () => {
      Reflect.deleteProperty(training, 'train');
      return Promise.reject(new Error('the disk is full'));
    };
    await stage.finishLiveMatch();
    const fixtures = await stage.upcoming();
    await vi.waitFor(() => expect(Stage.log).toContain('the disk is full'), { timeout: 20_000 });
    await vi.waitFor(
      async () => expect(await storedPredictions(database)).toHaveLength(before.length + fixtures.length),
      { timeout: 20_000, interval: 100 },
    );
  });
});

describe('a refresh', () => {
  it('stops in the middle of its work when the application stops', async (context) => {
    const stage = await Stage.trained(context);
    await stage.finishLiveMatch();
    let aborted = false;
    train.mockImplementationOnce(
      ({ signal }) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => {
            aborted = true;
            setTimeout(() => reject(signal.reason as Error), 50);
          });
        }),
    );
    await stage.boot();
    const { app } = stage;
    await vi.waitFor(() => expect(stage.trainings()).toHaveLength(1), { timeout: 10_000 });
    const stop = vi.spyOn(app.app.get(PredictionRefresher, { strict: false }), 'beforeApplicationShutdown');
    await stage.close();
    expect(stop).toHaveBeenCalledOnce();
    expect(aborted).toBe(true);
    expect(app.log.filter((line) => line.includes('"level":"error"') || line.includes('"level":50'))).toEqual([]);
  });
});
