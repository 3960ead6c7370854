import { expect, it } from 'vitest';
import { SharedWait } from './shared-wait.js';

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

it('work is stopped when the last client has left, and not before', async () => {
  const waits = new SharedWait();
  const clients = [new AbortController(), new AbortController()];
  const signals: AbortSignal[] = [];
  const outcomes = clients.map(({ signal }) =>
    waits.run('a', signal, (shared) => {
      signals.push(shared);
      return untilAborted(shared);
    }),
  );
  expect(signals[0]).toBe(signals[1]);
  clients[0].abort();
  expect(signals[0].aborted).toBe(false);
  clients[1].abort();
  expect(signals[0].aborted).toBe(true);
  expect((await Promise.allSettled(outcomes)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

it('who joins work that is being stopped gets it anew', async () => {
  const waits = new SharedWait();
  const [leaving, staying] = [new AbortController(), new AbortController()];
  let stopped: Promise<never> | undefined;
  const first = waits.run('a', leaving.signal, (signal) => (stopped = untilAborted(signal)));
  leaving.abort();
  let tries = 0;
  // As a cache does that still has the first production.
  const second = waits.run('a', staying.signal, () =>
    ++tries === 1 ? (stopped as Promise<never>) : Promise.resolve('anew'),
  );
  await expect(first).rejects.toThrow();
  expect(await second).toBe('anew');
  expect(tries).toBe(2);
});

it('its own failure is told', async () => {
  const waits = new SharedWait();
  await expect(waits.run('a', new AbortController().signal, () => Promise.reject(new Error('own')))).rejects.toThrow(
    'own',
  );
});

it('work that is done is not stopped', async () => {
  const waits = new SharedWait();
  const signals: AbortSignal[] = [];
  const client = new AbortController();
  const work = (signal: AbortSignal): Promise<number> => Promise.resolve(signals.push(signal));
  await waits.run('a', client.signal, work);
  client.abort();
  expect(signals[0].aborted).toBe(false);
  await waits.run('a', new AbortController().signal, work);
  expect(signals[1]).not.toBe(signals[0]);
});
