import { join } from 'node:path';
import { findBinaries } from './binaries.js';
import { prepareCluster, readCluster } from './cluster.js';
import { HOST, urlOf } from './connection.js';
import { DEFAULT_REFUGES, findHome, prepareLocation } from './location.js';
import { ensureServer, findServer, type ServerContext } from './server.js';
import { withStartLock } from './start-lock.js';
import { SupervisedServer } from './supervised-server.js';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './types.js';

/**
 * Opens the application's own PostgreSQL: creates the cluster on the first run, starts the server or joins the one that
 * runs, and keeps it running until `close`.
 * @throws EmbeddedPostgresError when it cannot be used here; the message says what to do.
 */
export async function openEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log, settings = {}, refuges = DEFAULT_REFUGES } = options;
  const location = prepareLocation(dataDir, refuges, log);
  const binaries = await findBinaries(location.account, refuges, log);
  const lockFile = join(location.own, 'lock');
  return withStartLock(lockFile, log, async () => {
    const cluster = await prepareCluster(location, binaries, settings['fsync'] !== 'off', log);
    const context: ServerContext = { location, binaries, cluster, settings, log };
    const server = await ensureServer(context);
    if (server.reused) log.info(`Using the PostgreSQL that already runs on ${HOST}:${server.port} (pid ${server.pid})`);
    return SupervisedServer.attach(context, server, lockFile, options);
  });
}

/** The address of the server of this data folder, if it is running. Starts and creates nothing. */
export async function findEmbeddedUrl(dataDir: string): Promise<string | undefined> {
  const home = findHome(dataDir);
  if (home === undefined) return undefined;
  const cluster = readCluster(home);
  const server = await findServer(cluster);
  return server === undefined ? undefined : urlOf({ port: server.port, password: cluster.password });
}
