import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CoalescedReads } from './coalesced-reads.js';

/** A store that is read slowly: what a reading gives is what was there when it began. */
class Store {
  value = 0;
  readings = 0;

  read = async (turns = 3): Promise<number> => {
    this.readings++;
    const { value } = this;
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    return value;
  };
}

describe('equal questions at the same time', () => {
  it('share the reading that begins after they were asked', async () => {
    const store = new Store();
    const reads = new CoalescedReads<number>();
    const first = reads.ask('a', store.read);
    store.value = 1;
    const others = Array.from({ length: 63 }, () => reads.ask('a', store.read));
    expect(await first).toBe(0);
    expect(new Set(await Promise.all(others))).toEqual(new Set([1]));
    expect(store.readings).toBe(2);
    expect(reads.size).toBe(0);
  });

  it('never get an answer older than the question, whatever is written in between (500 schedules)', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('ask' as const), key: fc.constantFrom('a', 'b'), turns: fc.nat(6) }),
      fc.record({ do: fc.constant('write' as const) }),
      fc.record({ do: fc.constant('wait' as const), turns: fc.nat(8) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const store = new Store();
        const reads = new CoalescedReads<number>();
        const asked: Promise<{ atAsking: number; got: number }>[] = [];
        for (const one of steps) {
          if (one.do === 'write') store.value++;
          else if (one.do === 'wait') for (let turn = 0; turn < one.turns; turn++) await Promise.resolve();
          else {
            const atAsking = store.value;
            const answer = reads.ask(one.key, () => store.read(one.turns));
            asked.push(answer.then((got) => ({ atAsking, got })));
          }
        }
        for (const { atAsking, got } of await Promise.all(asked)) expect(got).toBeGreaterThanOrEqual(atAsking);
        expect(store.readings).toBeLessThanOrEqual(asked.length);
        expect(reads.size).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('share a failure, and the next question is read anew', async () => {
    const reads = new CoalescedReads<number>();
    const fail = (): Promise<number> => Promise.reject(new Error('no'));
    const first = reads.ask('a', fail);
    const second = [reads.ask('a', fail), reads.ask('a', () => Promise.resolve(7))];
    const told = await Promise.allSettled([first, ...second]);
    expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(await reads.ask('a', () => Promise.resolve(7))).toBe(7);
    expect(reads.size).toBe(0);
  });

  it('different questions are read side by side', async () => {
    const reads = new CoalescedReads<string>();
    const never = reads.ask('slow', () => new Promise<string>(() => undefined));
    expect(await reads.ask('quick', () => Promise.resolve('now'))).toBe('now');
    expect(reads.size).toBe(1);
    void never;
  });
});
