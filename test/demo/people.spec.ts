import { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulateFootballSeason, footballTeams } from '#core/season/football-simulator.js';
import { DEMO_SOURCE } from '#core/season/demo-seasons.js';
import { DemoPeopleRepository } from '../../src/modules/demo/demo-people.repository.js';
import { DemoPeople } from '../../src/modules/demo/demo-people.js';
import { bootStatsboards, type StatsboardsApp } from '../contract/statsboards/boot.js';
import { loaderOn } from '../imports/seasons.js';

const competition = { code: 'gridiron', title: 'League', country: null, sport: 'american-football' } as const;

let test: StatsboardsApp;
beforeAll(async () => {
  test = await bootStatsboards();
  for (const year of [2023, 2024]) {
    const teams = footballTeams(1, competition, year);
    const season = simulateFootballSeason({
      seed: 1,
      source: DEMO_SOURCE,
      competition,
      year,
      teams,
      asOf: '2024-12-31',
    });
    await loaderOn(test.database.url).load([season]);
  }
  await ensure();
});
afterAll(() => test.close());

const ensure = (): Promise<void> =>
  new DemoPeople(new DemoPeopleRepository(test.app.get(MikroORM).em.fork())).ensure('1');

const rosters = () =>
  test.database.sql<{ players: number; titles: number; teams: number; entries: number }>(
    `select count(distinct player_id)::int as players, count(distinct position_id)::int as titles,
            count(distinct team_id)::int as teams, count(*)::int as entries
     from player_team_tournament where team_id is not null and position_id is not null`,
  );

describe('people of the demo', () => {
  it('every football team has the same squad in both seasons', async () => {
    expect(await rosters()).toEqual([{ players: 8 * 34, titles: 11, teams: 8, entries: 2 * 8 * 34 }]);
  });

  it('nothing changes the second time', async () => {
    const before = await rosters();
    await ensure();
    expect(await rosters()).toEqual(before);
  });
});
