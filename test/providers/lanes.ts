import { Upstreams } from '../../src/modules/providers/upstreams.js';
import { VSTATS_ENDPOINTS } from '../../src/modules/providers/vstats/vstats-endpoints.js';
import { until } from '../support/feed.js';
import { ENDPOINT_NAMES, type FakeWorld } from '../support/fake-upstream/index.js';
import { bootProvided, type ProvidedApp } from './provided-app.js';
import { CALL, callsOf } from './upstreams.js';

/** An application with a database and providers of its own, which can be put back to how it was. */
export interface Lane extends ProvidedApp {
  sql(text: string, values?: unknown[]): Promise<unknown[]>;
  /** Forgets all matches and everything told about them. */
  empty(): Promise<void>;
  /** Mends the providers and puts the database back. */
  restore(): Promise<void>;
}

/** What changes where matches stay; to put back only that is quicker, and leaves the database its statistics. */
const ABOUT_MATCHES = ['provider_resource', 'external_ref', 'match_stat_line'];

/** Boots one and waits until these paths are answered without any reservation: that is the state it goes back to. */
export async function openLane(
  world: FakeWorld,
  environment: Record<string, string>,
  paths: readonly string[],
): Promise<Lane> {
  const app = await bootProvided(world, environment);
  const { sql } = app.app.database;
  for (const path of paths) await until(async () => (await app.get(path)).headers.get('cache-control') !== 'no-store');
  const filling = await keepTables(app);
  const upstreams = app.app.app.get(Upstreams, { strict: false });
  let isEmptied = false;
  return {
    ...app,
    sql,
    async empty() {
      isEmptied = true;
      await sql(`begin; ${HOLDING_BACK} ${EMPTYING} commit;`);
    },
    async restore() {
      app.upstream.mend();
      await settle(upstreams, world);
      const emptying = ABOUT_MATCHES.map((name) => `delete from ${name};`).join(' ');
      const names = isEmptied ? [...filling.keys()] : ABOUT_MATCHES;
      await sql(`begin; set local session_replication_role = replica;
        ${HOLDING_BACK} ${isEmptied ? EMPTYING : emptying}
        ${names.map((name) => filling.get(name)).join(' ')}
        update team set team_logo_url = k.team_logo_url from kept.team k where k.id = team.id; commit;`);
      isEmptied = false;
      app.upstream.forgetCalls();
      app.forgetAnswers();
    },
  };
}

/** Waits for what nobody waits for any more, and until every endpoint is asked again. */
async function settle({ fixtures, badges, metrics }: Upstreams, world: FakeWorld): Promise<void> {
  await until(() => metrics.snapshot().every(({ running, waiting }) => running + waiting === 0));
  const played = [...world.matches.values()].find(({ record }) => record.score !== null);
  if (!fixtures || !badges || !played) throw new Error('a lane needs providers and a match that was played');
  const calls = callsOf({ fixtures, badges }, played);
  for (const { endpoints } of metrics.snapshot()) {
    for (const { endpoint } of endpoints.filter(({ circuit }) => circuit !== 'closed')) {
      const name = ENDPOINT_NAMES.find((each) => endpoint === PATHS[each]) ?? 'badge';
      await until(() =>
        calls[name](CALL).then(
          () => true,
          () => false,
        ),
      );
    }
  }
}

const PATHS = Object.fromEntries(Object.entries(VSTATS_ENDPOINTS).map(([name, { path }]) => [name, path]));

/** Whoever stores an answer of the provider begins with these: he waits, or is waited for. */
const HOLDING_BACK = 'lock table provider_resource, external_ref in exclusive mode;';
const EMPTYING =
  'truncate match_journal, match, tournament, competition, season, team, external_ref, provider_resource cascade;';

/** Copies all tables; gives for each the statement that puts the copy back. */
async function keepTables({ app: { database } }: ProvidedApp): Promise<Map<string, string>> {
  const tables = await database.sql<{ name: string; columns: string }>(
    `select quote_ident(c.table_name) as name,
            string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position) as columns
     from information_schema.columns c
     join pg_class r on r.oid = quote_ident(c.table_name)::regclass
     where c.table_schema = 'public' and r.relkind = 'r' and c.is_generated = 'NEVER'
     group by c.table_name`,
  );
  // Without statistics plans are made for tables of another size.
  await database.sql('analyze');
  await database.sql('create schema kept');
  const filling = new Map<string, string>();
  for (const { name, columns } of tables) {
    await database.sql(`create table kept.${name} as select ${columns} from ${name}`);
    const [{ any }] = await database.sql<{ any: boolean }>(`select exists (select from kept.${name}) as any`);
    if (any) {
      filling.set(name, `insert into ${name} (${columns}) select ${columns} from kept.${name} on conflict do nothing;`);
    }
  }
  return filling;
}

/** Lanes that are given out one by one, each to one user at a time. */
export class LanePool {
  readonly #free: Lane[];
  readonly #waiting: ((lane: Lane) => void)[] = [];

  constructor(readonly lanes: readonly Lane[]) {
    this.#free = [...lanes];
  }

  /** Runs the work on a restored lane. */
  async run(work: (lane: Lane) => Promise<void>): Promise<void> {
    const lane = this.#free.pop() ?? (await new Promise<Lane>((resolve) => this.#waiting.push(resolve)));
    try {
      await lane.restore();
      await work(lane);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(lane);
      else this.#free.push(lane);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.lanes.map((lane) => lane.close()));
  }
}
