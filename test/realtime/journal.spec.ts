import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { createMatch } from '../support/fixtures.js';
import { journalOfSurroundings } from './journal-surroundings.suite.js';

interface Entry {
  version: number;
  topic: string;
  op: string;
  entity: string;
  entity_id: number;
  data: Record<string, unknown>;
}

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const journalOf = (matchId: number): Promise<Entry[]> =>
  database.sql<Entry>(
    'select version, topic, op, entity, entity_id, data from match_journal where match_id = $1 order by version',
    [matchId],
  );

describe('the journal', () => {
  it('records direct SQL with the whole row, one version per change, from 1', async () => {
    const { matchId } = await createMatch(database);
    await database.sql(`select ensure_live_rows($1)`, [matchId]);
    await database.sql(`update scoreboard set is_flag = true where match_id = $1`, [matchId]);
    await database.sql(`insert into football_event (match_id, event_number, play_type) values ($1, 1, 'run')`, [
      matchId,
    ]);
    await database.sql(`update playclock set playclock = 40 where match_id = $1`, [matchId]);
    await database.sql(`delete from football_event where match_id = $1`, [matchId]);
    const entries = await journalOf(matchId);
    expect(entries.map(({ version }) => version)).toEqual(entries.map((_, index) => index + 1));
    expect(entries[0]).toMatchObject({ topic: 'data', op: 'insert', entity: 'match', data: { id: matchId } });
    expect(new Set(entries.slice(1, 5).map(({ entity }) => entity))).toEqual(
      new Set(['matchdata', 'scoreboard', 'gameclock', 'playclock']),
    );
    expect(entries.slice(5)).toMatchObject([
      { topic: 'scoreboard', op: 'update', data: { is_flag: true, match_id: matchId, team_a_game_color: '#c01c28' } },
      { topic: 'events', op: 'insert', data: { event_number: 1, play_type: 'run' } },
      { topic: 'playclock', op: 'update', data: { playclock: 40 } },
      { topic: 'events', op: 'delete', data: { play_type: 'run' } },
    ]);
    const [{ version }] = await database.sql<{ version: number }>('select version from match where id = $1', [matchId]);
    expect(version).toBe(entries.length);
  });

  it('has no entry for a write that changes nothing, or that was rolled back', async () => {
    const { matchId } = await createMatch(database);
    await database.sql('update match set venue = venue where id = $1', [matchId]);
    await database.sql('begin');
    await database.sql(`update match set venue = 'Elsewhere' where id = $1`, [matchId]);
    await database.sql('rollback');
    expect(await journalOf(matchId)).toHaveLength(1);
  });

  it('ignores a version written from outside', async () => {
    const { matchId } = await createMatch(database);
    await database.sql(`update match set version = 41, venue = 'Here' where id = $1`, [matchId]);
    expect((await journalOf(matchId)).map(({ version }) => version)).toEqual([1, 2]);
  });

  it('ends with the deletion, and goes on when the id is used again', async () => {
    const { matchId, homeId, awayId } = await createMatch(database);
    await database.sql('select ensure_live_rows($1)', [matchId]);
    await database.sql('delete from match where id = $1', [matchId]);
    await database.sql('insert into match (id, team_a_id, team_b_id) values ($1, $2, $3)', [matchId, homeId, awayId]);
    const entries = await journalOf(matchId);
    expect(entries.map(({ version }) => version)).toEqual(entries.map((_, index) => index + 1));
    expect(entries.slice(-2)).toMatchObject([
      { op: 'delete', entity: 'match' },
      { op: 'insert', entity: 'match' },
    ]);
  });

  it('keeps the score of match and matchdata one, whichever is written', async () => {
    const { matchId } = await createMatch(database);
    await database.sql('select ensure_live_rows($1)', [matchId]);
    await database.sql('update matchdata set score_team_a = 7, score_team_b = 3 where match_id = $1', [matchId]);
    const match = 'select score_home, score_away from match where id = $1';
    expect(await database.sql(match, [matchId])).toEqual([{ score_home: 7, score_away: 3 }]);
    await database.sql('update match set score_home = 14 where id = $1', [matchId]);
    expect(
      await database.sql('select score_team_a, score_team_b from matchdata where match_id = $1', [matchId]),
    ).toEqual([{ score_team_a: 14, score_team_b: 3 }]);
  });

  it('gives a bulk load one entry per new match, and never passes over a match that existed', async () => {
    const { matchId, homeId, awayId } = await createMatch(database);
    await database.sql('begin');
    await database.sql(`set local touchline.bulk_load = 'on'`);
    const [{ id: newId }] = await database.sql<{ id: number }>(
      'insert into match (team_a_id, team_b_id) values ($1, $2) returning id',
      [homeId, awayId],
    );
    await database.sql(
      `insert into match_stat_line (match_id, team_id, period, goals) values
       ($1, $3, 'full', 1), ($1, $4, 'full', 0), ($2, $3, 'full', 2), ($2, $4, 'full', 2)`,
      [newId, matchId, homeId, awayId],
    );
    await database.sql('commit');
    expect(await journalOf(newId)).toMatchObject([{ entity: 'match', op: 'insert' }]);
    expect((await journalOf(matchId)).map(({ version, entity }) => [version, entity])).toEqual([
      [1, 'match'],
      [2, 'match_stat_line'],
      [3, 'match_stat_line'],
    ]);
    // The flag of a later transaction does not cover the match either.
    await database.sql('begin');
    await database.sql(`set local touchline.bulk_load = 'on'`);
    await database.sql(
      `insert into match_stat_line (match_id, team_id, period, goals) values ($1, $2, 'first_half', 1)`,
      [newId, homeId],
    );
    await database.sql('commit');
    expect(await journalOf(newId)).toHaveLength(2);
  });

  it('refuses to change a prediction', async () => {
    const { matchId } = await createMatch(database);
    await database.sql(
      `insert into model_version (model_id, version, options, params, trained_on) values ('m', '1', '{}', '{}', 0)`,
    );
    await database.sql(
      `insert into prediction (match_id, model_version_id, distribution, inputs_digest, as_of, published_before_kickoff, hash)
       select $1, max(id), '{}', '', now(), true, '' from model_version`,
      [matchId],
    );
    expect((await journalOf(matchId)).at(-1)).toMatchObject({ topic: 'prediction', op: 'insert' });
    await expect(database.sql(`update prediction set hash = 'x' where match_id = $1`, [matchId])).rejects.toThrow(
      'never changed',
    );
  });

  it('notifies the documented channels, and drops the row from a payload that PostgreSQL would refuse', async () => {
    const { matchId } = await createMatch(database);
    const heard: { channel: string; payload: Record<string, unknown> }[] = [];
    database.client.on('notification', ({ channel, payload }) => {
      if (channel !== 'match_journal')
        heard.push({ channel, payload: JSON.parse(payload ?? '{}') as Record<string, unknown> });
    });
    const channels = ['match', 'matchdata', 'scoreboard', 'gameclock', 'playclock', 'football_event', 'player_match'];
    for (const name of channels) await database.sql(`listen ${name}_change`);
    await database.sql('select ensure_live_rows($1)', [matchId]);
    await database.sql(
      `update scoreboard set period_labels_json = (select jsonb_agg(repeat('x', 90)) from generate_series(1, 99)) where match_id = $1`,
      [matchId],
    );
    await database.sql(`insert into football_event (match_id) values ($1)`, [matchId]);
    await database.sql(`update match set venue = 'Loud' where id = $1`, [matchId]);
    await database.sql('unlisten *');
    expect(heard.map(({ channel }) => channel).toSorted()).toEqual(
      ['football_event', 'gameclock', 'match', 'matchdata', 'playclock', 'scoreboard', 'scoreboard'].map(
        (name) => `${name}_change`,
      ),
    );
    expect(heard.find(({ channel }) => channel === 'matchdata_change')?.payload).toMatchObject({
      table: 'matchdata',
      operation: 'INSERT',
      match_id: matchId,
      data: { match_id: matchId, score_team_a: 0 },
    });
    const boards = heard.filter(({ channel }) => channel === 'scoreboard_change');
    expect(boards.map(({ payload }) => 'data' in payload)).toEqual([true, false]);
  });

  it('never loses, reorders or skips a version, however two writers interleave (1,000 schedules)', async () => {
    const writers = await Promise.all(
      [0, 1].map(async () => {
        const client = new pg.Client({ connectionString: database.url });
        await client.connect();
        return client;
      }),
    );
    const reader = new pg.Client({ connectionString: database.url });
    await reader.connect();
    const { matchId } = await createMatch(database);
    await database.sql('select ensure_live_rows($1)', [matchId]);
    const statements = [
      `update scoreboard set scale_logo_a = random() where match_id = ${matchId}`,
      `update playclock set playclock = (random() * 1e6)::int where match_id = ${matchId}`,
      `update match set attendance = (random() * 1e6)::int where id = ${matchId}`,
      `insert into football_event (match_id) values (${matchId})`,
      `update matchdata set ball_on = (random() * 1e6)::int where match_id = ${matchId}`,
    ];
    const step = fc.record({
      statements: fc.array(fc.nat({ max: statements.length - 1 }), { minLength: 1, maxLength: 3 }),
      rollback: fc.boolean(),
      order: fc.boolean(),
    });
    let expected = (await journalOf(matchId)).length;
    try {
      await fc.assert(
        fc.asyncProperty(step, step, async (first, second) => {
          const transactions = [first, second].map(async ({ statements: picked, rollback }, index) => {
            const client = writers[index];
            await client.query('begin');
            try {
              // One order of locks, as our own services take them; what is at test is the journal, not deadlocks.
              await client.query(`select 1 from match where id = ${matchId} for no key update`);
              for (const pick of picked) await client.query(statements[pick]);
            } finally {
              await client.query(rollback ? 'rollback' : 'commit');
            }
            return rollback ? 0 : picked.length;
          });
          // A reader in the middle sees a gapless beginning, never a hole that fills later.
          const seen = reader.query<{ n: number; last: number }>(
            `select count(*)::int as n, max(version) as last from match_journal where match_id = ${matchId}`,
          );
          const written = await Promise.all(first.order ? transactions : transactions.toReversed());
          expected += written[0] + written[1];
          const [{ n, last }] = (await seen).rows;
          expect(n).toBe(last);
          const { rows } = await reader.query<{ n: number; last: number; kept: number }>(
            `select count(*)::int as n, max(version) as last, (select version from match where id = ${matchId}) as kept
             from match_journal where match_id = ${matchId}`,
          );
          expect(rows[0]).toEqual({ n: expected, last: expected, kept: expected });
        }),
        { numRuns: 1_000, seed: 20_260_101 },
      );
    } finally {
      await Promise.all([...writers, reader].map((client) => client.end()));
    }
  }, 120_000);
});

journalOfSurroundings(() => database);
