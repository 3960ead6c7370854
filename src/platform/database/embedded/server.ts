import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import type { Cluster } from './cluster.js';
import { HOST, probe } from './connection.js';
import { EmbeddedPostgresError, errorCode } from './errors.js';
import type { Location } from './location.js';
import { disownPidFile, isPostmaster, launch, type Postmaster, readPidFile } from './postmaster.js';
import { processExists } from './start-lock.js';
import type { EmbeddedLog, ServerSettings } from './types.js';

const ANSWER_WITHIN_MS = 60_000;
const RECOVER_WITHIN_MS = 300_000;
const RETRY_MS = 300;
const RETRY_FOR_MS = 15_000;

/** Below the range from which systems take ports for outgoing connections, so ours is still free after a crash. */
const PORTS = { first: 15_000, last: 31_999 };

export interface ServerContext {
  readonly location: Location;
  readonly binaries: Binaries;
  readonly cluster: Cluster;
  readonly settings: ServerSettings;
  readonly log: EmbeddedLog;
}

export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  readonly reused: boolean;
}

/**
 * Makes sure the server of this cluster runs and answers. Reuses one that is alive; heals what kill -9 leaves behind.
 * With `port`, starts it nowhere else: connections of this process point there. Call under the start lock.
 */
export async function ensureServer(context: ServerContext, port?: number): Promise<RunningServer> {
  const { cluster, log } = context;
  const deadline = Date.now() + RETRY_FOR_MS;
  let mentioned: Reason | undefined;
  for (;;) {
    const found = readPidFile(cluster.data);
    if (found !== undefined && isPostmaster(found.pid, cluster.data)) {
      if (await answers(found.pid, context)) return { ...currentServer(cluster), reused: true };
      continue;
    }
    if (found !== undefined && processExists(found.pid)) disownPidFile(cluster.data);
    if (mentioned === undefined) log.info(`Starting PostgreSQL ${context.binaries.major}`);
    const started = await start(context, port ?? (await choosePort(cluster.portFile)));
    if (started.server !== undefined) return started.server;
    if (started.reason === 'other' || Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        `PostgreSQL did not start. See ${context.location.logFile}; it ends with:\n${started.output}`,
      );
    }
    if (started.reason !== mentioned) log.info(`PostgreSQL cannot start yet: ${REASONS[started.reason]}`);
    mentioned = started.reason;
    await delay(RETRY_MS);
  }
}

/** The live server of a cluster, if it runs and accepts our password. */
export async function findServer(cluster: Cluster): Promise<{ port: number } | undefined> {
  const found = readPidFile(cluster.data);
  if (found === undefined || !isPostmaster(found.pid, cluster.data)) return undefined;
  return (await probe({ port: found.port, password: cluster.password })) === 'ready' ? found : undefined;
}

type Reason = 'memory' | 'pid-file' | 'port' | 'other';

const REASONS: Record<Reason, string> = {
  memory: 'processes of the old server are still going down',
  'pid-file': 'another server is using the data',
  port: 'its port is taken',
  other: 'see the log',
};

function reasonOf(output: string): Reason {
  if (/pre-existing shared memory block/.test(output)) return 'memory';
  if (/lock file "postmaster.pid" (already exists|is empty)/.test(output)) return 'pid-file';
  if (/could not (bind|create any TCP)|Address already in use/.test(output)) return 'port';
  return 'other';
}

type Started = { server: RunningServer } | { server?: undefined; reason: Reason; output: string };

async function start(context: ServerContext, port: number): Promise<Started> {
  const { location, binaries, cluster, settings, log } = context;
  const began = Date.now();
  const postmaster = await launch({
    binaries,
    account: location.account,
    data: cluster.data,
    port,
    settings,
    logFile: location.logFile,
  });
  if (!(await becomesReady(postmaster, port, context))) {
    const output = postmaster.output().slice(-2_000);
    return { reason: reasonOf(output), output };
  }
  writeFileSync(cluster.portFile, `${port}\n`);
  log.info(`PostgreSQL is ready on ${HOST}:${port} after ${Date.now() - began} ms`);
  return { server: { pid: postmaster.pid, port, reused: false } };
}

async function becomesReady(postmaster: Postmaster, port: number, { cluster, log }: ServerContext): Promise<boolean> {
  const began = Date.now();
  let mentioned = began;
  while (!postmaster.exited()) {
    if ((await probe({ port, password: cluster.password })) === 'ready') return true;
    if (Date.now() - mentioned > 5_000) {
      mentioned = Date.now();
      log.info('PostgreSQL is still recovering from an interruption');
    }
    if (Date.now() - began > RECOVER_WITHIN_MS) {
      throw new EmbeddedPostgresError(`PostgreSQL (pid ${postmaster.pid}) runs but has not become ready in minutes`);
    }
    await delay(20);
  }
  return false;
}

/** Waits for a server we did not start: it may be recovering, or shutting down. False when it has gone. */
async function answers(pid: number, { cluster, log }: ServerContext): Promise<boolean> {
  const began = Date.now();
  let mentioned = false;
  while (isPostmaster(pid, cluster.data)) {
    const { port } = readPidFile(cluster.data) ?? { port: 0 };
    const state = port === 0 ? 'starting' : await probe({ port, password: cluster.password });
    if (state === 'ready') return true;
    if (state === 'denied') {
      throw new EmbeddedPostgresError(
        `The PostgreSQL server of ${cluster.data} (pid ${pid}) does not accept the password kept beside it`,
      );
    }
    const waited = Date.now() - began;
    if (waited > ANSWER_WITHIN_MS) {
      throw new EmbeddedPostgresError(
        `PostgreSQL (pid ${pid}) runs on ${cluster.data} but does not answer on port ${port}. Stop it and start again.`,
      );
    }
    if (waited > 2_000 && !mentioned) {
      mentioned = true;
      log.info(`Waiting for PostgreSQL (pid ${pid}), which is starting or shutting down`);
    }
    await delay(50);
  }
  return false;
}

function currentServer(cluster: Cluster): { pid: number; port: number } {
  const found = readPidFile(cluster.data);
  if (found === undefined) throw new EmbeddedPostgresError('PostgreSQL went away while we connected to it');
  return found;
}

/** The port of last time if it is free, so that saved connection strings keep working; otherwise any free one. */
async function choosePort(portFile: string): Promise<number> {
  const remembered = rememberedPort(portFile);
  if (remembered !== undefined && (await isFree(remembered))) return remembered;
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = PORTS.first + Math.floor(Math.random() * (PORTS.last - PORTS.first + 1));
    if (await isFree(port)) return port;
  }
  throw new EmbeddedPostgresError(`No free port between ${PORTS.first} and ${PORTS.last} on ${HOST}`);
}

function rememberedPort(portFile: string): number | undefined {
  try {
    const port = Number.parseInt(readFileSync(portFile, 'utf8'), 10);
    return Number.isNaN(port) ? undefined : port;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host: HOST, port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
