// Those who log in, in a process of their own: what they cost is not to delay those who read and measure.
import { LeanClients, requestBytes } from './lean-clients.ts';
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

let clients: LeanClients | undefined;

process.on('message', async ({ url, body, perSecond, seconds }: Turn) => {
  const at = new URL(url);
  const asking = (clients ??= new LeanClients(at));
  const bytes = requestBytes(at, body);
  const statuses = await steadily(perSecond, seconds, () => asking.ask(bytes));
  const groups = Map.groupBy(statuses, (status) => status);
  process.send?.(Object.fromEntries([...groups].map(([status, all]) => [status, all.length])) satisfies Statuses);
});
