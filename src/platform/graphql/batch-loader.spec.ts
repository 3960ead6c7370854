import { describe, expect, it } from 'vitest';
import { BatchLoader } from './batch-loader.js';
import { createGraphqlContext } from './graphql-context.js';

function recording(): { loader: BatchLoader<number, string, { suffix: string }>; batches: unknown[] } {
  const batches: unknown[] = [];
  const loader = new BatchLoader<number, string, { suffix: string }>(async (keys, args) => {
    batches.push([[...keys], args]);
    return new Map(keys.filter((key) => key > 0).map((key) => [key, `${key}${args.suffix}`]));
  });
  return { loader, batches };
}

describe('BatchLoader', () => {
  it('loads once what one operation asks for, per set of arguments', async () => {
    const { loader, batches } = recording();
    const context = createGraphqlContext('r1');
    const asked = [1, 2, 1, -1].map((key) => loader.load(context, key, { suffix: 'a' }));
    const other = loader.load(context, 2, { suffix: 'b' });
    expect(await Promise.all([...asked, other])).toEqual(['1a', '2a', '1a', undefined, '2b']);
    expect(batches).toEqual([
      [[1, 2, -1], { suffix: 'a' }],
      [[2], { suffix: 'b' }],
    ]);
    await loader.load(context, 2, { suffix: 'a' });
    expect(batches).toHaveLength(2);
  });

  it('shares nothing between operations, nor between loaders', async () => {
    const [first, second] = [recording(), recording()];
    const [one, two] = [createGraphqlContext('r1'), createGraphqlContext('r2')];
    const a = { suffix: 'a' };
    await Promise.all([first.loader.load(one, 1, a), first.loader.load(two, 1, a), second.loader.load(one, 1, a)]);
    expect(first.batches).toHaveLength(2);
    expect(second.batches).toHaveLength(1);
  });

  it('tells every field of a batch that it failed', async () => {
    const loader = new BatchLoader<number, string>(() => Promise.reject(new Error('down')));
    const context = createGraphqlContext('r1');
    const results = await Promise.allSettled([loader.load(context, 1), loader.load(context, 2)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
