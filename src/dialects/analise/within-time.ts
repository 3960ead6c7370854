import { Unavailable } from '#core/kernel/domain-error.js';

/** What comes of it within that time. @throws Unavailable when nothing does; whatever it throws. */
export async function withinTime<T>(ms: number, making: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unavailable('TIMEOUT', `No answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([making, late]);
  } finally {
    clearTimeout(timer);
  }
}
