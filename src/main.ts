import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AdminCredentials } from '#modules/accounts/index.js';
import type { LiveDemo } from '#modules/demo/index.js';
import { type Config, ConfigError, loadConfig, readEnvironment } from '#platform/config/index.js';
import type { OpenDatabase } from '#platform/database/open-database.js';
import { listenAlso } from '#platform/http/extra-ports.js';
import { createLogger, withoutSecrets } from '#platform/logging/logger.js';

const EXIT = { failure: 1, config: 78 };

const config = readConfig();
const logger = createLogger(config.log);
const log = logger.child({ context: 'Touchline' });

let database: OpenDatabase | undefined;
let app: NestFastifyApplication | undefined;
let stopListening: (() => Promise<void>) | undefined;
let drain: ((app: NestFastifyApplication) => void) | undefined;
let stopping: Promise<void> | undefined;

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopping ??= stop(signal).then(() => process.exit(0));
  });
}

const starting = start();
await starting.catch(fail);

/** A wrong configuration is told before the rest is loaded; the database starts while the application is loaded. */
async function start(): Promise<void> {
  const application = import('./app.js');
  const { openDatabase } = await import('#platform/database/open-database.js');
  database = await openDatabase(config, log, (error) => void fail(error));
  const { createApp, DemoLive, DemoService, drainApp, FirstAdmin, Prefetch } = await application;
  drain = drainApp;
  if (stopping) return;
  app = await createApp(config, database.url, logger);
  const admin = await app.get(FirstAdmin).ensure();
  if (config.demo.enabled && !stopping) await app.get(DemoService).ensureLoaded();
  if (stopping) return;
  const [port = 8000, ...furtherPorts] = config.http.ports;
  await app.listen(port, config.http.host);
  stopListening = await listenAlso(app.getHttpServer(), furtherPorts, config.http.host);
  const live = config.demo.live.enabled ? await app.get(DemoLive).start() : undefined;
  announce(app, admin, live);
  // Its jobs write matches, and the demo is made only where there are none.
  app.get(Prefetch).begin();
}

function readConfig(): Config {
  try {
    return loadConfig(readEnvironment());
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(EXIT.config);
  }
}

/** Not ready any more; finishes what was asked, closes the sockets, and the database last. */
async function stop(signal: string): Promise<void> {
  log.info(`${signal}: finishing what was asked, then stopping`);
  const deadline = setTimeout(() => {
    log.warn(`not done after ${config.http.shutdownTimeoutMs} ms, stopping anyway`);
    void database?.close().finally(() => process.exit(EXIT.failure));
  }, config.http.shutdownTimeoutMs);
  // What is half open cannot be closed.
  await starting.catch(() => undefined);
  if (app) drain?.(app);
  await Promise.all([stopListening?.(), app?.close()]);
  await database?.close();
  clearTimeout(deadline);
  log.info('stopped');
}

async function fail(error: unknown): Promise<void> {
  log.fatal(withoutSecrets(error instanceof Error ? error.message : String(error)));
  log.debug({ stack: error instanceof Error ? error.stack : undefined }, 'where it happened');
  await app?.close().catch(() => undefined);
  await database?.close().catch(() => undefined);
  process.exit(EXIT.failure);
}

function announce(
  running: NestFastifyApplication,
  admin: AdminCredentials | undefined,
  live: LiveDemo | undefined,
): void {
  const address = running.getHttpServer().address() as { port: number };
  const host = ['0.0.0.0', '::'].includes(config.http.host) ? 'localhost' : config.http.host;
  const base = config.http.publicUrl ?? `http://${host}:${address.port}`;
  const lines = [
    ['Start page', `${base}/`],
    ['GraphiQL', `${base}/graphiql`],
    ['REST documents', `${base}/docs  ${base}/redoc`],
    ['Health', `${base}/health/ready`],
    ['Live updates', `${base.replace(/^http/, 'ws')}/graphql  ${base}/socket.io`],
    ...(live ? [['Live now', `match ${live.matchId}: ${live.home} - ${live.away}`]] : []),
    ['Database', config.database.url ? 'yours, from DATABASE_URL' : 'embedded; its address: npm run db:url'],
    ['Administrator', administrator(admin)],
  ];
  process.stdout.write(
    `\nTouchline is ready after ${process.uptime().toFixed(1)} s\n\n${lines.map(([name, value]) => `  ${name.padEnd(16)}${value}`).join('\n')}\n\n`,
  );
}

function administrator(admin: AdminCredentials | undefined): string {
  if (!admin) return 'none made here; see ADMIN_USERNAME';
  const { username, password, passwordFile } = admin;
  if (password) return `${username}, password ${password}, kept in ${passwordFile}`;
  return passwordFile ? `${username}, first password in ${passwordFile}` : `${username}, password from ADMIN_PASSWORD`;
}
