import { describe, expect, it } from 'vitest';
import { loadConfig } from '#platform/config/index.js';
import { LoginThrottle } from './login-throttle.js';

const throttleOf = (attempts: number): LoginThrottle =>
  new LoginThrottle(loadConfig({ LOGIN_ATTEMPTS_PER_MINUTE: String(attempts) }));

async function allowed(times: number, attempt: (n: number) => Promise<void>): Promise<number> {
  const outcomes = [];
  for (let n = 0; n < times; n++)
    outcomes.push(
      await attempt(n).then(
        () => 1,
        () => 0,
      ),
    );
  return outcomes.filter((each) => each === 1).length;
}

describe('LoginThrottle', () => {
  it('allows an account so many attempts from one address, and says when to come back', async () => {
    const throttle = throttleOf(3);
    expect(await allowed(10, () => throttle.count('1.1.1.1', 'ann'))).toBe(3);
    await expect(throttle.count('1.1.1.1', 'ann')).rejects.toMatchObject({
      kind: 'exhausted',
      code: 'TOO_MANY_ATTEMPTS',
    });
    const error = await throttle
      .count('1.1.1.1', 'ann')
      .catch((reason: { params: { retryAfterSeconds: number } }) => reason);
    expect(error?.params.retryAfterSeconds).toBeGreaterThan(0);
    expect(error?.params.retryAfterSeconds).toBeLessThanOrEqual(60);
    throttle.onApplicationShutdown();
  });

  it('leaves other accounts and other addresses alone', async () => {
    const throttle = throttleOf(3);
    await allowed(10, () => throttle.count('1.1.1.1', 'ann'));
    expect(await allowed(3, () => throttle.count('1.1.1.1', 'bob'))).toBe(3);
    expect(await allowed(3, () => throttle.count('2.2.2.2', 'ann'))).toBe(3);
    throttle.onApplicationShutdown();
  });

  it('allows an address ten times as many over all names', async () => {
    const throttle = throttleOf(3);
    expect(await allowed(50, (n) => throttle.count('1.1.1.1', `user ${n}`))).toBe(30);
    expect(await allowed(5, () => throttle.countAddress('1.1.1.1'))).toBe(0);
    throttle.onApplicationShutdown();
  });
});
