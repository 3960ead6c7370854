import { CACHE_MANAGER, type Cache, CacheModule } from '@nestjs/cache-manager';
import { Test } from '@nestjs/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryStore } from '#platform/cache/memory-store.js';
import { ResponseCache } from './response-cache.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

async function setUp(capacity = 10) {
  const module = await Test.createTestingModule({
    imports: [CacheModule.register({ stores: memoryStore(capacity) })],
    providers: [ResponseCache],
  }).compile();
  const cache = module.get(ResponseCache);
  const store: Cache = module.get(CACHE_MANAGER);
  const produced: string[] = [];
  const ask = (key: string, tags: string[] = []) =>
    cache.remember(key, { ttlMs: () => 1_000, tags: () => tags }, async () => {
      produced.push(key);
      return `${key} ${produced.length}`;
    });
  return { cache, store, produced, ask };
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
    begun: () => vi.waitFor(() => expect(calls).toBe(1)),
    get calls() {
      return calls;
    },
  };
}

const FOREVER = { ttlMs: () => 1e9, tags: () => [] };

describe('the response cache', () => {
  it('gives the kept answer until its time is over', async () => {
    const { ask } = await setUp();
    expect(await ask('a')).toBe('a 1');
    vi.setSystemTime(999);
    expect(await ask('a')).toBe('a 1');
    vi.setSystemTime(1_001);
    expect(await ask('a')).toBe('a 2');
  });

  it('makes an answer once for all who ask at the same time', async () => {
    const { cache } = await setUp();
    const work = deferred<number>();
    const all = Promise.all(Array.from({ length: 200 }, () => cache.remember('a', FOREVER, work.produce)));
    work.resolve(7);
    expect(new Set(await all)).toEqual(new Set([7]));
    expect(work.calls).toBe(1);
  });

  it('tells a failure to all who wait and keeps nothing of it', async () => {
    const { cache, ask } = await setUp();
    const work = deferred<string>();
    const both = [cache.remember('a', FOREVER, work.produce), cache.remember('a', FOREVER, work.produce)];
    work.reject(new Error('down'));
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await ask('a')).toBe('a 1');
  });

  it('is bounded: what was used longest ago goes first', async () => {
    const { store, ask, produced } = await setUp(2);
    await ask('a');
    await ask('b');
    await ask('a');
    await ask('c');
    await ask('a');
    expect(produced).toEqual(['a', 'b', 'c']);
    await ask('b');
    expect(produced).toEqual(['a', 'b', 'c', 'b']);
    expect([await store.get('a'), await store.get('b'), await store.get('c')].filter(Boolean)).toHaveLength(2);
  });

  it('forgets by tag and leaves the rest', async () => {
    const { cache, ask, produced } = await setUp();
    await ask('a', ['match:1', 'team:1']);
    await ask('b', ['match:2', 'team:1']);
    await ask('c', ['match:3']);
    cache.forget(['match:1', 'match:3', 'match:4']);
    for (const key of ['a', 'b', 'c']) await ask(key);
    expect(produced).toEqual(['a', 'b', 'c', 'a', 'c']);
  });

  it('does not keep an answer whose source changed while it was made, nor give it to later callers', async () => {
    const { cache, ask } = await setUp();
    const work = deferred<string>();
    const early = cache.remember('a', { ttlMs: () => 1e9, tags: () => ['match:1'] }, work.produce);
    await work.begun();
    cache.forget(['match:1']);
    const late = ask('a', ['match:1']);
    work.resolve('old');
    expect([await early, await late]).toEqual(['old', 'a 1']);
    expect(await ask('a')).toBe('a 1');
  });

  it('keeps an answer when something else changed while it was made', async () => {
    const { cache, ask } = await setUp();
    const work = deferred<string>();
    const early = cache.remember('a', { ttlMs: () => 1e9, tags: () => ['match:1'] }, work.produce);
    await work.begun();
    cache.forget(['match:2']);
    work.resolve('fresh');
    await early;
    expect(await ask('a')).toBe('fresh');
  });

  it('clears everything, also what is being made', async () => {
    const { cache, store, ask } = await setUp();
    await ask('a', ['match:1']);
    const work = deferred<string>();
    const early = cache.remember('b', FOREVER, work.produce);
    await work.begun();
    cache.clear();
    work.resolve('old');
    await early;
    expect([await store.get('a'), await store.get('b')]).toEqual([undefined, undefined]);
    expect(await ask('b')).toBe('b 2');
  });

  it('keeps nothing that is not worth keeping', async () => {
    const { cache, store } = await setUp();
    const empty = { ttlMs: () => 0, tags: () => [] };
    expect(await cache.remember('a', empty, async () => [])).toEqual([]);
    expect(await store.get('a')).toBeUndefined();
  });

  it('keeps bytes as they are', async () => {
    const { cache } = await setUp();
    const bytes = Buffer.from('café');
    await cache.remember('a', FOREVER, async () => ({ bytes }));
    const kept = await cache.remember('a', FOREVER, () => Promise.reject(new Error('not asked')));
    expect(kept).toEqual({ bytes });
    expect((kept as { bytes: Buffer }).bytes).toBe(bytes);
  });

  it('forgets an answer while it is being looked up', async () => {
    const { cache, ask, produced } = await setUp();
    await ask('a', ['match:1']);
    const again = ask('a', ['match:1']);
    cache.forget(['match:1']);
    expect(await again).toBe('a 2');
    expect(produced).toEqual(['a', 'a']);
  });

  it('remembers what was forgotten in bounded room', async () => {
    const { cache, ask } = await setUp();
    await ask('a', ['match:1']);
    cache.forget(Array.from({ length: 10_001 }, (_, n) => `match:${n + 10}`));
    expect(await ask('a', ['match:1'])).toBe('a 2');
    cache.forget(['match:10']);
    expect(await ask('a', ['match:1'])).toBe('a 2');
  });

  it('answers without a store that works', async () => {
    const { cache, store, ask } = await setUp();
    vi.spyOn(store, 'set').mockRejectedValue(new Error('store is gone'));
    vi.spyOn(store, 'clear').mockRejectedValue(new Error('store is gone'));
    expect(await ask('a')).toBe('a 1');
    cache.clear();
    expect(await ask('a')).toBe('a 2');
  });
});
