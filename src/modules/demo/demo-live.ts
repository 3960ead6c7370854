import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Replay, ReplayPlayer, ReplaysService } from '#modules/replays/index.js';
import { CONFIG } from '#platform/config/config.token.js';
import type { Config } from '#platform/config/index.js';
import { DATABASE_OPTIONS } from '#platform/database/database.token.js';
import type { DatabaseOptions } from '#platform/database/orm-options.js';
import { SessionLock } from '#platform/database/session-lock.js';
import { DemoGames } from './demo-games.js';
import { DemoGamesRepository } from './demo-games.repository.js';
import { DemoRepository } from './demo.repository.js';

const LOCK = 'touchline demo live';
/** How long to wait before looking again whether another process still plays it, or whether the database is back. */
const RETRY_MS = 2_000;
/** Seconds of the game for which its result is shown. */
const INTERMISSION = 60;

export interface LiveDemo {
  matchId: number;
  home: string;
  away: string;
}

/**
 * Replays a simulated game again and again, always as the same match, so that dashboards have something live and its
 * address stays good. One of all processes on a database plays it; when that ends, another goes on where it was.
 */
@Injectable()
export class DemoLive implements BeforeApplicationShutdown {
  readonly #log = new Logger('DemoLive');
  readonly #stopped = new AbortController();
  #lock: SessionLock | undefined;
  #running: Promise<void> | undefined;

  constructor(
    private readonly repository: DemoRepository,
    private readonly games: DemoGames,
    private readonly live: DemoGamesRepository,
    private readonly replays: ReplaysService,
    private readonly player: ReplayPlayer,
    @Inject(DATABASE_OPTIONS) private readonly database: DatabaseOptions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Begins to play, or to wait for the turn of this process. Returns the match; undefined when the demo has no game to
   * show, or when another process is only just making it. Never fails: it tries on.
   */
  async start(): Promise<LiveDemo | undefined> {
    if (this.#stopped.signal.aborted) return undefined;
    const match = await this.#prepare().catch((error: unknown) => {
      this.#complain(error);
      return undefined;
    });
    this.#running = this.#run();
    return match && { matchId: match.matchId, home: match.home, away: match.away };
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped.abort();
    await this.#running;
    await this.#lock?.release();
  }

  /** With the lock: the match, made when there is none. Without: the match of whoever has it. */
  async #prepare(): Promise<Replay | undefined> {
    this.#lock ??= await SessionLock.tryAcquire(this.database.url, LOCK);
    return this.repository.inOwnContext(async () => {
      const known = await this.live.findLive();
      if (known !== undefined) {
        const replay = await this.replays.get(known.matchId).catch(() => undefined);
        if (replay !== undefined && replay.plays.length > 0) return replay;
      }
      if (this.#lock === undefined) return undefined;
      const source = await this.games.ensureLatest();
      if (source === undefined) return undefined;
      const replay = await this.replays.create(source, { keep: true });
      await this.live.setLive(replay.matchId, 0);
      if (known !== undefined) await this.replays.remove(known.matchId).catch(() => undefined);
      return replay;
    });
  }

  async #run(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      try {
        const replay = await this.#prepare();
        if (this.#lock === undefined || replay === undefined) await this.#wait(RETRY_MS);
        else await this.#playClaimed(replay, this.#lock.lost);
      } catch (error) {
        this.#complain(error);
        await this.#wait(RETRY_MS);
      }
      if (this.#lock?.lost.aborted) this.#lock = undefined;
    }
  }

  /** Keeps others from taking the match away while it is played. */
  async #playClaimed(replay: Replay, lost: AbortSignal): Promise<void> {
    const claim = await this.replays.claim(replay.matchId);
    if (claim === undefined) return this.#wait(RETRY_MS);
    try {
      await this.#playOn(replay, AbortSignal.any([lost, claim.lost]));
    } finally {
      await claim.release();
    }
  }

  /** From where the match stands to the end of the game, and back to its beginning. */
  async #playOn(replay: Replay, lost: AbortSignal): Promise<void> {
    const { speed } = this.config.demo.live;
    const signal = AbortSignal.any([this.#stopped.signal, lost]);
    const finished = await this.player.play(replay, { speed, signal });
    if (finished) await this.#wait((INTERMISSION * 1000) / speed, signal);
    if (lost.aborted) return;
    if (!finished) return this.player.hold(replay);
    if (signal.aborted) return;
    await this.repository.inOwnContext(async () => {
      const { version } = (await this.live.findLive())!;
      await this.live.setLive(replay.matchId, await this.player.rewind(replay, version));
    });
  }

  async #wait(milliseconds: number, signal: AbortSignal = this.#stopped.signal): Promise<void> {
    await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
  }

  #complain(error: unknown): void {
    if (!this.#stopped.signal.aborted) this.#log.warn(`the live demo stands still: ${(error as Error).message}`);
  }
}
