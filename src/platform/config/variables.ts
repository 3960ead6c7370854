import { z } from 'zod';
import * as value from './values.js';

/** Values that must never appear in a message or a log. */
export const SECRETS: ReadonlySet<string> = new Set(['DATABASE_URL']);

/**
 * Every environment variable Touchline reads. Those without a default here are optional, or their default follows from
 * others (see load-config.ts). `.env.example` describes each in a sentence; a spec keeps the two in step.
 */
export const variables = z.object({
  NODE_ENV: value.choice('development', 'production', 'test').default('development'),

  PORT: value.ports().default([8000]),
  HOST: value.host().optional(),
  PUBLIC_URL: value.webUrl().optional(),
  CORS_ORIGINS: value.origins().default([]),
  TRUST_PROXY: value.trustedProxies().default(false),
  SHUTDOWN_TIMEOUT_MS: value.integer(0, 600_000).default(10_000),

  DATA_DIR: value.text().default('.data'),
  DATABASE_URL: value.postgresUrl().optional(),
  DATABASE_POOL_SIZE: value.integer(1, 1_000).default(10),
  DATABASE_STATEMENT_TIMEOUT_MS: value.integer(0, 3_600_000).default(15_000),

  LOG_LEVEL: value.choice('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent').default('info'),
  LOG_FORMAT: value.choice('pretty', 'json').optional(),

  DEMO: value.toggle().optional(),
  DEMO_SEED: value.integer(0, 4_294_967_295).default(2024),

  GRAPHQL_MAX_DEPTH: value.integer(1, 100).default(12),
  GRAPHQL_MAX_ALIASES: value.integer(1, 10_000).default(30),
  GRAPHQL_MAX_COMPLEXITY: value.integer(1, 10_000_000).default(20_000),
  GRAPHQL_INTROSPECTION: value.toggle().default(true),

  REALTIME_MAX_QUEUE_BYTES: value.integer(1_024, 1_073_741_824).default(1_048_576),
  REALTIME_MAX_QUEUE_ITEMS: value.integer(1, 1_000_000).default(1_000),
  REALTIME_MAX_CONNECTIONS: value.integer(1, 1_000_000).default(10_000),

  STATSBOARDS_WRITES: value.choice('open', 'authenticated').optional(),
});

export type Variables = z.output<typeof variables>;
