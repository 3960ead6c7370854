import pg from 'pg';
import { describe, expect, it } from 'vitest';
import type { TestDatabase } from '../support/database.js';

interface Stage {
  matchId: number;
  homeId: number;
  awayId: number;
  cupId: number;
}

/** What matches are shown with, and is no row of theirs; part of journal.spec.ts, whose database it uses. */
export function journalOfSurroundings(opened: () => TestDatabase): void {
  const sql = <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
    opened().sql<Row>(text, values);
  const one = async (text: string, values: unknown[] = []): Promise<number> =>
    (await sql<{ id: number }>(text, values))[0]!.id;

  /** Two teams, their cup, and a match of it that is watched. */
  async function stage(): Promise<Stage> {
    const sportId = await one(`insert into sport (title) values (gen_random_uuid()::text) returning id`);
    const seasonId = await one(`insert into season (year) values ((random() * 1e9)::int) returning id`);
    const team = (): Promise<number> =>
      one(`insert into team (title, sport_id) values ('Team', $1) returning id`, [sportId]);
    const [homeId, awayId] = [await team(), await team()];
    const cupId = await one(`insert into tournament (title, season_id, sport_id) values ('Cup', $1, $2) returning id`, [
      seasonId,
      sportId,
    ]);
    const made = { homeId, awayId, cupId };
    return { ...made, matchId: await match(made) };
  }

  async function match(of: Omit<Stage, 'matchId'>, kickoff = '0', isWatched = true): Promise<number> {
    const id = await one(
      `insert into match (team_a_id, team_b_id, tournament_id, match_date)
       values ($1, $2, $3, now() + $4::interval) returning id`,
      [of.homeId, of.awayId, of.cupId, kickoff],
    );
    if (isWatched) await sql('select ensure_live_rows($1)', [id]);
    return id;
  }

  const lastOf = async (matchId: number) =>
    (
      await sql<{ version: number; n: number; topic: string; op: string; entity: string; data: { id: number } }>(
        `select version, topic, op, entity, entity_id, data,
                (select count(*)::int from match_journal where match_id = $1) as n
         from match_journal where match_id = $1 order by version desc limit 1`,
        [matchId],
      )
    )[0]!;

  describe('the journal of a match that may be watched', () => {
    it('has an entry of each change of what the match is shown with', async () => {
      const { matchId, homeId, awayId, cupId } = await stage();
      const lineId = await one(`insert into sponsor_line (title) values ('Line') returning id`);
      const [bank, brewer] = await Promise.all(
        ['Bank', 'Brewer'].map((title) => one('insert into sponsor (title) values ($1) returning id', [title])),
      );
      const presetId = await one(`insert into sport_scoreboard_preset (title) values ('Preset') returning id`);
      const sportId = await one('select sport_id as id from tournament where id = $1', [cupId]);
      const steps: [op: string, entity: string, statement: string][] = [
        ['update', 'team', `update team set title = 'New' where id = ${homeId}`],
        ['update', 'team', `update team set team_color = '#ffffff' where id = ${awayId}`],
        [
          'update',
          'match',
          `update match set sponsor_line_id = ${lineId}, main_sponsor_id = ${brewer} where id = ${matchId}`,
        ],
        ['update', 'sponsor', `update sponsor set title = 'Big Brewer' where id = ${brewer}`],
        [
          'insert',
          'sponsor_sponsor_line',
          `insert into sponsor_sponsor_line (sponsor_line_id, sponsor_id) values (${lineId}, ${bank})`,
        ],
        ['update', 'sponsor', `update sponsor set logo_url = '/b.png' where id = ${bank}`],
        ['update', 'sponsor_sponsor_line', `update sponsor_sponsor_line set position = 2 where sponsor_id = ${bank}`],
        ['update', 'sponsor_line', `update sponsor_line set is_visible = true where id = ${lineId}`],
        ['delete', 'sponsor_sponsor_line', `delete from sponsor where id = ${bank}`],
        ['update', 'match', `update match set sponsor_line_id = null, main_sponsor_id = null where id = ${matchId}`],
        [
          'update',
          'tournament',
          `update tournament set sponsor_line_id = ${lineId}, main_sponsor_id = ${brewer} where id = ${cupId}`,
        ],
        ['update', 'sponsor', `update sponsor set scale_logo = 3 where id = ${brewer}`],
        ['update', 'sponsor_line', `update sponsor_line set title = 'Their line' where id = ${lineId}`],
        ['update', 'sport', `update sport set scoreboard_preset_id = ${presetId} where id = ${sportId}`],
        [
          'update',
          'sport_scoreboard_preset',
          `update sport_scoreboard_preset set has_timeouts = false where id = ${presetId}`,
        ],
        ['update', 'sport', `delete from sport_scoreboard_preset where id = ${presetId}`],
      ];
      let { version } = await lastOf(matchId);
      for (const [op, entity, statement] of steps) {
        await sql(statement);
        const last = await lastOf(matchId);
        expect(last).toMatchObject({ topic: 'data', op, entity, version: ++version, n: version });
        expect(last.data).toHaveProperty('id');
      }
      // Nobody is told of what stays as it is.
      await sql(`update team set title = title; update tournament set title = title where id = ${cupId}`);
      expect(await lastOf(matchId)).toMatchObject({ version });
    });

    it('stays as it is where a match is over, or was never watched; of many it is the nearest that are told', async () => {
      const made = await stage();
      const [over, unwatched] = [await match(made), await match(made, '0', false)];
      await sql(`update match set status = 'finished' where id = $1`, [over]);
      const untold = [await lastOf(over), await lastOf(unwatched)];
      const days = Array.from({ length: 110 }, (_, day) => day - 55);
      const others: number[] = [];
      for (const day of days) others.push(await match(made, `${day} days 1 hour`));
      await sql(`update team set title = 'Busy' where id = $1`, [made.homeId]);
      expect([await lastOf(over), await lastOf(unwatched)]).toEqual(untold);
      const told = await Promise.all(others.map(async (id) => (await lastOf(id)).entity === 'team'));
      expect(told.filter(Boolean)).toHaveLength(99);
      expect(days.filter((_, index) => !told[index]).every((day) => Math.abs(day) >= 49)).toBe(true);
    });

    it('has no gap and stops nobody while teams, cup and scores are written at once, whole tables too', async () => {
      const made = await stage();
      const matches = [made.matchId];
      for (let n = 0; n < 5; n++) matches.push(await match(made));
      const writers = await Promise.all(
        Array.from({ length: 4 }, async () => {
          const client = new pg.Client({ connectionString: opened().url });
          await client.connect();
          return client;
        }),
      );
      const loads: ((n: number) => string)[] = [
        (n) => `update team set title = 'Home ${n}' where id = ${made.homeId}`,
        (n) => `update team set city = 'City ${n}' where id in (${made.homeId}, ${made.awayId})`,
        (n) => `update tournament set title = 'Cup ${n}' where id = ${made.cupId}`,
        (n) => `update matchdata set score_team_a = ${n} where match_id = ${matches[n % matches.length]}`,
      ];
      const before = await Promise.all(matches.map(async (id) => (await lastOf(id)).version));
      try {
        await Promise.all(
          writers.map(async (client, index) => {
            for (let n = 1; n <= 30; n++) await client.query(loads[index]!(n));
          }),
        );
      } finally {
        await Promise.all(writers.map((client) => client.end()));
      }
      for (const [index, id] of matches.entries()) {
        const { version, n } = await lastOf(id);
        // 30 of the one team, 30 of both, 30 of the cup, and its share of the scores: row and match.
        expect([n, version]).toEqual([version, before[index]! + 30 + 60 + 30 + 2 * 5]);
      }
    });
  });
}
