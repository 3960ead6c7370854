import { describe, expect, it } from 'vitest';
import { MemoryResponseCache } from './response-cache.js';

function setUp(capacity = 10) {
  const clock = { now: 0 };
  const cache = new MemoryResponseCache(capacity, () => clock.now);
  const produced: string[] = [];
  const ask = (key: string, tags: string[] = []) =>
    cache.remember(key, { ttlMs: () => 1_000, tags: () => tags }, async () => {
      produced.push(key);
      return `${key} ${produced.length}`;
    });
  return { cache, clock, produced, ask };
}

/** A production whose end the test decides. */
function deferred<T>() {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  let calls = 0;
  return {
    resolve,
    reject,
    produce: () => {
      calls++;
      return promise;
    },
    get calls() {
      return calls;
    },
  };
}

const FOREVER = { ttlMs: () => 1e9, tags: () => [] };

describe('the memory cache', () => {
  it('gives the kept answer until its time is over', async () => {
    const { ask, clock } = setUp();
    expect(await ask('a')).toBe('a 1');
    clock.now = 999;
    expect(await ask('a')).toBe('a 1');
    clock.now = 1_000;
    expect(await ask('a')).toBe('a 2');
  });

  it('makes an answer once for all who ask at the same time', async () => {
    const { cache } = setUp();
    const work = deferred<number>();
    const all = Promise.all(Array.from({ length: 200 }, () => cache.remember('a', FOREVER, work.produce)));
    work.resolve(7);
    expect(new Set(await all)).toEqual(new Set([7]));
    expect(work.calls).toBe(1);
  });

  it('tells a failure to all who wait and keeps nothing of it', async () => {
    const { cache, ask } = setUp();
    const work = deferred<string>();
    const both = [cache.remember('a', FOREVER, work.produce), cache.remember('a', FOREVER, work.produce)];
    work.reject(new Error('down'));
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await ask('a')).toBe('a 1');
  });

  it('is bounded: what was used longest ago goes first', async () => {
    const { cache, ask, produced } = setUp(2);
    await ask('a');
    await ask('b');
    await ask('a');
    await ask('c');
    await ask('a');
    expect(cache.size).toBe(2);
    expect(produced).toEqual(['a', 'b', 'c']);
    await ask('b');
    expect(produced).toEqual(['a', 'b', 'c', 'b']);
  });

  it('forgets by tag and leaves the rest', async () => {
    const { cache, ask, produced } = setUp();
    await ask('a', ['match:1', 'team:1']);
    await ask('b', ['match:2', 'team:1']);
    await ask('c', ['match:3']);
    cache.forget(['match:1', 'match:3', 'match:4']);
    for (const key of ['a', 'b', 'c']) await ask(key);
    expect(produced).toEqual(['a', 'b', 'c', 'a', 'c']);
  });

  it('does not keep an answer whose source changed while it was made, nor give it to later callers', async () => {
    const { cache, ask } = setUp();
    const work = deferred<string>();
    const early = cache.remember('a', { ttlMs: () => 1e9, tags: () => ['match:1'] }, work.produce);
    cache.forget(['match:1']);
    const late = ask('a', ['match:1']);
    work.resolve('old');
    expect([await early, await late]).toEqual(['old', 'a 1']);
    expect(await ask('a')).toBe('a 1');
  });

  it('keeps an answer when something else changed while it was made', async () => {
    const { cache, ask } = setUp();
    const work = deferred<string>();
    const early = cache.remember('a', { ttlMs: () => 1e9, tags: () => ['match:1'] }, work.produce);
    cache.forget(['match:2']);
    work.resolve('fresh');
    await early;
    expect(await ask('a')).toBe('fresh');
  });

  it('clears everything, also what is being made', async () => {
    const { cache, ask } = setUp();
    await ask('a', ['match:1']);
    const work = deferred<string>();
    const early = cache.remember('b', FOREVER, work.produce);
    cache.clear();
    work.resolve('old');
    await early;
    expect(cache.size).toBe(0);
    expect(await ask('b')).toBe('b 2');
  });
});
