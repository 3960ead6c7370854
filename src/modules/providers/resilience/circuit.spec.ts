import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Circuit, CircuitOpen, TRIAL_UNDER_WAY } from './circuit.js';

const PAUSE = 30_000;
const never = new AbortController().signal;
class Trouble extends Error {}
class Gone extends Error {}

const circuit = (): Circuit =>
  new Circuit({
    pauseMs: PAUSE,
    verdict: (error) => (error instanceof Trouble ? 'trouble' : error instanceof Gone ? 'unknown' : 'works'),
  });
const fail = (error: Error) => () => Promise.reject(error);
const attempt = (of: Circuit, call: () => Promise<unknown>) => of.run(call).catch((error: unknown) => error);

async function opened(): Promise<Circuit> {
  const of = circuit();
  for (let n = 0; n < 5; n++) await attempt(of, fail(new Trouble()));
  return of;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a circuit', () => {
  it('opens after five calls that failed, and then makes none', async () => {
    const of = await opened();
    expect(of.state).toBe('open');
    const call = vi.fn(() => Promise.resolve(1));
    await expect(of.run(call)).rejects.toThrow(CircuitOpen);
    await expect(of.ready(never)).rejects.toMatchObject({ remainingMs: PAUSE });
    expect(call).not.toHaveBeenCalled();
  });

  it('stays closed while every second call works, and for errors that blame nobody', async () => {
    const of = circuit();
    for (let n = 0; n < 40; n++) await attempt(of, n % 2 ? fail(new Trouble()) : () => Promise.resolve(1));
    for (let n = 0; n < 40; n++) await attempt(of, fail(n % 2 ? new Gone() : new Error('no such match')));
    expect(of.state).toBe('closed');
  });

  it('lets one call try after the pause; the others wait and go on when it works', async () => {
    const of = await opened();
    vi.advanceTimersByTime(PAUSE);
    let finish: (value: string) => void = () => undefined;
    const trial = of.run(() => new Promise<string>((resolve) => (finish = resolve)));
    expect(of.state).toBe('half-open');
    expect(await of.run(() => Promise.resolve('early'))).toBe(TRIAL_UNDER_WAY);
    const waiting = of.ready(never);
    finish('works');
    expect(await trial).toBe('works');
    await waiting;
    expect(of.state).toBe('closed');
    expect(await of.run(() => Promise.resolve('next'))).toBe('next');
  });

  it('opens again when the call that tries fails, or is given up', async () => {
    for (const error of [new Trouble(), new Gone()]) {
      const of = await opened();
      vi.advanceTimersByTime(PAUSE);
      const trial = attempt(of, fail(error));
      const waiting = of.ready(never).catch((reason: unknown) => reason);
      expect(await trial).toBe(error);
      expect(await waiting).toBeInstanceOf(CircuitOpen);
      expect(of.state).toBe('open');
    }
  });

  it('closes when the call that tries gets a no', async () => {
    const of = await opened();
    vi.advanceTimersByTime(PAUSE);
    await attempt(of, fail(new Error('no such match')));
    expect(of.state).toBe('closed');
  });

  it('tells when it opens and closes', async () => {
    const told: string[] = [];
    const of = new Circuit({ pauseMs: PAUSE, verdict: () => 'trouble', onChange: (state) => void told.push(state) });
    for (let n = 0; n < 5; n++) await attempt(of, fail(new Trouble()));
    vi.advanceTimersByTime(PAUSE);
    await of.run(() => Promise.resolve(1));
    expect(told).toEqual(['open', 'closed']);
  });

  it('lets those who wait leave', async () => {
    const of = await opened();
    vi.advanceTimersByTime(PAUSE);
    const trial = of.run(() => new Promise(() => undefined));
    const leaving = new AbortController();
    const waiting = of.ready(leaving.signal);
    leaving.abort(new Error('bye'));
    await expect(waiting).rejects.toThrow('bye');
    expect(trial).toBeInstanceOf(Promise);
  });

  it('pauses as long as it is asked to, never shorter', async () => {
    const of = circuit();
    of.pause(2_000);
    of.pause(1_000);
    expect(of.state).toBe('open');
    await expect(of.ready(never)).rejects.toMatchObject({ remainingMs: 2_000 });
    vi.advanceTimersByTime(2_000);
    await of.ready(never);
    expect(of.state).toBe('closed');
  });
});
