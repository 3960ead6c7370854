import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Connection } from './connection.js';
import { connectionOfWhole } from './whole-list.js';

const NODES = Array.from({ length: 7 }, (_, index) => ({ id: 10 + index }));

describe('a list that is read as a whole', () => {
  it('is walked through completely in pages of any size, forwards and backwards', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.boolean(), (size, forward) => {
        const seen: number[] = [];
        let cursor: string | null = null;
        for (let more = true; more;) {
          const page: Connection<(typeof NODES)[number]> = connectionOfWhole(
            NODES,
            forward ? { first: size, after: cursor } : { last: size, before: cursor },
          );
          const ids = page.edges.map(({ node }) => node.id);
          if (forward) seen.push(...ids);
          else seen.unshift(...ids);
          cursor = forward ? page.pageInfo.endCursor : page.pageInfo.startCursor;
          more = forward ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage;
        }
        expect(seen).toEqual(NODES.map(({ id }) => id));
      }),
    );
  });

  it('refuses a cursor of something that is not in it', () => {
    const [{ cursor }] = connectionOfWhole([{ id: 1 }], {}).edges;
    expect(() => connectionOfWhole(NODES, { after: cursor })).toThrow(/not a cursor of this list/);
    expect(() => connectionOfWhole(NODES, { first: 1, last: 1 })).toThrow(/use one pair/);
  });
});
