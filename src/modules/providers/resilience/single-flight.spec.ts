import { describe, expect, it } from 'vitest';
import { SingleFlight } from './single-flight.js';

const never = new AbortController().signal;

/** Work that ends when told to, or with its signal. */
function work() {
  const signals: AbortSignal[] = [];
  let resolve: (value: string) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const start = (signal: AbortSignal): Promise<string> => {
    signals.push(signal);
    return new Promise((done, fail) => {
      resolve = done;
      reject = fail;
      signal.addEventListener('abort', () => fail(signal.reason as Error));
    });
  };
  return { start, signals, resolve: (value: string) => resolve(value), reject: (error: Error) => reject(error) };
}

describe('callers of the same work', () => {
  it('share it, also when it fails', async () => {
    const flights = new SingleFlight();
    const { start, signals, resolve, reject } = work();
    const first = [1, 2, 3].map(() => flights.join('a', never, start));
    expect([flights.size, flights.isUnderWay('a')]).toEqual([1, true]);
    resolve('done');
    expect(await Promise.all(first)).toEqual(['done', 'done', 'done']);
    expect([signals.length, flights.size]).toEqual([1, 0]);
    const second = [1, 2].map(() => flights.join('a', never, start));
    reject(new Error('broken'));
    const results = await Promise.allSettled(second);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect([signals.length, flights.size]).toEqual([2, 0]);
  });

  it('do not share different work', async () => {
    const flights = new SingleFlight();
    const [one, two] = [work(), work()];
    const both = [flights.join('a', never, one.start), flights.join('b', never, two.start)];
    one.resolve('one');
    two.resolve('two');
    expect(await Promise.all(both)).toEqual(['one', 'two']);
  });

  it('may leave; the work ends with the last of them', async () => {
    const flights = new SingleFlight();
    const { start, signals, resolve } = work();
    const leavers = [new AbortController(), new AbortController()];
    const [first, second] = leavers.map(({ signal }) => flights.join('a', signal, start));
    leavers[0].abort(new Error('bye'));
    await expect(first).rejects.toThrow('bye');
    expect(signals[0].aborted).toBe(false);
    leavers[1].abort(new Error('me too'));
    await expect(second).rejects.toThrow('me too');
    expect(signals[0].aborted).toBe(true);
    const third = flights.join('a', never, start);
    resolve('fresh');
    expect(await third).toBe('fresh');
    expect(signals).toHaveLength(2);
  });

  it('that come with an aborted signal start nothing', async () => {
    const { start, signals } = work();
    await expect(new SingleFlight().join('a', AbortSignal.abort(new Error('late')), start)).rejects.toThrow('late');
    expect(signals).toEqual([]);
  });

  it('are all told when everything ends', async () => {
    const flights = new SingleFlight();
    const { start } = work();
    const all = [flights.join('a', never, start), flights.join('a', never, start)];
    flights.endAll(new Error('stop'));
    for (const each of all) await expect(each).rejects.toThrow('stop');
  });
});
