import { RequestContext } from '@mikro-orm/postgresql';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { StaleInputs } from '../../src/modules/predictions/prediction-store.repository.js';
import type { ModelVersionDraft } from '../../src/modules/predictions/prediction.row.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { createLeague, type League, openTrainer, storedPredictions, type Trainer } from './league.js';

const MS_PER_DAY = 86_400_000;
const NOW = new Date('2024-09-20T12:00:00Z');
const clock = () => NOW;

let database: TestDatabase;
let trainer: Trainer;
let league: League;

/** Two whole seasons of 30 matches, and a third that is 12 days old. */
const SEASONS = [
  { year: 2022, firstDay: new Date('2022-08-06') },
  { year: 2023, firstDay: new Date('2023-08-05') },
  { year: 2024, firstDay: new Date('2024-09-08') },
];

beforeEach(async () => {
  database = await createTestDatabase();
  trainer = await openTrainer(database);
  league = await createLeague(database, { seasons: SEASONS, now: NOW });
  return async () => {
    await trainer.close();
    await database.drop();
  };
});

async function matches(condition: string): Promise<{ id: number; kickoff_at: Date; score_home: number }[]> {
  return database.sql(`select id, kickoff_at, score_home from match where ${condition} order by kickoff_at, id`);
}

async function changeResult(matchId: number): Promise<void> {
  await database.sql('update match set score_home = score_home + 3 where id = $1', [matchId]);
}

describe('storing', () => {
  it('once, when two processes train at the same time', async () => {
    const other = await openTrainer(database);
    try {
      const counts = await Promise.all([trainer.training.trainAll(clock), other.training.trainAll(clock)]);
      expect(counts[0].predictions + counts[1].predictions).toBe(90);
      expect(await storedPredictions(database)).toHaveLength(90);
      expect(await database.sql('select from model_version')).toHaveLength(3);
    } finally {
      await other.close();
    }
  });

  it('can be stopped and finished later', async () => {
    const stop = new AbortController();
    const stopped = trainer.training.train({
      clock,
      signal: stop.signal,
      onProgress: ({ done }) => void (done === 45 && stop.abort(new Error('enough'))),
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(await storedPredictions(database)).toHaveLength(30);
    await trainer.training.train({ clock });
    expect(await storedPredictions(database)).toHaveLength(90);
  });

  it('refuses what was learnt from results that have changed since, and starts again', async () => {
    const { store, orm } = trainer;
    await RequestContext.create(orm.em, async () => {
      const version: ModelVersionDraft = {
        modelId: 'dixon-coles',
        version: '0123456789ab',
        tournamentId: league.tournamentIds[0],
        options: {},
        params: {},
        trainedFrom: null,
        trainedTo: null,
        trainedOn: 0,
        evaluation: null,
      };
      const before = await store.fingerprint(league.competitionId);
      await changeResult((await matches(`status = 'finished'`))[0].id);
      await expect(store.store(league.competitionId, before, version, [], NOW)).rejects.toThrow(StaleInputs);
    });
    expect(await database.sql('select from model_version')).toEqual([]);

    // A result that arrives between two reads, once.
    const { fingerprint } = store;
    vi.spyOn(store, 'fingerprint').mockImplementationOnce(async (competitionId) => {
      const digest = await fingerprint.call(store, competitionId);
      await changeResult((await matches(`status = 'finished'`))[0].id);
      return digest;
    });
    const trained = await trainer.training.train({ clock });
    expect(store.fingerprint).toHaveBeenCalledTimes(2);
    expect(trained).toHaveLength(3);
    expect(await trainer.training.trainAll(clock)).toMatchObject({ predictions: 0 });
  });

  it('publishes nothing for a match that has begun meanwhile', async () => {
    const [next] = await matches(`status = 'scheduled'`);
    const times = [NOW, NOW, new Date(next.kickoff_at.getTime() + 1000)];
    await trainer.training.train({
      tournamentId: league.tournamentIds[2],
      clock: () => times.shift() ?? times[0] ?? NOW,
    });
    const stored = await storedPredictions(database);
    expect(stored.some(({ published_before_kickoff }) => published_before_kickoff)).toBe(true);
    for (const { published_before_kickoff, kickoff_at } of stored) {
      if (published_before_kickoff) expect(kickoff_at > next.kickoff_at).toBe(true);
    }
  });

  it('leaves what was published, when the match is over', async () => {
    await trainer.training.train({ clock });
    const [next] = await matches(`status = 'scheduled'`);
    await database.sql(`update match set status = 'finished', score_home = 2, score_away = 2 where id = $1`, [next.id]);
    const later = new Date(next.kickoff_at.getTime() + 2 * MS_PER_DAY);
    await trainer.training.train({ clock: () => later });
    const ofMatch = (await storedPredictions(database)).filter(({ match_id }) => match_id === next.id);
    expect(ofMatch).toHaveLength(1);
    const latest = await RequestContext.create(trainer.orm.em, () => trainer.predictions.latestForMatches([next.id]));
    expect(latest.get(next.id)).toMatchObject({
      id: ofMatch[0].id,
      publishedBeforeKickoff: true,
      modelId: 'dixon-coles',
    });
  });
});
