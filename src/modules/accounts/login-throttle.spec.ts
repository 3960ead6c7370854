import { describe, expect, it, vi } from 'vitest';
import { loadConfig } from '#platform/config/index.js';
import { LoginThrottle } from './login-throttle.js';

const throttleOf = (attempts: number): LoginThrottle =>
  new LoginThrottle(loadConfig({ LOGIN_ATTEMPTS_PER_MINUTE: String(attempts) }));

/** How many of so many tries are let through, each with a wrong password unless told otherwise. */
async function allowed(times: number, attempt: (n: number) => unknown): Promise<number> {
  let passed = 0;
  for (let n = 0; n < times; n++) {
    passed += await Promise.resolve()
      .then(() => attempt(n))
      .then(
        () => 1,
        () => 0,
      );
  }
  return passed;
}

const wrong = (): Promise<undefined> => Promise.resolve(undefined);
const right = (): Promise<string> => Promise.resolve('ann');

describe('LoginThrottle', () => {
  it('allows an account so many wrong passwords from one address, and says when to come back', async () => {
    const throttle = throttleOf(3);
    expect(await allowed(10, () => throttle.check('1.1.1.1', 'ann', wrong))).toBe(3);
    const error = await throttle.check('1.1.1.1', 'ann', right).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: 'exhausted', code: 'TOO_MANY_ATTEMPTS' });
    const seconds = (error as { params: { retryAfterSeconds: number } }).params.retryAfterSeconds;
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
  });

  it('counts no right password, and none that could not be checked', async () => {
    const throttle = throttleOf(3);
    expect(await allowed(100, () => throttle.check('1.1.1.1', 'ann', right))).toBe(100);
    const busy = (): Promise<undefined> => Promise.reject(new Error('busy'));
    expect(await allowed(100, () => throttle.check('1.1.1.1', 'ann', busy))).toBe(0);
    expect(await throttle.check('1.1.1.1', 'ann', right)).toBe('ann');
    expect(await allowed(10, () => throttle.check('1.1.1.1', 'ann', wrong))).toBe(3);
  });

  it('counts a try from its beginning: many at once are no way round', async () => {
    const throttle = throttleOf(3);
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => throttle.check('1.1.1.1', 'ann', wrong)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });

  it('leaves other accounts and other addresses alone', async () => {
    const throttle = throttleOf(3);
    await allowed(10, () => throttle.check('1.1.1.1', 'ann', wrong));
    expect(await allowed(3, () => throttle.check('1.1.1.1', 'bob', wrong))).toBe(3);
    expect(await allowed(3, () => throttle.check('2.2.2.2', 'ann', wrong))).toBe(3);
  });

  it('allows an address ten times as many over all names', async () => {
    const throttle = throttleOf(3);
    expect(await allowed(50, (n) => throttle.check('1.1.1.1', `user ${n}`, wrong))).toBe(30);
    expect(await allowed(5, () => throttle.countAddress('1.1.1.1'))).toBe(0);
  });

  it('forgets after a minute', async () => {
    vi.useFakeTimers({ now: 0 });
    try {
      const throttle = throttleOf(3);
      await allowed(10, () => throttle.check('1.1.1.1', 'ann', wrong));
      vi.setSystemTime(59_999);
      expect(await allowed(1, () => throttle.check('1.1.1.1', 'ann', wrong))).toBe(0);
      vi.setSystemTime(60_000);
      expect(await allowed(10, () => throttle.check('1.1.1.1', 'ann', wrong))).toBe(3);
    } finally {
      vi.useRealTimers();
    }
  });
});
