import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { createLeague, openTrainer, storedPredictions, type Trainer } from './league.js';

const NOW = new Date('2024-09-20T12:00:00Z');
const clock = () => NOW;

let database: TestDatabase;
let trainer: Trainer;
/** Matches with a chain of four predictions; every test spoils one of its own. */
let untouched: number[];

beforeAll(async () => {
  database = await createTestDatabase();
  trainer = await openTrainer(database);
  await createLeague(database, { seasons: [{ year: 2023, firstDay: new Date('2023-08-05') }], now: NOW });
  await trainer.training.train({ clock });
  // The first result is corrected three times, so that all later matches are predicted anew.
  for (let n = 0; n < 3; n++) {
    await database.sql(`update match set score_home = score_home + 2
                        where id = (select id from match order by kickoff_at, id limit 1)`);
    await trainer.training.train({ clock });
  }
  untouched = (await database.sql<{ id: number }>('select id from match order by kickoff_at desc limit 15')).map(
    ({ id }) => id,
  );
});
afterAll(async () => {
  await trainer?.close();
  await database?.drop();
});

/** As somebody with all rights could do it, past the triggers. */
const tamper = (sql: string): Promise<unknown> =>
  database.sql(`begin; set local session_replication_role = replica; ${sql}; commit`);

async function idsOf(matchId: number): Promise<number[]> {
  const stored = await storedPredictions(database);
  return stored.filter(({ match_id }) => match_id === matchId).map(({ id }) => id);
}

describe('the chain of a match', () => {
  it('is intact as stored', async () => {
    for (const matchId of untouched) {
      expect(await trainer.predictions.verifyChain(matchId)).toEqual({ intact: true, length: 4, brokenAt: null });
    }
    expect(await trainer.predictions.verifyChain(2_000_000)).toEqual({ intact: true, length: 0, brokenAt: null });
  });

  it.each([
    ['the distribution', `distribution = jsonb_set(distribution, '{home}', '2.5')`],
    ['the moment', `as_of = as_of - interval '1 microsecond'`],
    ['the claim to have been published', 'published_before_kickoff = not published_before_kickoff'],
    ['the inputs', `inputs_digest = repeat('0', 64)`],
    ['the hash', `hash = repeat('0', 64)`],
    ['the model', 'model_version_id = (select max(id) from model_version)'],
  ])('is broken by changing %s', async (_, change) => {
    const matchId = untouched.pop()!;
    const id = (await idsOf(matchId))[1];
    await tamper(`update prediction set ${change} where id = ${id}`);
    expect(await trainer.predictions.verifyChain(matchId)).toEqual({ intact: false, length: 4, brokenAt: id });
  });

  it.each([
    [0, 1],
    [1, 2],
    [2, 3],
  ])('is broken by taking out row %i', async (taken, brokenAt) => {
    const matchId = untouched.pop()!;
    const ids = await idsOf(matchId);
    await tamper(`delete from prediction where id = ${ids[taken]}`);
    expect(await trainer.predictions.verifyChain(matchId)).toEqual({
      intact: false,
      length: 3,
      brokenAt: ids[brokenAt],
    });
  });

  it('is broken by a row of another match', async () => {
    const [matchId, other] = [untouched.pop(), untouched.pop()];
    await tamper(`delete from prediction where match_id = ${matchId}`);
    await tamper(
      `insert into prediction (match_id, model_version_id, distribution, inputs_digest, as_of, published_before_kickoff, hash)
       select ${matchId}, model_version_id, distribution, inputs_digest, as_of, published_before_kickoff, hash
       from prediction where match_id = ${other} and previous_hash is null`,
    );
    expect(await trainer.predictions.verifyChain(matchId!)).toMatchObject({ intact: false, length: 1 });
  });

  it('cannot be broken by an ordinary update', async () => {
    await expect(database.sql('update prediction set as_of = now()')).rejects.toThrow('never changed');
  });
});
