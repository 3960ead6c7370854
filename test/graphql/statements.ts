import { Client } from 'pg';

/**
 * What the application does every now and then by itself: ends clocks, and the presence of users who have gone, and looks
 * for results that models do not know yet.
 */
const BY_ITSELF =
  /from gameclock where started_at_ms|and started_at_ms is not null returning id|set is_online = false|as fact\s+from match/;

/**
 * SQL that the application sent to PostgreSQL while `work` ran, as the driver was told to send it. The connections of
 * the journal and of the test itself are not the application's, and what it does by itself is left out.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  // oxlint-disable-next-line typescript/unbound-method
  const original = Client.prototype.query;
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    const { application_name: name } = this.connectionParameters;
    const [query] = args as [string | { text: string }];
    const text = typeof query === 'string' ? query : query.text;
    if (name === 'touchline' && !BY_ITSELF.test(text)) sent.push(text);
    return Reflect.apply(original, this, args) as unknown;
  } as typeof original;
  try {
    await work();
  } finally {
    Client.prototype.query = original;
  }
  return sent;
}

declare module 'pg' {
  interface Client {
    connectionParameters: { application_name?: string };
  }
}
