import { setTimeout as sleep } from 'node:timers/promises';

/** `count` events, one every `everyMs`, numbered from `from`. */
export interface Series {
  from: number;
  count: number;
  everyMs: number;
}

/** Does the work at even distances. What falls behind catches up: the number of events is what was asked. */
export async function paced({ from, count, everyMs }: Series, work: (n: number) => unknown): Promise<void> {
  const start = performance.now();
  for (let index = 0; index < count; index++) {
    const wait = start + index * everyMs - performance.now();
    if (wait > 0) await sleep(wait);
    await work(from + index);
  }
}
