import { join } from 'node:path';
import { Client } from 'pg';
import { openEmbeddedPostgres } from '#platform/database/embedded/index.js';
import { migrate } from '#platform/database/migrate.js';
import type { MatchRow } from './item.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Channel of `piped.match`. */
export const PIPE_CHANNEL = 'bench_pipe';

/** A migrated database of its own, dropped at the end. */
export interface BenchDatabase {
  url: string;
  client: Client;
  /** What a commit means here: the server's durability, for the report. */
  durability: string;
  close(): Promise<void>;
}

/** On the server of DATABASE_URL, where it must be allowed to create databases, or on an embedded one. */
export async function openDatabase(): Promise<BenchDatabase> {
  const given = process.env['DATABASE_URL'];
  const log = { info: () => undefined, warn: console.warn, error: console.error };
  const embedded = given ? null : await openEmbeddedPostgres({ dataDir: join(ROOT, '.data/bench'), log });
  const serverUrl = given ?? embedded!.url;
  const name = `bench_realtime_${process.pid}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const client = new Client({ connectionString: url.href, application_name: 'bench' });
  const close = async (): Promise<void> => {
    await client.end().catch(() => undefined);
    await onServer(serverUrl, `drop database if exists ${name} with (force)`);
    await embedded?.close();
  };
  try {
    await onServer(serverUrl, `create database ${name}`);
    await migrate(url.href);
    await client.connect();
    const { rows } = await client.query<{ text: string }>(
      `select format('PostgreSQL %s, fsync %s, synchronous_commit %s', current_setting('server_version'),
                     current_setting('fsync'), current_setting('synchronous_commit')) as text`,
    );
    return { url: url.href, client, durability: rows[0].text, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'bench' });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Matches whose rows have about 570 bytes, as JSON has them. */
export async function createMatches(client: Client, count: number): Promise<MatchRow[]> {
  const { rows: teams } = await client.query<{ id: number }>(
    `insert into team (title, code) values ('Home', 'HOM'), ('Away', 'AWY') returning id`,
  );
  const { rows } = await client.query<{ row: MatchRow }>(
    `insert into match (team_a_id, team_b_id, venue, referee, status, attendance)
     select $1, $2, 'Stadion an der Alten Försterei, Berlin-Köpenick, Waldseite', 'Bibiana Steinhaus-Webb', 'live', 0
     from generate_series(1, $3) returning to_jsonb(match) as row`,
    [teams[0].id, teams[1].id, count],
  );
  return rows.map(({ row }) => row);
}

/** `bare.match`: same columns, indexes and rows, no triggers. `piped.match`: one that notifies the new row. */
export async function createTwins(client: Client): Promise<void> {
  const { rows } = await client.query<{ names: string }>(
    `select string_agg(column_name, ', ') as names from information_schema.columns
     where table_schema = 'public' and table_name = 'match' and is_generated = 'NEVER'`,
  );
  for (const schema of ['bare', 'piped']) {
    await client.query(`create schema ${schema}; create table ${schema}.match (like public.match including all);
      insert into ${schema}.match (${rows[0].names}) select ${rows[0].names} from public.match`);
  }
  await client.query(`create function piped.notify() returns trigger language plpgsql as $$
    begin
      perform pg_notify('${PIPE_CHANNEL}', to_jsonb(new)::text);
      return null;
    end $$;
    create trigger notify after update on piped.match for each row execute function piped.notify()`);
}
