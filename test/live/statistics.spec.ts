import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MatchStatisticsService, type PlayRow, PlaysService } from '#modules/plays/index.js';
import { KeptStatistics } from '#modules/plays/kept-statistics.js';
import { StatisticsRepository } from '#modules/plays/statistics.repository.js';
import { bootApp, type TestApp } from '../support/app.js';
import { until } from '../support/feed.js';
import { createMatch } from '../support/fixtures.js';
import { statementsOf } from '../graphql/statements.js';

let test: TestApp;
let plays: PlaysService;
let statistics: MatchStatisticsService;
beforeAll(async () => {
  test = await bootApp();
  plays = test.app.get(PlaysService);
  statistics = test.app.get(MatchStatisticsService);
});
afterAll(() => test.close());

const inRequest = <T>(work: () => Promise<T>): Promise<T> => RequestContext.create(test.app.get(MikroORM).em, work);

interface Game {
  matchId: number;
  homeId: number;
  awayId: number;
  /** Two players of the match of each team. */
  home: number[];
  away: number[];
}

async function game(): Promise<Game> {
  const match = await createMatch(test.database);
  const roster = async (teamId: number) =>
    (
      await test.database.sql<{ id: number }>(
        'insert into player_match (match_id, team_id, match_number) values ($1, $2, 1), ($1, $2, 2) returning id',
        [match.matchId, teamId],
      )
    ).map(({ id }) => id);
  return { ...match, home: await roster(match.homeId), away: await roster(match.awayId) };
}

const run = (g: Game, eventNumber: number, ballOn: number, ballMovedTo: number): Partial<PlayRow> => ({
  matchId: g.matchId,
  eventNumber,
  eventQtr: 1,
  eventDown: 1,
  eventDistance: 10,
  offenseTeam: g.homeId,
  ballOn,
  ballMovedTo,
  playType: 'run',
  playResult: 'gain',
  runPlayer: g.home[0]!,
  tacklePlayer: g.away[0]!,
});
const record = (values: Partial<PlayRow>) => inRequest(() => plays.record(values));
const get = (matchId: number) => inRequest(() => statistics.get(matchId));
/** Counted from nothing, past everything that is kept. */
const recount = (matchId: number) =>
  inRequest(
    async () =>
      new KeptStatistics((await test.app.get(StatisticsRepository).sources([matchId])).get(matchId)!).document,
  );

