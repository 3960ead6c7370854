// The program that changes matches: plain SQL, as leagues have it.
import { Client } from 'pg';
import { answer, cpu } from './answer.ts';
import { paced, type Series } from './pace.ts';

/** Tables of the shape of `match`, and the state of a match in play, where the ball's position counts the events. */
export type Table = 'public.match' | 'bare.match' | 'piped.match' | 'public.matchdata';

const idle: Client[] = [];
let url = '';
let flush = true;

async function withClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = idle.pop() ?? (await connect());
  const result = await work(client);
  idle.push(client);
  return result;
}

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'bench writer' });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`set synchronous_commit = ${flush ? 'on' : 'off'}`);
  return client;
}

const attend = (client: Client, table: Table, matchId: number, attendance: number): Promise<unknown> =>
  client.query({
    name: table,
    text:
      table === 'public.matchdata'
        ? 'update public.matchdata set ball_on = $2 where match_id = $1'
        : `update ${table} set attendance = $2 where id = $1`,
    values: [matchId, attendance],
  });

const calls = {
  cpu,
  /** Whether a commit waits for the disk: not where the way to the clients is measured, which the disk is no part of. */
  async connect(databaseUrl: string, connections: number, flushed: boolean): Promise<void> {
    url = databaseUrl;
    flush = flushed;
    idle.push(...(await Promise.all(Array.from({ length: connections }, connect))));
  },

  /** One commit per event. Returns when each COMMIT was sent, in microseconds of the machine's monotonic clock. */
  write(table: Table, matchId: number, series: Series): Promise<number[]> {
    return withClient(async (client) => {
      const sentAt: number[] = [];
      await paced(series, async (n) => {
        await client.query('begin');
        await attend(client, table, matchId, n);
        sentAt.push(Number(process.hrtime.bigint() / 1_000n));
        await client.query('commit');
      });
      return sentAt;
    });
  },

  /** Commits as fast as they go, one writer per match, for so long. Returns their number and the real duration. */
  async race(table: Table, matchIds: number[], ms: number): Promise<{ commits: number; ms: number }> {
    let commits = 0;
    const start = performance.now();
    const one = (matchId: number): Promise<void> =>
      withClient(async (client) => {
        for (let n = 0; performance.now() - start < ms; n++) {
          await attend(client, table, matchId, n);
          commits++;
        }
      });
    await Promise.all(matchIds.map(one));
    return { commits, ms: performance.now() - start };
  },
};

export type WriterCalls = typeof calls;

answer(calls);
