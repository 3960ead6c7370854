import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DemoService } from '../../src/modules/demo/index.js';
import { bootApp, type TestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { createMatch } from '../support/fixtures.js';

const MATCH = 'f4vscquffy37afgv0arwcbztg';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

async function demo(day: string, on: TestDatabase, environment: Record<string, string> = {}): Promise<TestApp> {
  const test = await bootApp(environment, on);
  open.push(() => test.close());
  await test.app.get(DemoService).ensureLoaded(new Date(`${day}T12:00:00Z`));
  return test;
}

/** Nobody answers there; for the demo it is enough that somebody might. */
const PROVIDER = { VSTATS_BASE_URL: 'http://127.0.0.1:9/api' };

async function database(): Promise<TestDatabase> {
  const made = await createTestDatabase();
  open.push(() => made.drop());
  return made;
}

const one = async <T extends object>(on: TestDatabase, sql: string, values: unknown[] = []): Promise<T> =>
  (await on.sql<T>(sql, values))[0];

const counts = (on: TestDatabase) =>
  one<{ matches: number; journal: number; refs: number; predictions: number }>(
    on,
    `select (select count(*)::int from match) as matches, (select count(*)::int from match_journal) as journal,
            (select count(*)::int from external_ref) as refs, (select count(*)::int from prediction) as predictions`,
  );

const documented = (on: TestDatabase) =>
  on.sql<{ kind: string; external_id: string; title: string }>(
    `select r.kind, r.external_id, coalesce(t.title, c.title, h.title || ' - ' || a.title) as title
     from external_ref r
     left join team t on r.kind = 'team' and t.id = r.internal_id
     left join tournament c on r.kind = 'tournament' and c.id = r.internal_id
     left join match m on r.kind = 'match' and m.id = r.internal_id and m.public_id = r.external_id
     left join team h on h.id = m.team_a_id left join team a on a.id = m.team_b_id
     where r.source = 'vstats' order by r.kind, title`,
  );

const IDS = [
  { kind: 'match', external_id: MATCH, title: 'Arsenal - Crystal Palace' },
  { kind: 'team', external_id: '4dsgumo7d4zupm2ugsvm4zm4d', title: 'Arsenal' },
  { kind: 'team', external_id: '1c8m2ko0wxq1asfkuykurdr0y', title: 'Crystal Palace' },
  { kind: 'tournament', external_id: 'tournament_id_2', title: 'La Liga' },
  { kind: 'tournament', external_id: '51r6ph2woavlbbpk8f29nynf8', title: 'Premier League' },
];

// Each start loads and trains five leagues.
describe('the demo', { timeout: 180_000 }, () => {
  describe('as a first start makes it', () => {
    let on: TestDatabase;
    let app: TestApp;
    beforeAll(async () => {
      on = await createTestDatabase();
      app = await bootApp({}, on);
      await app.app.get(DemoService).ensureLoaded(new Date('2025-12-20T12:00:00Z'));
    }, 180_000);
    afterAll(async () => {
      await app.close();
      await on.drop();
    });

    it('has what the documents name, under their ids, and a second start changes nothing', async () => {
      expect(await documented(on)).toEqual(IDS);
      const before = await counts(on);
      expect(before.matches).toBeGreaterThan(3_000);
      await app.app.get(DemoService).ensureLoaded(new Date('2025-12-20T22:00:00Z'));
      expect(await counts(on)).toEqual(before);
    });

    it('is played on, and its things stay the same, with the badges somebody has set', async () => {
      const match = () =>
        one<{ id: number; status: string; score_home: number | null; venue: string }>(
          on,
          'select id, status, score_home, venue from match where public_id = $1',
          [MATCH],
        );
      const before = await match();
      expect(before).toMatchObject({ status: 'scheduled', score_home: null, venue: 'Emirates Stadium' });
      const badges = async () =>
        (
          await on.sql<{ url: string }>(
            `select team_logo_url as url from team where title in ('Arsenal', 'Crystal Palace') order by title`,
          )
        ).map(({ url }) => url);
      const palace = 'https://r2.thesportsdb.com/images/media/team/badge/ia6i3m1656014992.png';
      expect(await badges()).toEqual([palace.replace('ia6i3m1656014992', 'uyhbfe1612467038'), palace]);
      await on.sql(`update team set team_logo_url = '/own.png' where title = 'Arsenal'`);
      const { matches } = await counts(on);
      await app.app.get(DemoService).ensureLoaded(new Date('2025-12-30T12:00:00Z'));
      expect(await badges()).toEqual(['/own.png', palace]);
      expect(await match()).toMatchObject({
        id: before.id,
        status: 'finished',
        score_home: expect.any(Number) as number,
      });
      expect((await counts(on)).matches).toBe(matches);
      await on.sql(`delete from match where id = $1`, [before.id]);
      await app.app.get(DemoService).ensureLoaded(new Date('2025-12-31T12:00:00Z'));
      expect((await counts(on)).matches).toBe(matches);
      expect(await documented(on)).toEqual(IDS);
    });
  });

  it('leaves soccer to a provider: neither simulates it nor keeps what was simulated', async () => {
    const on = await database();
    const without = await bootApp({}, on);
    open.push(() => without.close());
    const { app } = await demo('2025-12-20', on, PROVIDER);
    expect(await documented(on)).toEqual([]);
    const alone = await counts(on);
    await without.app.get(DemoService).ensureLoaded(new Date('2025-12-20T12:00:00Z'));
    expect(await documented(on)).toEqual(IDS);
    const outsider = await one<{ id: number }>(
      on,
      `insert into match (team_a_id, team_b_id) select a.id, b.id from team a, team b
       where a.title = 'Liverpool' and b.title = 'Everton' returning id`,
    );
    await app.get(DemoService).ensureLoaded(new Date('2025-12-20T12:00:00Z'));
    expect(await documented(on)).toEqual([]);
    await on.sql('delete from match where id = $1', [outsider.id]);
    const { matches, predictions, refs } = await counts(on);
    expect({ matches, predictions, refs }).toEqual({
      matches: alone.matches,
      predictions: alone.predictions,
      refs: alone.refs,
    });
    const left = await on.sql<{ title: string }>(
      `select title from team where title in ('Arsenal', 'Barcelona', 'Liverpool', 'Everton')
       union select title from competition where country is not null order by title`,
    );
    expect(left.map(({ title }) => title)).toEqual(['Everton', 'Liverpool']);
  });

  it("does not take ids that a provider's own data have", async () => {
    const on = await database();
    const { id } = await one<{ id: number }>(
      on,
      `with s as (insert into season (year) values (2025) returning id),
            k as (insert into sport (title, kind) values ('Soccer', 'soccer') returning id)
       insert into tournament (title, season_id, sport_id) select 'Real one', s.id, k.id from s, k returning id`,
    );
    await on.sql(
      `insert into external_ref (source, kind, external_id, internal_id)
       values ('vstats', 'tournament', '51r6ph2woavlbbpk8f29nynf8', $1)`,
      [id],
    );
    await demo('2025-12-20', on);
    expect((await documented(on)).map(({ title }) => title)).toEqual(['Real one']);
    const sports = await on.sql<{ kind: string }>(
      `select distinct s.kind from match m join tournament t on t.id = m.tournament_id join sport s on s.id = t.sport_id`,
    );
    expect(sports).toEqual([{ kind: 'american-football' }]);
  });

  it('is not made in a database that has matches of its own', async () => {
    const on = await database();
    await createMatch(on);
    await demo('2025-12-20', on);
    expect((await counts(on)).matches).toBe(1);
  });
});
