import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlayRow, PlaysService } from '#modules/plays/index.js';
import { PlaysRepository } from '#modules/plays/plays.repository.js';
import { bootApp, type TestApp } from '../support/app.js';
import { createMatch } from '../support/fixtures.js';
import { statementsOf } from '../graphql/statements.js';

let test: TestApp;
let plays: PlaysService;
beforeAll(async () => {
  test = await bootApp();
  plays = test.app.get(PlaysService);
});
afterAll(() => test.close());

const inRequest = <T>(work: () => Promise<T>): Promise<T> => RequestContext.create(test.app.get(MikroORM).em, work);
const list = (matchId: number) => inRequest(() => plays.listByMatch(matchId));
/** Past everything that is kept. */
const stored = async (matchId: number) =>
  (await inRequest(() => test.app.get(PlaysRepository).listByMatch(matchId)))?.plays ?? [];
const record = (matchId: number, eventNumber: number | null, ballOn = 20) =>
  inRequest(() => plays.record({ matchId, eventNumber, ballOn, credits: [], eventHash: 'é"\\', isFumble: false }));

describe('plays of a match that are kept', () => {
  it('are told without reading them again, and those that have not changed are the same objects', async () => {
    const { matchId } = await createMatch(test.database);
    await record(matchId, 1);
    const second = await record(matchId, 2);
    const before = await list(matchId);
    expect(before).toHaveLength(2);
    const statements = await statementsOf(async () => expect(await list(matchId)).toBe(before));
    expect(statements).toHaveLength(1);
    expect(statements[0]).not.toContain('football_event');
    await inRequest(() => plays.correct(second.id, { ballOn: 33 }));
    await record(matchId, 3);
    let after: readonly PlayRow[] = [];
    expect(await statementsOf(async () => void (after = await list(matchId)))).toHaveLength(1);
    expect(after.map(({ ballOn }) => ballOn)).toEqual([20, 33, 20]);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    expect(before[1].ballOn).toBe(20);
  });

  it('are read again after more changes than are sooner gone through', async () => {
    const { matchId } = await createMatch(test.database);
    await list(matchId);
    await record(matchId, 1);
    for (let n = 0; n < 200; n++)
      await test.database.sql('update match set attendance = $2 where id = $1', [matchId, n]);
    const statements = await statementsOf(async () => expect(await list(matchId)).toHaveLength(1));
    expect(statements.filter((sql) => sql.includes('football_event'))).toHaveLength(1);
  });

  it('are read again where the journal does not tell all that happened', async () => {
    const { matchId } = await createMatch(test.database);
    await list(matchId);
    await record(matchId, 1);
    await test.database.sql('delete from match_journal where match_id = $1', [matchId]);
    expect(await list(matchId)).toHaveLength(1);
  });

  it('know nothing of what a transaction took back', async () => {
    const { matchId } = await createMatch(test.database);
    await record(matchId, 1);
    await list(matchId);
    const { em } = test.app.get(MikroORM);
    const seen: (readonly PlayRow[])[] = [];
    const work = inRequest(() =>
      em.transactional(async () => {
        await plays.record({ matchId, eventNumber: 2 });
        seen.push(await plays.listByMatch(matchId));
        throw new Error('taken back');
      }),
    );
    await expect(work).rejects.toThrow('taken back');
    expect(seen[0]).toHaveLength(2);
    await record(matchId, 7);
    expect((await list(matchId)).map(({ eventNumber }) => eventNumber)).toEqual([1, 7]);
  });

  it('go with their match, and are not those of one that takes its id', async () => {
    const { matchId, homeId, awayId } = await createMatch(test.database);
    await record(matchId, 1);
    expect(await list(matchId)).toHaveLength(1);
    await test.database.sql('delete from match where id = $1', [matchId]);
    await test.database.sql('insert into match (id, team_a_id, team_b_id) values ($1, $2, $3)', [
      matchId,
      homeId,
      awayId,
    ]);
    expect(await list(matchId)).toEqual([]);
    await test.database.sql('delete from match where id = $1', [matchId]);
    expect(await list(matchId)).toEqual([]);
  });

  const step = fc.record({
    kind: fc.constantFrom('add', 'add', 'add', 'correct', 'renumber', 'void', 'move', 'rename', 'score'),
    which: fc.nat({ max: 30 }),
    number: fc.option(fc.integer({ min: 1, max: 12 })),
    asks: fc.boolean(),
  });

  it('equal those that are stored, whatever happens to them and whoever does it', async () => {
    const [{ matchId }, other] = [await createMatch(test.database), await createMatch(test.database)];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        for (const { kind, which, number, asks } of steps) {
          const existing = await stored(matchId);
          const id = existing[which % existing.length]?.id ?? 0;
          const run = (sql: string, ...values: unknown[]) => test.database.sql(sql, values);
          if (kind === 'add') await record(matchId, number, which);
          else if (kind === 'correct') await run('update football_event set ball_on = $2 where id = $1', id, which);
          else if (kind === 'renumber') {
            await run('update football_event set event_number = $2 where id = $1', id, number);
          } else if (kind === 'void') await run('delete from football_event where id = $1', id);
          else if (kind === 'move') {
            await run('update football_event set match_id = $2 where id = $1', id, other.matchId);
          } else if (kind === 'rename') await run('update football_event set id = id + 1000000 where id = $1', id);
          else await run('update match set attendance = $2 where id = $1', matchId, which);
          if (asks) expect(await list(matchId)).toEqual(await stored(matchId));
        }
        expect(await list(matchId)).toEqual(await stored(matchId));
        expect(await list(other.matchId)).toEqual(await stored(other.matchId));
      }),
      { numRuns: 25 },
    );
  });
});
