import { setTimeout as sleep } from 'node:timers/promises';

/** Does something so many times a second, however long each takes: `work` is told when it was due. */
export async function steadily<T>(perSecond: number, seconds: number, work: (due: number) => Promise<T>): Promise<T[]> {
  const start = performance.now();
  const running: Promise<T>[] = [];
  for (let n = 0; n < perSecond * seconds; n++) {
    const due = start + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    running.push(work(due));
  }
  return Promise.all(running);
}
