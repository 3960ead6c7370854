import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MatchSchedulingService, type ScheduleMatch } from '../../src/modules/matches/index.js';
import { bootApp, type TestApp } from '../support/app.js';

let test: TestApp;
let teams: number[];
let tournament: number;
let other: number;

beforeAll(async () => {
  test = await bootApp();
  const sql = async (text: string): Promise<number> =>
    (await test.database.sql<{ id: number }>(`${text} returning id`))[0].id;
  const preset = await sql(
    `insert into sport_scoreboard_preset (title, gameclock_max, direction, initial_time_mode, is_qtr, is_playclock,
       has_playclock, period_mode, period_count) values ('Halves', 2700, 'up', 'zero', false, false, false, 'half', 2)`,
  );
  const sport = await sql(
    `insert into sport (title, kind, scoreboard_preset_id) values ('Soccer', 'soccer', ${preset})`,
  );
  other = await sql(`insert into sport (title) values ('Curling')`);
  const season = await sql('insert into season (year) values (2026)');
  tournament = await sql(`insert into tournament (title, season_id, sport_id) values ('Cup', ${season}, ${sport})`);
  teams = [];
  for (const title of ['North', 'South']) {
    teams.push(
      await sql(
        `insert into team (title, sport_id, team_color) values ('${title}', ${sport}, '#00000${teams.length}')`,
      ),
    );
  }
  teams.push(await sql(`insert into team (title, sport_id) values ('Stones', ${other})`));
});
afterAll(() => test.close());

const schedule = (match: ScheduleMatch): Promise<number> =>
  RequestContext.create(test.app.get(MikroORM).em, () => test.app.get(MatchSchedulingService).schedule(match));

describe('scheduling a match', () => {
  it('makes its live rows in the same transaction, from the preset of the sport', async () => {
    const id = await schedule({ homeId: teams[0], awayId: teams[1], tournamentId: tournament, venue: 'Field 1' });
    expect(await test.database.sql('select * from gameclock where match_id = $1', [id])).toMatchObject([
      { gameclock: 0, gameclock_max: 2700, direction: 'up', gameclock_status: 'stopped', version: 1 },
    ]);
    expect(await test.database.sql('select * from scoreboard where match_id = $1', [id])).toMatchObject([
      { team_a_game_title: 'North', team_b_game_color: '#000001', is_qtr: false, period_mode: 'half', period_count: 2 },
    ]);
    expect(await test.database.sql('select * from matchdata where match_id = $1', [id])).toMatchObject([
      { score_team_a: 0, score_team_b: 0, field_length: 92 },
    ]);
    expect(await test.database.sql('select * from playclock where match_id = $1', [id])).toEqual([]);
    const journal = await test.database.sql<{ entity: string }>(
      'select entity from match_journal where match_id = $1 order by version',
      [id],
    );
    expect(journal.map(({ entity }) => entity).toSorted()).toEqual(['gameclock', 'match', 'matchdata', 'scoreboard']);
  });

  it('refuses what cannot be, and leaves nothing behind', async () => {
    const [before] = await test.database.sql('select count(*) from match');
    await expect(schedule({ homeId: teams[0], awayId: teams[0] })).rejects.toMatchObject({ kind: 'invalid' });
    await expect(schedule({ homeId: teams[0], awayId: 999_999 })).rejects.toMatchObject({ code: 'TEAM_NOT_FOUND' });
    await expect(schedule({ homeId: teams[0], awayId: teams[1], tournamentId: 999_999 })).rejects.toMatchObject({
      code: 'TOURNAMENT_NOT_FOUND',
    });
    await expect(schedule({ homeId: teams[0], awayId: teams[2] })).rejects.toMatchObject({ kind: 'invalid' });
    await expect(schedule({ homeId: teams[0], awayId: teams[1], week: 0 })).rejects.toMatchObject({ kind: 'invalid' });
    expect((await test.database.sql('select count(*) from match'))[0]).toEqual(before);
  });

  it('gives an imported match its live rows once, however many ask at the same time', async () => {
    const [{ id }] = await test.database.sql<{ id: number }>(
      `insert into match (team_a_id, team_b_id, tournament_id, status, score_home, score_away)
       values ($1, $2, $3, 'finished', 3, 1) returning id`,
      [teams[0], teams[1], tournament],
    );
    const ensure = (): Promise<void> =>
      RequestContext.create(test.app.get(MikroORM).em, () => test.app.get(MatchSchedulingService).ensureLiveRows(id));
    await Promise.all(Array.from({ length: 8 }, ensure));
    expect(
      await test.database.sql('select score_team_a, score_team_b from matchdata where match_id = $1', [id]),
    ).toEqual([{ score_team_a: 3, score_team_b: 1 }]);
    const [{ n }] = await test.database.sql<{ n: number }>(
      'select count(*)::int as n from match_journal where match_id = $1',
      [id],
    );
    expect(n).toBe(4);
  });
});
