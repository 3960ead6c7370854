import { DelegateBackoff, ExponentialBackoff, handleWhen, type IBackoff, retry, type RetryPolicy } from 'cockatiel';
import { UpstreamFailure } from '../upstream.js';

export interface RetryOptions {
  /** Requests after the first. */
  retries: number;
  /** Bounds of the random pause before a retry. */
  initialDelayMs: number;
  /** Also the longest `Retry-After` that is waited for. */
  maxDelayMs: number;
}

/**
 * Tries again after a random pause that grows (decorrelated jitter), and not before the provider allows. A timeout has
 * used up the time there was, so it is not tried again.
 * @param mayRetry asked before each retry whether the caller can afford it.
 */
export function retryPolicy(options: RetryOptions, mayRetry: (failure: UpstreamFailure) => boolean): RetryPolicy {
  const jitter = new ExponentialBackoff({ initialDelay: options.initialDelayMs, maxDelay: options.maxDelayMs });
  const worthwhile = (error: unknown): boolean =>
    error instanceof UpstreamFailure &&
    error.retryable &&
    error.kind !== 'timeout' &&
    (error.detail.retryAfterMs ?? 0) <= options.maxDelayMs &&
    mayRetry(error);
  return retry(handleWhen(worthwhile), {
    maxAttempts: options.retries,
    backoff: new DelegateBackoff((context: { result: object }, last?: IBackoff<unknown>) => {
      const next = last ? last.next(undefined) : jitter.next();
      const error = 'error' in context.result ? context.result.error : undefined;
      const asked = error instanceof UpstreamFailure ? (error.detail.retryAfterMs ?? 0) : 0;
      return { delay: Math.max(next.duration, asked), state: next };
    }),
  });
}
