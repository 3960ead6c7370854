import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { type Change, Feed } from '#realtime/feed.js';
import { KnownFacts } from './known-facts.js';
import { TrainingRepository } from './training.repository.js';
import { TrainingService } from './training.service.js';

/** After the last of several changes, but not longer than the second after the first. */
const QUIET_MS = 2_000;
const LONGEST_WAIT_MS = 10_000;
/** Models may have been trained, and time has passed, without a word from the feed: everything is looked at from time to time. */
const SWEEP_MS = 300_000;
/** Where nothing is trained yet, changes are of no interest; whether that is still so is asked more often. */
const IDLE_SWEEP_MS = 30_000;
/** After a failure, doubled by each further one. */
const RETRY_MS = { first: 5_000, last: 300_000 };

/**
 * Keeps predictions of coming fixtures up to date in competitions for which a model was trained. What is to be done follows
 * from what is stored, so that nothing is lost by a restart, or done twice; the feed only says when to look.
 */
@Injectable()
export class PredictionRefresher implements OnModuleInit, BeforeApplicationShutdown {
  readonly #log = new Logger('PredictionRefresher');
  readonly #facts = new KnownFacts();
  readonly #stopped = new AbortController();
  /** Matches with a change that has not been looked at; `all` when the feed says so, and when it is time for a sweep. */
  #changed: Set<number> | 'all' = 'all';
  /** Competitions with news that has not been dealt with. */
  readonly #pending = new Set<number>();
  #firstChangeAt: number | undefined;
  /** No model has been trained, as far as is known. */
  #idle = true;
  #sweptAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #sweep: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #failures = 0;
  #unsubscribe: (() => void) | undefined;

  constructor(
    private readonly feed: Feed,
    private readonly facts: TrainingRepository,
    private readonly training: TrainingService,
  ) {}

  /** Before the journal is listened to: the feed's first `all` is the first look. */
  onModuleInit(): void {
    this.#unsubscribe = this.feed.onChange((change) => this.#noteChange(change));
    this.#sweep = setInterval(() => {
      if (!this.#idle && performance.now() - this.#sweptAt < SWEEP_MS) return;
      this.#changed = 'all';
      this.#run();
    }, IDLE_SWEEP_MS);
  }

  /** Waits for a refresh that is going on to stop: the database is closed after this. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped.abort(new Error('the application stops'));
    this.#unsubscribe?.();
    clearInterval(this.#sweep);
    clearTimeout(this.#timer);
    await this.#running;
  }

  #noteChange(change: Change): void {
    if (change === 'all') {
      this.#changed = 'all';
      return this.#run();
    }
    if (this.#idle && !this.#running) return;
    if (this.#changed !== 'all') this.#changed.add(change);
    this.#firstChangeAt ??= performance.now();
    const left = this.#firstChangeAt + LONGEST_WAIT_MS - performance.now();
    this.#schedule(Math.max(0, Math.min(QUIET_MS, left)));
  }

  #schedule(delayMs: number): void {
    if (this.#stopped.signal.aborted) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#run(), delayMs);
  }

  /** One at a time; what comes while it runs is looked at afterwards. */
  #run(): void {
    if (this.#running || this.#stopped.signal.aborted) return;
    this.#running = this.#refresh().finally(() => {
      this.#running = undefined;
      if (this.#failures > 0) this.#schedule(Math.min(RETRY_MS.last, RETRY_MS.first * 2 ** (this.#failures - 1)));
      else if (this.#idle) this.#changed = new Set();
      else if (this.#changed === 'all' || this.#changed.size > 0) this.#schedule(QUIET_MS);
    });
  }

  async #refresh(): Promise<void> {
    let failed = false;
    const attempt = async (work: () => Promise<void>): Promise<void> => {
      try {
        if (!this.#stopped.signal.aborted) await this.facts.inOwnContext(work);
      } catch (error) {
        if (this.#stopped.signal.aborted) return;
        failed = true;
        this.#log.error(`cannot refresh predictions, will try again: ${String(error)}`, (error as Error).stack);
      }
    };
    await attempt(() => this.#look());
    // One competition that fails does not keep the others waiting.
    for (const competitionId of this.#pending) await attempt(() => this.#refreshCompetition(competitionId));
    this.#failures = failed ? this.#failures + 1 : 0;
  }

  /** Finds the competitions that the changes so far are news for. */
  async #look(): Promise<void> {
    const changed = this.#changed;
    this.#changed = new Set();
    this.#firstChangeAt = undefined;
    if (changed !== 'all' && changed.size === 0) return;
    try {
      const found = await this.facts.readFacts(changed === 'all' ? undefined : [...changed]);
      if (changed === 'all') {
        this.#idle = found.length === 0;
        this.#sweptAt = performance.now();
      }
      const news = this.#facts.update(changed === 'all' ? this.#facts.matchIds() : changed, found);
      for (const competitionId of news) this.#pending.add(competitionId);
    } catch (error) {
      // What has come meanwhile is part of all.
      this.#changed = changed === 'all' ? 'all' : new Set([...changed, ...this.#changed]);
      throw error;
    }
  }

  async #refreshCompetition(competitionId: number): Promise<void> {
    const trained = await this.training.train({
      competitionId,
      upcomingOnly: true,
      clock: () => new Date(),
      signal: this.#stopped.signal,
    });
    this.#pending.delete(competitionId);
    for (const { tournament, newPredictions } of trained) {
      if (newPredictions > 0) this.#log.log(`${newPredictions} new predictions for ${tournament}`);
    }
  }
}
