import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Signature, no flags, no extension. */
const BINARY_HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const BINARY_TRAILER = Buffer.of(0xff, 0xff);

/** Sends rows of COPY's text format and returns how many there were. */
export async function copyText(client: Client, target: string, rows: string): Promise<number> {
  return rows === '' ? 0 : send(client, `copy ${target} from stdin`, Buffer.from(rows));
}

/** Sends rows of COPY's binary format and returns how many there were. */
export async function copyBinary(client: Client, target: string, rows: readonly Buffer[]): Promise<number> {
  if (rows.every(({ length }) => length === 0)) return 0;
  const bytes = Buffer.concat([BINARY_HEADER, ...rows, BINARY_TRAILER]);
  return send(client, `copy ${target} from stdin (format binary)`, bytes);
}

async function send(client: Client, sql: string, bytes: Buffer): Promise<number> {
  const stream = client.query(copyFrom(sql));
  stream.end(bytes);
  await finished(stream);
  return stream.rowCount;
}

/** Takes ids for rows that others refer to before they are sent. */
export async function reserveIds(client: Client, table: 'match' | 'team', count: number): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `with s as materialized (select pg_get_serial_sequence($1, 'id')::regclass as sequence)
     select nextval(sequence)::int as id from s, generate_series(1, $2)`,
    [table, count],
  );
  return rows.map(({ id }) => id);
}
