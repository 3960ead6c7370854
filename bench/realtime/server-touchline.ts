// The whole application as it is built, with its default limits and its log.
import { createApp } from '#app.js';
import { loadConfig } from '#platform/config/index.js';
import { createLogger } from '#platform/logging/logger.js';
import { answer, cpu } from './answer.ts';

const calls = {
  cpu,
  /** Returns `host:port`. */
  async listen(databaseUrl: string): Promise<string> {
    const config = loadConfig({
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
    });
    const app = await createApp(config, databaseUrl, createLogger(config.log));
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as { port: number };
    return `127.0.0.1:${port}`;
  },
};

export type TouchlineCalls = typeof calls;

answer(calls);
