import { Client } from 'pg';

/**
 * SQL that the application sent to PostgreSQL while `work` ran, as the driver was told to send it. The connections of
 * the journal and of the test itself are not the application's.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  // oxlint-disable-next-line typescript/unbound-method
  const original = Client.prototype.query;
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    const { application_name: name } = this.connectionParameters;
    const [query] = args as [string | { text: string }];
    if (name === 'touchline') sent.push(typeof query === 'string' ? query : query.text);
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
