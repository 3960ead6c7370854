// The whole application as it is built, with its default limits and its log; tells which SQL statements it sends.
import { Client } from 'pg';
import { createApp } from '#app.js';
import { ResponseCache } from '#dialects/analise/response-cache.js';
import { loadConfig } from '#platform/config/index.js';
import { createLogger } from '#platform/logging/logger.js';
import { answer, cpu } from '../realtime/answer.ts';

export interface Statement {
  text: string;
  values: unknown[];
}

let recorded: Statement[] | undefined;
let forget = (): void => undefined;

const calls = {
  cpu,
  /** Returns `host:port`. */
  async listen(databaseUrl: string): Promise<string> {
    record();
    const config = loadConfig({
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
    });
    const app = await createApp(config, databaseUrl, createLogger(config.log));
    await app.listen(0, '127.0.0.1');
    forget = () => app.get(ResponseCache, { strict: false }).clear();
    const { port } = app.getHttpServer().address() as { port: number };
    return `127.0.0.1:${port}`;
  },
  /** Drops all answers that are kept. */
  forget: () => forget(),
  startRecording(): void {
    recorded = [];
  },
  /** Everything sent to PostgreSQL since. */
  stopRecording(): Statement[] {
    const all = recorded ?? [];
    recorded = undefined;
    return all;
  },
};

function record(): void {
  // oxlint-disable-next-line typescript/unbound-method
  const original = Client.prototype.query as (...args: unknown[]) => unknown;
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    const [query, values] = args as [string | Statement, unknown];
    const text = typeof query === 'string' ? query : query.text;
    const bound = (typeof query === 'string' ? values : query.values) ?? values;
    recorded?.push({ text, values: Array.isArray(bound) ? bound : [] });
    return Reflect.apply(original, this, args);
  } as typeof Client.prototype.query;
}

export type TouchlineCalls = typeof calls;

answer(calls);