describe('statistics of a match', () => {
  it('that are kept are asked for by many at once with a statement or two, and by a transaction for itself', async () => {
    const g = await game();
    await get(g.matchId);
    const asked = async (work: () => Promise<unknown>) => (await statementsOf(work)).length;
    const many = await asked(() => Promise.all(Array.from({ length: 20 }, () => get(g.matchId))));
    expect(many).toBeGreaterThan(0);
    expect(many).toBeLessThanOrEqual(2);
    const { em } = test.app.get(MikroORM);
    const readAlone = () => inRequest(() => em.transactional(() => statistics.get(g.matchId)));
    const source = (await statementsOf(readAlone)).filter((sql) => sql.includes('"homeId"'));
    expect(source).toHaveLength(1);
  });

  it('of several matches know nothing of what a transaction took back', async () => {
    const g = await game();
    const list = async () => (await statistics.listByMatches([g.matchId])).get(g.matchId)!;
    const { em } = test.app.get(MikroORM);
    const takenBack = inRequest(() =>
      em.transactional(async () => {
        await plays.record(run(g, 1, 25, 32));
        expect((await list()).document.home.team.runYards).toBe(7);
        throw new Error('taken back');
      }),
    );
    await expect(takenBack).rejects.toThrow('taken back');
    expect((await inRequest(list)).document.home.team.runYards).toBe(0);
    await record(run(g, 1, 25, 30));
    expect((await inRequest(list)).document.home.team.runYards).toBe(5);
  });

  it('follow its plays, corrections and deletions', async () => {
    const g = await game();
    expect((await get(g.matchId)).document.home.team.runYards).toBe(0);
    await record(run(g, 1, 25, 32));
    const second = await record(run(g, 2, 32, 35));
    expect((await get(g.matchId)).document.home).toMatchObject({
      teamId: g.homeId,
      team: { runAttempts: 2, runYards: 10 },
      offence: { [g.home[0]!]: { runAttempts: 2, runYards: 10, yardsPerRun: 5 } },
    });
    await inRequest(() => plays.correct(second.id, { ballMovedTo: 40 }));
    expect((await get(g.matchId)).document.home.team.runYards).toBe(15);
    await inRequest(() => plays.void(second.id));
    expect((await get(g.matchId)).document.home.team.runYards).toBe(7);
  });

  it('follow what another program writes', async () => {
    const g = await game();
    await get(g.matchId);
    await test.database.sql(
      `insert into football_event (match_id, event_number, offense_team, play_type, play_result, distance_on_offence)
       values ($1, 1, $2, 'run', 'run', 9)`,
      [g.matchId, g.awayId],
    );
    expect((await get(g.matchId)).document.away.team.runYards).toBe(9);
  });

  it('are of the version they say, and nothing is read again while nothing happens', async () => {
    const g = await game();
    const first = await get(g.matchId);
    expect((await get(g.matchId)).document).toBe(first.document);
    await test.database.sql('update match set attendance = 5 where id = $1', [g.matchId]);
    const after = await get(g.matchId);
    expect(after.version).toBe(first.version + 1);
    expect(after.document).toBe(first.document);
  });

  it('change their reading of all positions when the first of a signed field appears', async () => {
    const g = await game();
    await record(run(g, 1, 25, 32));
    expect((await get(g.matchId)).document.home.team.runYards).toBe(7);
    await record(run(g, 2, -20, -30));
    // On a signed field, from 25 to 32 of the opponent's half was a loss.
    expect((await get(g.matchId)).document.home.team.runYards).toBe(3);
  });

  it('are asked for by many at once while plays come in, and end equal to a recount', async () => {
    const g = await game();
    for (let n = 1; n <= 30; n++) {
      await Promise.all([record(run(g, n, 25, 25 + (n % 9))), get(g.matchId), get(g.matchId), get(g.matchId)]);
    }
    expect((await get(g.matchId)).document).toEqual(await recount(g.matchId));
  });

  it('exist for a match that does', async () => {
    await expect(get(999_999)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

it('statistics brought up to date play by play equal those counted from nothing', async () => {
  const g = await game();
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('add' as const), to: fc.integer({ min: -40, max: 60 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('insert' as const), to: fc.integer({ min: 1, max: 60 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('correct' as const), to: fc.integer({ min: 1, max: 60 }) }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'void' as const, to: 0 }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      for (const { kind, to } of steps) {
        const existing = await inRequest(() => plays.listByMatch(g.matchId));
        const one = existing[Math.trunc(existing.length / 2)];
        const last = existing.at(-1)?.eventNumber ?? 0;
        if (kind === 'add') await record(run(g, last + 1, 30, to));
        else if (kind === 'insert') await record(run(g, Math.trunc(last / 2), 30, to));
        else if (one !== undefined && kind === 'correct')
          await inRequest(() => plays.correct(one.id, { ballMovedTo: to }));
        else if (one !== undefined) await inRequest(() => plays.void(one.id));
        expect((await get(g.matchId)).document).toEqual(await recount(g.matchId));
      }
    }),
    { numRuns: 25 },
  );
});

describe('figures set by hand', () => {
  const edit = (g: Game, value: number, at: Date, path = 'home.team.runYards') =>
    inRequest(() => statistics.override(g.matchId, [{ path, value }], { userId: null, at }));

  it('stay as set when plays follow', async () => {
    const g = await game();
    await record(run(g, 1, 25, 32));
    expect((await edit(g, 99, new Date(1_000))).document.home.team.runYards).toBe(99);
    await record(run(g, 2, 32, 35));
    expect((await get(g.matchId)).document.home.team).toMatchObject({ runYards: 99, runAttempts: 2 });
  });

  it('are refused when they are not newer than the last', async () => {
    const g = await game();
    await edit(g, 10, new Date(2_000));
    await expect(edit(g, 11, new Date(2_000))).rejects.toMatchObject({ code: 'STATISTICS_OUTDATED' });
    await expect(edit(g, 12, new Date(1_999))).rejects.toMatchObject({ kind: 'conflict' });
    expect((await get(g.matchId)).document.home.team.runYards).toBe(10);
    expect((await edit(g, 13, new Date(2_001))).document.home.team.runYards).toBe(13);
  });

  it('tomorrow, by a clock that is wrong, do not lock out everybody until then', async () => {
    const g = await game();
    await edit(g, 10, new Date('9999-12-31T23:59:59Z'));
    const [{ at }] = await test.database.sql<{ at: Date }>(
      'select client_timestamp as at from stat_override where match_id = $1',
      [g.matchId],
    );
    expect(at.getTime()).toBeLessThanOrEqual(Date.now() + 2_000);
    await until(() => Date.now() > at.getTime());
    expect((await edit(g, 11, new Date())).document.home.team.runYards).toBe(11);
  });

  it('name a figure that there is, or nothing of the edit is kept', async () => {
    const g = await game();
    const figures = [
      { path: 'home.team.runYards', value: 5 },
      { path: 'home.team.teamwork', value: 5 },
    ];
    await expect(
      inRequest(() => statistics.override(g.matchId, figures, { userId: null, at: new Date() })),
    ).rejects.toMatchObject({ kind: 'invalid' });
    expect((await get(g.matchId)).document.home.team.runYards).toBe(0);
  });

  it('of many editors at once end as one of the accepted edits, which the journal has', async () => {
    const g = await game();
    const edits = Array.from({ length: 20 }, (_, n) => edit(g, n, new Date(10_000 + ((n * 7) % 20))));
    const accepted = (await Promise.allSettled(edits)).filter(({ status }) => status === 'fulfilled').length;
    const journal = await test.database.sql<{ data: { value: number } }>(
      `select data from match_journal where match_id = $1 and entity = 'stat_override' order by version`,
      [g.matchId],
    );
    expect(journal).toHaveLength(accepted);
    expect((await get(g.matchId)).document.home.team.runYards).toBe(journal.at(-1)!.data.value);
  });
});

describe('a play', () => {
  it('names what exists', async () => {
    const g = await game();
    await expect(record({ ...run(g, 1, 2, 3), runPlayer: 999_999 })).rejects.toMatchObject({
      kind: 'conflict',
      params: { field: 'runPlayer', id: 999_999 },
    });
    await expect(record({ ...run(g, 1, 2, 3), matchId: 999_999 })).rejects.toMatchObject({ kind: 'conflict' });
    await expect(record({ eventNumber: 1 })).rejects.toMatchObject({ kind: 'invalid' });
    await expect(inRequest(() => plays.correct(999_999, {}))).rejects.toMatchObject({ kind: 'not-found' });
    await expect(inRequest(() => plays.void(999_999))).rejects.toMatchObject({ kind: 'not-found' });
  });
});
