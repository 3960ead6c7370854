import { PgBoss } from 'pg-boss';

/** Fetch the matches of a day. */
export interface DayJob {
  /** Days from today. */
  offset: number;
}

/** Fetch what the analysis of a match needs. */
export interface MatchJob {
  publicId: string;
}

export interface PrefetchHandlers {
  day(job: DayJob): Promise<void>;
  match(job: MatchJob): Promise<void>;
  /** A trouble of the queue itself. */
  onError(error: Error): void;
}

/** Kept apart from the tables of the product. */
const SCHEMA = 'touchline_jobs';
const DAY = 'provider-day';
const MATCH = 'provider-match';
/** Twice an hour, off the hour, when everybody else asks. */
const CRON = '7,37 * * * *';
const LIMITS = {
  retryLimit: 1,
  retryDelay: 60,
  expireInSeconds: 900,
  deleteAfterSeconds: 86_400,
  retentionSeconds: 7_200,
};

/** The jobs of all processes on one database, each done by one of them. */
export class PrefetchQueue {
  readonly #boss: PgBoss;

  constructor(
    databaseUrl: string,
    private readonly handlers: PrefetchHandlers,
  ) {
    this.#boss = new PgBoss({
      connectionString: databaseUrl,
      schema: SCHEMA,
      application_name: 'touchline jobs',
      max: 2,
    });
    this.#boss.on('error', (error) => this.handlers.onError(error));
  }

  /** Works off jobs; puts today and tomorrow in line now and at every full and half hour's seventh minute. */
  async start(): Promise<void> {
    await this.#boss.start();
    // A job that waits already is not put in line again.
    await this.#boss.createQueue(DAY, { policy: 'short', ...LIMITS });
    await this.#boss.createQueue(MATCH, { policy: 'short', ...LIMITS });
    await this.#boss.work<DayJob>(DAY, async (jobs) => {
      for (const { data } of jobs) await this.handlers.day(data);
    });
    await this.#boss.work<MatchJob>(MATCH, async (jobs) => {
      for (const { data } of jobs) await this.handlers.match(data);
    });
    for (const offset of [0, 1]) {
      const only = { singletonKey: String(offset) };
      await this.#boss.schedule(DAY, CRON, { offset }, { key: String(offset), ...only });
      await this.#boss.send(DAY, { offset }, only);
    }
  }

  async sendMatches(jobs: readonly MatchJob[]): Promise<void> {
    await this.#boss.insert(
      MATCH,
      jobs.map((data) => ({ data, singletonKey: data.publicId })),
    );
  }

  /** Waits for what is being done, so stop the work first. */
  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: 5_000 });
  }
}
