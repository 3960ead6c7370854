import type { Child } from './child.ts';
import type { Table, WriterCalls } from './writer.ts';

const SLICE_MS = 500;
/** Each table is first as often as second. */
const TURNS = ['journaled', 'bare', 'bare', 'journaled'] as const;
const REPEATS = 3;
const TABLES: Record<(typeof TURNS)[number], Table> = { journaled: 'public.match', bare: 'bare.match' };

export interface WriteTax {
  /** Commits a second. */
  journaled: number;
  bare: number;
  /** Of each repeat. */
  ratios: number[];
}

/** Commits as fast as they go, one writer on each of these matches; 3 s on each table, in turns. */
export async function writeTax(writer: Child<WriterCalls>, matchIds: number[]): Promise<WriteTax> {
  const total = { journaled: { commits: 0, ms: 0 }, bare: { commits: 0, ms: 0 } };
  const ratios: number[] = [];
  for (const table of Object.values(TABLES)) await writer.call('race', table, matchIds, 100);
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const here = { journaled: 0, bare: 0 };
    for (const turn of TURNS) {
      const { commits, ms } = await writer.call('race', TABLES[turn], matchIds, SLICE_MS);
      total[turn].commits += commits;
      total[turn].ms += ms;
      here[turn] += commits / ms;
    }
    ratios.push(here.journaled / here.bare);
  }
  return { journaled: rate(total.journaled), bare: rate(total.bare), ratios };
}

function rate({ commits, ms }: { commits: number; ms: number }): number {
  return (1_000 * commits) / ms;
}
