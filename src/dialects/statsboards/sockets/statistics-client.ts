import type { WebSocket } from 'ws';
import type { FrameQueue } from '#realtime/index.js';
import type { MatchStatsView, ShownStatistics } from '../live/match-stats.view.js';

const MAX_UNCONFIRMED = 8;

/**
 * What one client of the statistics has. It is told what it does not know already: its own accepted edit is not sent
 * back to it, unless an edit and a message may have passed each other on the way, when only a message can tell what
 * the client shows. Every message is followed by a ping; its answer says that the client has the message.
 */
export class StatisticsClient {
  /** What it was sent last, or has by its own edit. */
  shown: ShownStatistics | undefined;
  /** It may show something else than `shown`. */
  uncertain = false;
  /** Edits that are not answered yet. */
  pending = 0;
  #sent = 0;
  #received = 0;
  /** What the client had when it last said so. */
  #confirmed: ShownStatistics | undefined;
  readonly #unconfirmed = new Map<number, ShownStatistics>();

  constructor(
    readonly queue: FrameQueue,
    private readonly socket: WebSocket,
  ) {
    socket.on('pong', (data: Buffer) => this.#confirm(Number(data.toString())));
  }

  /** To be called when an edit arrives. The answer tells, at its end, whether a message may have passed the edit. */
  watchCrossing(): () => boolean {
    const sent = this.#sent;
    const hasAll = this.#received === sent;
    return () => !hasAll || this.#sent !== sent;
  }

  /** What it can have edited from. */
  get bases(): MatchStatsView[] {
    return [this.#confirmed, ...this.#unconfirmed.values(), this.shown].flatMap((known) => (known ? [known.view] : []));
  }

  send(key: string, frame: Buffer, statistics: ShownStatistics, { ask }: { ask: boolean }): void {
    this.shown = statistics;
    this.uncertain = false;
    this.#sent++;
    this.#unconfirmed.set(this.#sent, statistics);
    if (this.#unconfirmed.size > MAX_UNCONFIRMED) this.#unconfirmed.delete(this.#unconfirmed.keys().next().value!);
    this.queue.send(key, frame);
    // A ping would overtake what waits in the queue.
    if (ask && !this.queue.isWaiting && this.socket.readyState === this.socket.OPEN) {
      this.socket.ping(String(this.#sent));
    }
  }

  #confirm(serial: number): void {
    if (!(serial > this.#received && serial <= this.#sent)) return;
    this.#received = serial;
    for (const [sent, statistics] of this.#unconfirmed) {
      if (sent > serial) break;
      this.#confirmed = statistics;
      this.#unconfirmed.delete(sent);
    }
  }
}
