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
  await onServer(server.url, async (client) => {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database');
    const names = rows.map(({ datname }) => datname);
    // Copies of runs that were killed, and templates of older migrations.
    for (const name of names.filter((name) => /^(test|template)_[0-9a-f]+$/.test(name) && name !== template)) {
      await client.query(`drop database if exists ${name} with (force)`);
    }
    if (names.includes(template)) return;
    await client.query(`create database ${template}_new`);
    await migrate(withDatabase(server.url, `${template}_new`));
    await client.query(`alter database ${template}_new rename to ${template}`);
  });
  project.provide('postgres', { url: server.url, template });
  return () => server.close();
}

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

async function onServer(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'touchline test setup' });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function migrationsDigest(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(MIGRATIONS).toSorted()) hash.update(readFileSync(join(MIGRATIONS, file)));
  return hash.digest('hex').slice(0, 16);
}
