import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SeasonRecord } from '#core/season/season-record.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { brokenJournals, CHAMPIONSHIP, fingerprint, loaderOn, SCOTLAND, season } from './seasons.js';

const seasons = [2019, 2020, 2021, 2022].flatMap((year) => [
  season({ year }),
  season({ year, competition: CHAMPIONSHIP, teams: ['Arsenal', 'Grimsby', 'Hull', 'Ipswich'] }),
  season({ year, competition: SCOTLAND }),
]);
const ALL = seasons.reduce((sum, { matches }) => sum + matches.length, 0);

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

/** Every season is there whole or not at all. */
async function storedSeasons(): Promise<number[]> {
  const rows = await database.sql<{ matches: number }>(
    'select count(*)::int as matches from match group by tournament_id order by 1',
  );
  return rows.map(({ matches }) => matches);
}

async function expectComplete(): Promise<void> {
  expect(await storedSeasons()).toEqual([12, 12, 12, 12, 30, 30, 30, 30, 30, 30, 30, 30]);
  const [found] = await database.sql(
    `select (select count(*) from match)::int as matches, (select count(*) from match_journal)::int as journal,
            (select count(*) from external_ref where kind = 'match')::int as refs,
            (select count(distinct title || sport_id || r.external_id) from team join external_ref r
               on r.kind = 'team' and r.internal_id = team.id)::int as teams, (select count(*) from team)::int as team,
            (select count(*) from odds)::int as odds, (select count(*) from tournament)::int as tournaments`,
  );
  expect(found).toEqual({ matches: ALL, journal: ALL, refs: ALL, teams: 15, team: 15, odds: ALL * 5, tournaments: 12 });
  expect(await brokenJournals(database)).toEqual([]);
}

describe('an interrupted load', () => {
  it('keeps whole seasons when it is aborted, and running it again does the rest', async () => {
    const stop = new AbortController();
    let seen = 0;
    const load = loaderOn(database.url).load(seasons, {
      signal: stop.signal,
      onProgress: () => {
        seen++;
        if (seen === 3) stop.abort(new Error('enough'));
      },
    });
    await expect(load).rejects.toThrow('enough');
    const first = await storedSeasons();
    expect(first.length).toBeGreaterThanOrEqual(3);
    expect(first.length).toBeLessThan(seasons.length);
    expect(first.every((matches) => matches === 12 || matches === 30)).toBe(true);

    const already = first.reduce((sum, matches) => sum + matches, 0);
    const result = await loaderOn(database.url).load(seasons);
    expect(result).toMatchObject({ newMatches: ALL - already, updatedMatches: 0, unchangedMatches: already });
    await expectComplete();
  });

  it('keeps whole seasons when its connections die in the middle of one', async () => {
    await loaderOn(database.url).load(seasons.slice(0, 4));
    const blocker = new Client(database.url);
    await blocker.connect();
    // Two seasons get as far as their odds: matches and journal are written, but not committed.
    await blocker.query('begin; lock table odds in share mode');
    const load = loaderOn(database.url).load(seasons);
    const failure = expect(load).rejects.toThrow(/terminat/i);
    expect(await endWaiting()).toBe(2);
    await failure;
    await blocker.end();

    expect(await storedSeasons()).toEqual([12, 30, 30, 30]);
    await loaderOn(database.url).load(seasons);
    await expectComplete();
  });

  it('stores nothing of a season whose transaction fails, and says why', async () => {
    await database.sql(
      `create function fail() returns trigger language plpgsql as $$ begin raise exception 'no more odds'; end $$;
       create trigger fail before insert on odds for each row when (new.price > 1.7) execute function fail();
       alter table odds enable always trigger fail`,
    );
    const two = [season({ year: 2019, teams: ['Arsenal', 'Burnley'] }), season({ year: 2020 })];
    const cheap = two.map((record) => ({
      ...record,
      matches: record.matches.map((match) => ({ ...match, odds: record.year === 2019 ? [] : match.odds })),
    }));
    await expect(loaderOn(database.url).load(cheap)).rejects.toThrow('no more odds');
    expect(await storedSeasons()).toEqual([2]);
  });

  it('closes the source of seasons', async () => {
    let closed = false;
    const source = function* (): Generator<SeasonRecord> {
      try {
        yield* seasons;
      } finally {
        closed = true;
      }
    };
    const signal = AbortSignal.abort(new Error('at once'));
    const load = loaderOn(database.url).load(source(), { signal, onProgress: () => undefined });
    await expect(load).rejects.toThrow('at once');
    const second = loaderOn(database.url).load(source(), {
      onProgress: () => {
        throw new Error('from the listener');
      },
    });
    await expect(second).rejects.toThrow('from the listener');
    expect(closed).toBe(true);
  });
});

describe('several importers at once', () => {
  it('store every match once', async () => {
    const results = await Promise.all([
      loaderOn(database.url).load(seasons),
      loaderOn(database.url).load(seasons),
      loaderOn(database.url).load(seasons.toReversed()),
    ]);
    expect(results.reduce((sum, { newMatches }) => sum + newMatches, 0)).toBe(ALL);
    expect(results.reduce((sum, { newTeams }) => sum + newTeams, 0)).toBe(15);
    for (const { newMatches, updatedMatches, unchangedMatches } of results) {
      expect(updatedMatches).toBe(0);
      expect(newMatches + unchangedMatches).toBe(ALL);
    }
    await expectComplete();
  });

  it('change every match once', async () => {
    await loaderOn(database.url).load(seasons);
    const changed = seasons.map((record) => ({
      ...record,
      matches: record.matches.map((match) => ({ ...match, week: 33, odds: match.odds.slice(0, 4) })),
    }));
    const results = await Promise.all([
      loaderOn(database.url).load(changed),
      loaderOn(database.url).load(changed.toReversed()),
    ]);
    expect(results.reduce((sum, { updatedMatches }) => sum + updatedMatches, 0)).toBe(ALL);
    expect(await database.sql('select count(*)::int as n from match_journal where version = 2')).toEqual([{ n: ALL }]);
    expect(await database.sql('select count(*)::int as n from match_journal')).toEqual([{ n: 2 * ALL }]);
    expect(await brokenJournals(database)).toEqual([]);
    const before = await fingerprint(database);
    await loaderOn(database.url).load(changed);
    expect(await fingerprint(database)).toEqual(before);
  });
});

/** Waits until both connections of a loader wait for a lock and ends them, as the server sees a process being killed. */
async function endWaiting(): Promise<number> {
  for (;;) {
    const waiting = await database.sql<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and application_name = 'touchline import'
         and wait_event_type = 'Lock' and query like 'copy odds%'`,
    );
    if (waiting.length === 2) {
      await database.sql('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [
        waiting.map(({ pid }) => pid),
      ]);
      return waiting.length;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
