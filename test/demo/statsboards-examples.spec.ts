import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FirstAdmin } from '../../src/modules/accounts/index.js';
import { DemoService } from '../../src/modules/demo/index.js';
import * as accounts from '../contract/statsboards/accounts.documented.js';
import { type Answer, bootStatsboards, type CallOptions, type StatsboardsApp } from '../contract/statsboards/boot.js';
import * as catalogue from '../contract/statsboards/catalogue.documented.js';
import { departures } from '../contract/statsboards/documented-shape.js';
import * as live from '../contract/statsboards/live.documented.js';
import * as people from '../contract/statsboards/people.documented.js';
import { DOCUMENTED_ROUTES } from '../contract/statsboards/route-coverage.documented.js';
import { expectDetail } from '../contract/statsboards/route-checks.js';
import { logIn } from '../contract/statsboards/sign-up.js';
import { SPONSOR_ROUTES } from '../contract/statsboards/sponsors.documented.js';
import { type Rewinder, rewinderOf } from '../support/rewinder.js';
import { type Example, EXAMPLES, LIVE_EXAMPLES } from './statsboards-examples.js';

const ADMIN_PASSWORD = 'a password of the demo';
const load = (day: string): Promise<void> => test.app.get(DemoService).ensureLoaded(new Date(`${day}T12:00:00Z`));

const folder = mkdtempSync(join(tmpdir(), 'examples-'));
let test: StatsboardsApp;
/** Tokens of the demo's administrator, and of whom the document logs in. */
let admin: string;
let user: string;
let rewinder: Rewinder;
let picture: FormData;
beforeAll(async () => {
  test = await bootStatsboards({ DEMO: 'on', ADMIN_PASSWORD, DATA_DIR: folder });
  await test.app.get(FirstAdmin).ensure();
  await load('2026-11-21');
  admin = await logIn(test, 'admin', ADMIN_PASSWORD);
  user = await logIn(test, 'test_user', 'SecurePass123!');
  rewinder = await rewinderOf(test.database);
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#c01c28' } })
    .png()
    .toBuffer();
  picture = new FormData();
  picture.append('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'acme.png');
}, 180_000);
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => rewinder.rewind());

/** What the document says of each route. */
const ROUTES = [
  { routes: accounts.ACCOUNT_ROUTES, nullable: accounts.NULLABLE },
  { routes: catalogue.CATALOGUE_ROUTES, nullable: catalogue.NULLABLE },
  { routes: people.PEOPLE_ROUTES, nullable: people.NULLABLE },
  { routes: SPONSOR_ROUTES, nullable: [] },
  { routes: live.LIVE_ROUTES.map((route) => ({ ...route, status: 200 })), nullable: live.LIVE_NULLABLE },
].flatMap(({ routes, nullable }) =>
  routes.map((route) => ({ ...route, nullable, key: `${route.method} ${route.path}` })),
);
const FEWEST_PARAMETERS_FIRST = ROUTES.toSorted((a, b) => a.path.split('{').length - b.path.split('{').length);

const routeOf = ({ request }: Example) =>
  FEWEST_PARAMETERS_FIRST.find(({ key }) =>
    new RegExp(`^${key.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(request.split('?')[0]),
  );

const OF_ONESELF: readonly string[] = DOCUMENTED_ROUTES.token;

function run(example: Example): Promise<Answer> {
  const { request, body, form, upload } = example;
  const [method, path] = request.split(' ');
  const options: CallOptions = { token: OF_ONESELF.includes(routeOf(example)?.key ?? '') ? user : admin };
  if (body) options.body = body;
  if (form) options.form = form;
  if (upload) options.form = picture;
  return test.call(method, path, options);
}

const named = (examples: readonly Example[]) =>
  examples.map(
    (example) => [`${example.request} ${JSON.stringify(example.body ?? example.form) ?? ''}`, example] as const,
  );

describe('G3: each example of the document, on the demo as a first start makes it', () => {
  it.each(named(EXAMPLES.filter(({ refused }) => !refused)))('%s', async (_, example) => {
    const route = routeOf(example);
    const { status, body } = await run(example);
    expect([status, departures(body ?? null, route?.answer ?? null, route?.nullable)]).toEqual([
      route?.status ?? 200,
      [],
    ]);
    if (example.shows) expect(body).toMatchObject(example.shows);
    const items = Array.isArray(body) ? body : (body as { data?: unknown } | undefined)?.data;
    if (Array.isArray(items) && !example.mayBeEmpty) expect(items.length).toBeGreaterThan(0);
  });

  it.each(named(EXAMPLES.filter(({ refused }) => refused)))('is told why not: %s', async (_, example) => {
    expectDetail(await run(example), example.refused!);
  });

  it('is there for every documented route', () => {
    const shown = new Set(EXAMPLES.map((example) => routeOf(example)?.key));
    expect(ROUTES.map(({ key }) => key).filter((key) => !shown.has(key))).toEqual([]);
  });
});

describe('the demo', () => {
  it('takes the examples of a live match one after the other, too', async () => {
    for (const example of LIVE_EXAMPLES.filter(({ request }) => !request.startsWith('DELETE'))) {
      expect([example.request, (await run(example)).status]).toEqual([example.request, 200]);
    }
  });

  it('has one current season, and gives new rows numbers above those of the examples', async () => {
    expect(await test.database.sql('select year from season where iscurrent')).toEqual([{ year: 2026 }]);
    const make = async (path: string, body: object): Promise<number> =>
      (await test.call<{ id: number }>('POST', path, { token: admin, body })).body.id;
    const ids = {
      settings: await make('/api/settings/', { key: 'a', value: 'b' }),
      persons: await make('/api/persons/', {}),
      players: await make('/api/players/add-person-to-sport', { person_id: 123, sport_id: 1 }),
      teams: await make('/api/teams/', { title: 'New', sport_id: 1 }),
      tournaments: await make('/api/tournaments/', { title: 'New', season_id: 2, sport_id: 1 }),
      sponsors: await make('/api/sponsors/', { title: 'New' }),
      lines: await make('/api/sponsor_lines/', { title: 'New' }),
      matches: await make('/api/matches/', { team_a_id: 1, team_b_id: 2 }),
    };
    const examples = {
      settings: 2,
      persons: 128,
      players: 790,
      teams: 15,
      tournaments: 8,
      sponsors: 3,
      lines: 1,
      matches: 123,
    };
    for (const [kind, id] of Object.entries(ids)) {
      expect([kind, id > examples[kind as keyof typeof ids]]).toEqual([kind, true]);
    }
  });

  it('is left as it was changed by a start on another day', async () => {
    await run({ request: 'PUT /api/settings/1/', body: { value: 'light' } });
    await load('2026-11-22');
    expect((await run({ request: 'GET /api/settings/value/theme.default' })).body).toEqual({ value: 'light' });
  });
});
