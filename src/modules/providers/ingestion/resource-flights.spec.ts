import { describe, expect, it } from 'vitest';
import { ResourceFlights } from './resource-flights.js';

const client = (): AbortController => new AbortController();

describe('work wanted by several', () => {
  it('is done once, and again when it is wanted afterwards', async () => {
    const flights = new ResourceFlights();
    let done = 0;
    const work = async (): Promise<number> => ++done;
    const { signal } = client();
    expect(await Promise.all([1, 2, 3].map(() => flights.run('a', signal, work)))).toEqual([1, 1, 1]);
    expect(await flights.run('a', signal, work)).toBe(2);
    expect(flights.size).toBe(0);
  });

  it('fails for all of them, and is forgotten', async () => {
    const flights = new ResourceFlights();
    const { signal } = client();
    const fail = (): Promise<never> => Promise.reject(new Error('broken'));
    const outcomes = await Promise.allSettled([flights.run('a', signal, fail), flights.run('a', signal, fail)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(flights.size).toBe(0);
  });

  it('goes on while somebody waits, and stops when the last has left', async () => {
    const flights = new ResourceFlights();
    const [first, second] = [client(), client()];
    let stopped = false;
    const work = (signal: AbortSignal): Promise<never> =>
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => {
          stopped = true;
          reject(signal.reason);
        }),
      );
    const waits = [first, second].map(({ signal }) => flights.run('a', signal, work));
    first.abort('gone');
    await expect(waits[0]).rejects.toBe('gone');
    expect(stopped).toBe(false);
    second.abort('gone too');
    await expect(waits[1]).rejects.toBe('gone too');
    expect(stopped).toBe(true);
  });

  it('begins anew for who comes while it is being stopped', async () => {
    const flights = new ResourceFlights();
    const leaving = client();
    const never = flights.run('a', leaving.signal, () => new Promise<never>(() => undefined));
    leaving.abort('gone');
    await expect(never).rejects.toBe('gone');
    expect(await flights.run('a', client().signal, async () => 'anew')).toBe('anew');
  });

  it('is not begun for who has left already', async () => {
    const flights = new ResourceFlights();
    await expect(flights.run('a', AbortSignal.abort('gone'), async () => 1)).rejects.toBe('gone');
  });
});
