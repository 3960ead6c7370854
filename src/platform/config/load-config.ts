import { resolve } from 'node:path';
import { ConfigError, type ConfigProblem } from './config-error.js';
import { SECRETS, type Variables, variables } from './variables.js';

export type Environment = Readonly<Record<string, string | undefined>>;

export type Config = ReturnType<typeof arrange>;

/**
 * Turns environment variables into the one configuration object. An empty variable counts as absent; variables that are
 * not ours are ignored.
 * @throws ConfigError naming every variable that is wrong.
 */
export function loadConfig(environment: Environment): Config {
  const given = Object.fromEntries(
    Object.keys(variables.shape).map((name) => [name, environment[name]?.trim() || undefined]),
  );
  const result = variables.safeParse(given);
  const issues = result.error?.issues.map(({ path, message }) => ({ name: String(path[0]), expected: message })) ?? [];
  const problems = [...issues, ...halfGiven(given)];
  if (result.success && problems.length === 0) return deepFreeze(arrange(result.data));
  throw new ConfigError(
    problems.map(({ name, expected }) => ({
      name,
      given: SECRETS.has(name) ? undefined : given[name],
      expected,
    })),
  );
}

/** Each of them means nothing without the other. */
const NEEDS = [
  ['UPLOADS_S3_ACCESS_KEY_ID', 'UPLOADS_S3_SECRET_ACCESS_KEY'],
  ['UPLOADS_S3_SECRET_ACCESS_KEY', 'UPLOADS_S3_ACCESS_KEY_ID'],
  ['UPLOADS_S3_ACCESS_KEY_ID', 'UPLOADS_S3_BUCKET'],
  ['UPLOADS_S3_SECRET_ACCESS_KEY', 'UPLOADS_S3_BUCKET'],
  ['UPLOADS_S3_ENDPOINT', 'UPLOADS_S3_BUCKET'],
] as const;

/** What would be passed over silently because something that belongs to it is missing. */
const halfGiven = (given: Environment): Pick<ConfigProblem, 'name' | 'expected'>[] =>
  NEEDS.filter(([name, needed]) => given[name] !== undefined && given[needed] === undefined).map(([name, needed]) => ({
    name,
    expected: `${needed} as well`,
  }));

/**
 * Three defaults depend on where Touchline runs.
 * - In production it is meant to be reached from outside. Elsewhere it has demo accounts whose passwords are printed and
 *   accepts unauthenticated writes, so it is offered to this machine only unless HOST says otherwise.
 * - Demo data are for a database of our own on a developer's machine, never for one that was brought along.
 * - Introspection stays on everywhere: the schema is public (schema.gql), and depth and complexity limits bound its cost.
 */
function arrange(given: Variables) {
  const production = given.NODE_ENV === 'production';
  const demo = given.DEMO ?? (!production && given.DATABASE_URL === undefined);
  return {
    environment: given.NODE_ENV,
    dataDir: resolve(given.DATA_DIR),
    http: {
      ports: given.PORT,
      host: given.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
      publicUrl: given.PUBLIC_URL,
      corsOrigins: given.CORS_ORIGINS,
      trustProxy: given.TRUST_PROXY,
      shutdownTimeoutMs: given.SHUTDOWN_TIMEOUT_MS,
    },
    database: {
      /** Undefined: use the embedded server below `dataDir`. */
      url: given.DATABASE_URL,
      poolSize: given.DATABASE_POOL_SIZE,
      statementTimeoutMs: given.DATABASE_STATEMENT_TIMEOUT_MS,
    },
    log: {
      level: given.LOG_LEVEL,
      format: given.LOG_FORMAT ?? (production ? 'json' : 'pretty'),
    },
    demo: {
      enabled: demo,
      seed: given.DEMO_SEED,
      live: { enabled: given.DEMO_LIVE ?? (demo && given.NODE_ENV !== 'test'), speed: given.DEMO_LIVE_SPEED },
    },
    graphql: {
      maxDepth: given.GRAPHQL_MAX_DEPTH,
      maxAliases: given.GRAPHQL_MAX_ALIASES,
      maxComplexity: given.GRAPHQL_MAX_COMPLEXITY,
      introspection: given.GRAPHQL_INTROSPECTION,
    },
    realtime: {
      maxQueueBytes: given.REALTIME_MAX_QUEUE_BYTES,
      maxQueueItems: given.REALTIME_MAX_QUEUE_ITEMS,
      maxConnections: given.REALTIME_MAX_CONNECTIONS,
    },
    auth: {
      /** Undefined: the one kept below `dataDir`. */
      secret: given.AUTH_SECRET,
      tokenMinutes: given.AUTH_TOKEN_MINUTES,
      loginAttemptsPerMinute: given.LOGIN_ATTEMPTS_PER_MINUTE,
      admin: { username: given.ADMIN_USERNAME, email: given.ADMIN_EMAIL, password: given.ADMIN_PASSWORD },
    },
    providers: {
      pauseMs: given.PROVIDER_PAUSE_MS,
      retries: given.PROVIDER_RETRIES,
      prefetch: given.PROVIDER_PREFETCH,
      vstats: {
        /** Undefined: switched off. */
        baseUrl: given.VSTATS_BASE_URL,
        concurrency: given.VSTATS_CONCURRENCY,
        timeoutMs: given.VSTATS_TIMEOUT_MS,
      },
      theSportsDb: {
        /** Undefined: switched off. */
        baseUrl: given.THESPORTSDB_BASE_URL,
        key: given.THESPORTSDB_KEY,
        callsPerMinute: given.THESPORTSDB_CALLS_PER_MINUTE,
        timeoutMs: given.THESPORTSDB_TIMEOUT_MS,
      },
    },
    uploads: { s3: bucketOf(given) },
    statsboards: {
      writes: given.STATSBOARDS_WRITES ?? (production ? 'authenticated' : 'open'),
    },
  } as const;
}

/** Undefined: uploaded files are kept below `dataDir`. */
function bucketOf(given: Variables) {
  const { UPLOADS_S3_BUCKET: bucket, UPLOADS_S3_ACCESS_KEY_ID: accessKeyId } = given;
  const secretAccessKey = given.UPLOADS_S3_SECRET_ACCESS_KEY;
  if (bucket === undefined) return undefined;
  return {
    bucket,
    region: given.UPLOADS_S3_REGION,
    endpoint: given.UPLOADS_S3_ENDPOINT,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
  };
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) {
    if (typeof inner === 'object' && inner !== null) deepFreeze(inner);
  }
  return Object.freeze(value);
}
