import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
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
    dataDir: join(ROOT, '.data/test'),
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
