import { circuitBreaker, type CircuitBreakerPolicy, CircuitState, CountBreaker, handleWhen } from 'cockatiel';

export type CircuitName = 'closed' | 'open' | 'half-open';

/** What an error says of the other side: that it is in trouble, that it works after all, or nothing. */
export type Verdict = 'trouble' | 'works' | 'unknown';

export interface CircuitOptions {
  /** How long it stays open before one call may try again. */
  pauseMs: number;
  verdict: (error: unknown) => Verdict;
  /** Told when it opens, and when it closes again. */
  onChange?: (state: 'open' | 'closed') => void;
}

/** Opens when more than this share of the last calls failed, and never before so many calls were made. */
const FAILING_SHARE = 0.5;
const REMEMBERED_CALLS = 20;
const FEWEST_CALLS = 5;

/** Not asked, because asking was no use just now. */
export class CircuitOpen extends Error {
  override readonly name = 'CircuitOpen';

  constructor(readonly remainingMs: number) {
    super('open circuit');
  }
}

/** A call found that another one is trying an opened circuit; wait with `ready`, then run again. */
export const TRIAL_UNDER_WAY = Symbol('trial under way');

/**
 * Circuit breaker of one endpoint. An endpoint that fails must not take the others with it, since most of them are
 * optional. While it is half open one call tries and the others wait for what comes of it.
 */
export class Circuit {
  readonly #breaker: CircuitBreakerPolicy;
  #openUntil = 0;
  #pausedUntil = 0;

  constructor({ pauseMs, verdict, onChange }: CircuitOptions) {
    // A trial that was given up has not shown that the other side works again.
    const counts = (error: unknown): boolean => {
      const said = verdict(error);
      return said === 'trouble' || (said === 'unknown' && this.#breaker.state === CircuitState.HalfOpen);
    };
    this.#breaker = circuitBreaker(handleWhen(counts), {
      halfOpenAfter: pauseMs,
      breaker: new CountBreaker({
        threshold: FAILING_SHARE,
        size: REMEMBERED_CALLS,
        minimumNumberOfCalls: FEWEST_CALLS,
      }),
    });
    this.#breaker.onBreak(() => {
      this.#openUntil = Date.now() + pauseMs;
      onChange?.('open');
    });
    this.#breaker.onReset(() => onChange?.('closed'));
  }

  get state(): CircuitName {
    if (this.#pausedUntil > Date.now()) return 'open';
    if (this.#breaker.state === CircuitState.HalfOpen) return 'half-open';
    return this.#breaker.state === CircuitState.Closed ? 'closed' : 'open';
  }

  /** The other side asked to be left alone. A pause is never shortened. */
  pause(ms: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, Date.now() + ms);
  }

  /**
   * Resolves when a call may be made; waits while another call tries.
   * @throws CircuitOpen; the signal's reason.
   */
  async ready(signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      this.#throwIfOpen();
      if (this.#breaker.state !== CircuitState.HalfOpen) return;
      await this.#stateChange(signal);
    }
  }

  /** Makes the call, unless another one is trying. @throws CircuitOpen; whatever the call throws. */
  async run<T>(call: () => Promise<T>): Promise<T | typeof TRIAL_UNDER_WAY> {
    this.#throwIfOpen();
    if (this.#breaker.state === CircuitState.HalfOpen) return TRIAL_UNDER_WAY;
    return this.#breaker.execute(call);
  }

  #throwIfOpen(): void {
    const closedUntil = this.#breaker.state === CircuitState.Open ? this.#openUntil : 0;
    const remaining = Math.max(closedUntil, this.#pausedUntil) - Date.now();
    if (remaining > 0) throw new CircuitOpen(remaining);
  }

  async #stateChange(signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const done = (): void => {
        listener.dispose();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const listener = this.#breaker.onStateChange(done);
      signal.addEventListener('abort', done, { once: true });
    });
  }
}
