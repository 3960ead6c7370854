import { setTimeout as sleep } from 'node:timers/promises';
import type { Faults } from './audience.ts';
import type { Child } from './child.ts';
import type { LoadCalls } from './load.ts';
import type { Table, WriterCalls } from './writer.ts';

export interface Course {
  /** Of the audience. */
  name: string;
  table: Table;
  matchId: number;
}

export interface Latency {
  p50: number;
  p99: number;
  deliveries: number;
  faults: Faults;
}

const EVERY_MS = 20;
const WARM = 25;
const COUNT = 200;
const LATE_MS = 3_000;

/**
 * Milliseconds from COMMIT being sent to each client, 50 commits a second on each course. The courses run at the same
 * time, their commits in turns, so that they meet the same machine.
 */
export async function latencies(
  courses: readonly Course[],
  load: Child<LoadCalls>,
  writer: Child<WriterCalls>,
): Promise<Map<string, Latency>> {
  const measured = await Promise.all(
    courses.map(async ({ name, table, matchId }, index) => {
      await sleep((index * EVERY_MS) / courses.length);
      await load.call('time', name, 1 + WARM, COUNT);
      const sentAt = await writer.call('write', table, matchId, { from: 1, count: WARM + COUNT, everyMs: EVERY_MS });
      const { faults } = await load.call('take', name, WARM + COUNT, LATE_MS);
      const all = await load.call('latencies', name, 1 + WARM, sentAt.slice(WARM));
      const at = (share: number): number => all[Math.min(all.length - 1, Math.floor(all.length * share))];
      return [name, { p50: at(0.5), p99: at(0.99), deliveries: all.length, faults }] as const;
    }),
  );
  return new Map(measured);
}
