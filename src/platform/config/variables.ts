import { z } from 'zod';
import * as value from './values.js';

/** Values that must never appear in a message or a log. */
export const SECRETS: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'AUTH_SECRET',
  'ADMIN_PASSWORD',
  'UPLOADS_S3_SECRET_ACCESS_KEY',
  'THESPORTSDB_KEY',
]);

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
  DEMO_LIVE: value.toggle().optional(),
  DEMO_LIVE_SPEED: value.integer(1, 10_000).default(1),

  GRAPHQL_MAX_DEPTH: value.integer(1, 100).default(12),
  GRAPHQL_MAX_ALIASES: value.integer(1, 10_000).default(30),
  GRAPHQL_MAX_COMPLEXITY: value.integer(1, 10_000_000).default(20_000),
  GRAPHQL_INTROSPECTION: value.toggle().default(true),

  REALTIME_MAX_QUEUE_BYTES: value.integer(1_024, 1_073_741_824).default(1_048_576),
  REALTIME_MAX_QUEUE_ITEMS: value.integer(1, 1_000_000).default(1_000),
  REALTIME_MAX_CONNECTIONS: value.integer(1, 1_000_000).default(10_000),

  AUTH_SECRET: value.secret(32).optional(),
  AUTH_TOKEN_MINUTES: value.integer(1, 525_600).default(1_440),
  LOGIN_ATTEMPTS_PER_MINUTE: value.integer(1, 1_000_000).default(10),
  ADMIN_USERNAME: value.text().optional(),
  ADMIN_EMAIL: value.email().optional(),
  ADMIN_PASSWORD: value.secret(6).optional(),

  VSTATS_BASE_URL: value.webUrl().optional(),
  VSTATS_CONCURRENCY: value.integer(1, 100).default(10),
  VSTATS_TIMEOUT_MS: value.integer(100, 60_000).default(10_000),
  THESPORTSDB_BASE_URL: value.webUrl().optional(),
  THESPORTSDB_KEY: value.urlSegment().default('123'),
  THESPORTSDB_CALLS_PER_MINUTE: value.integer(1, 10_000).default(30),
  THESPORTSDB_TIMEOUT_MS: value.integer(100, 60_000).default(5_000),
  PROVIDER_PAUSE_MS: value.integer(10, 3_600_000).default(30_000),
  PROVIDER_RETRIES: value.integer(0, 10).default(2),
  PROVIDER_PREFETCH: value.toggle().default(true),

  UPLOADS_S3_BUCKET: value.text().optional(),
  UPLOADS_S3_REGION: value.text().default('us-east-1'),
  UPLOADS_S3_ENDPOINT: value.webUrl().optional(),
  UPLOADS_S3_ACCESS_KEY_ID: value.text().optional(),
  UPLOADS_S3_SECRET_ACCESS_KEY: value.text().optional(),

  STATSBOARDS_WRITES: value.choice('open', 'authenticated').optional(),
});

export type Variables = z.output<typeof variables>;
