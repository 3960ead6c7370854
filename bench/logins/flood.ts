// Those who log in, in a process of their own: what they cost is not to delay those who read and measure.
import { Agent, request } from 'undici';
import { steadily } from './steadily.ts';

/** One turn: `perSecond` logins, or cheap requests where `body` is missing, for so many seconds. */
export interface Turn {
  url: string;
  body?: object;
  perSecond: number;
  seconds: number;
}

/** How many answers there were of each status. */
export type Statuses = Record<number, number>;

const dispatcher = new Agent({ connections: 50 });

process.on('message', async ({ url, body, perSecond, seconds }: Turn) => {
  const login = body && {
    method: 'POST' as const,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const statuses = await steadily(perSecond, seconds, async () => {
    const answer = await request(url, { dispatcher, ...login });
    await answer.body.dump();
    return answer.statusCode;
  });
  const groups = Map.groupBy(statuses, (status) => status);
  process.send?.(Object.fromEntries([...groups].map(([status, all]) => [status, all.length])) satisfies Statuses);
});
