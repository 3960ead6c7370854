import { createHash } from 'node:crypto';
import { accessSync, constants, readdirSync, readFileSync, statfsSync } from 'node:fs';
import { freemem, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openEmbeddedPostgres } from '../../src/platform/database/embedded/index.js';
import { migrate } from '../../src/platform/database/migrate.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server's maintenance database, and the name of the migrated template. */
    postgres: { url: string; template: string };
  }
}

const ROOT = join(import.meta.dirname, '../..');
const MIGRATIONS = join(ROOT, 'src/platform/database/migrations');

/**
 * One real PostgreSQL for the whole run, with a migrated template that every spec file copies. The template is kept
 * between runs and made again when a migration changes.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const quiet = () => undefined;
  const server = await openEmbeddedPostgres({
    dataDir: dataDirectory(),
    log: { info: quiet, warn: console.warn, error: console.error },
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  const template = `template_${migrationsDigest()}`;
  // Open until the end: another run at the same time then leaves the server alone when it is done.
  const client = new pg.Client({ connectionString: server.url, application_name: 'touchline test run' });
  await client.connect();
  await client.query('select pg_advisory_lock(1)');
  await prepareTemplate(client, server.url, template);
  await client.query('select pg_advisory_unlock(1)');
  project.provide('postgres', { url: server.url, template });
  return async () => {
    await client.end();
    await server.close();
  };
}

/** Where Linux keeps files in memory. */
const IN_MEMORY = '/dev/shm';
/** The server's log of changes may grow to half of it (`max_wal_size`); the databases take some hundred megabytes. */
const ENOUGH_BYTES = 4 * 2 ** 30;

/**
 * Memory where there is plenty: the template has six hundred files, and to make as many on a disk can take longer than
 * the tests of a spec file. Otherwise a folder of the checkout.
 */
function dataDirectory(): string {
  if (!hasPlenty(IN_MEMORY)) return join(ROOT, '.data/test');
  const owner = createHash('sha256').update(`${userInfo().uid} ${ROOT}`).digest('hex');
  return join(IN_MEMORY, `touchline-test-${owner.slice(0, 16)}`);
}

function hasPlenty(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK);
    const { bavail, bsize } = statfsSync(directory);
    return Math.min(bavail * bsize, freemem()) >= ENOUGH_BYTES;
  } catch {
    return false;
  }
}

async function prepareTemplate(client: pg.Client, serverUrl: string, template: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database');
  const names = rows.map(({ datname }) => datname);
  // Left by runs that were killed, or made from older migrations. One in use refuses to go.
  for (const name of names.filter((name) => /^(test|template)_[0-9a-f]+(_new)?$/.test(name) && name !== template)) {
    await client.query(`drop database if exists ${name}`).catch(() => undefined);
  }
  if (names.includes(template)) return;
  await client.query(`create database ${template}_new`);
  await migrate(withDatabase(serverUrl, `${template}_new`));
  await client.query(`alter database ${template}_new rename to ${template}`);
}

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

function migrationsDigest(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(MIGRATIONS).toSorted()) hash.update(readFileSync(join(MIGRATIONS, file)));
  return hash.digest('hex').slice(0, 16);
}
