import { beforeEach, describe, expect, it } from 'vitest';
import { DIXON_COLES_DEFAULTS, dixonColes } from '#core/models/dixon-coles.js';
import { toObservations } from '#core/models/goal-observations.js';
import { MarketBook } from '#core/models/market-book.js';
import { outcomeOf, rankedProbabilityScore } from '#core/stats/scoring-rules.js';
import type { ModelEvaluation } from '../../src/modules/predictions/model-evaluation.js';
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

/** At half past ten on the eve of a Tuesday or Friday. */
function atMidnight({ kickoff_at }: { kickoff_at: Date }): boolean {
  return kickoff_at.getUTCHours() === 22 && [1, 4].includes(kickoff_at.getUTCDay());
}

describe('training', () => {
  it('stores one model per season and one prediction per match, and nothing the second time', async () => {
    const trained = await trainer.training.train({ clock });
    expect(trained.map(({ season, newPredictions, newVersion }) => [season, newPredictions, newVersion])).toEqual([
      [2022, 30, true],
      [2023, 30, true],
      [2024, 30, true],
    ]);
    const stored = await storedPredictions(database);
    expect(new Set(stored.map(({ match_id }) => match_id)).size).toBe(90);

    const tomorrow = new Date(NOW.getTime() + MS_PER_DAY / 2);
    for (const again of [clock, () => tomorrow]) {
      const repeated = await trainer.training.train({ clock: again });
      expect(repeated.map(({ newPredictions, newVersion }) => [newPredictions, newVersion])).toEqual([
        [0, false],
        [0, false],
        [0, false],
      ]);
      expect(repeated.map(({ evaluation }) => evaluation)).toEqual(trained.map(({ evaluation }) => evaluation));
    }
    expect(await trainer.training.trainAll(clock)).toEqual({ tournaments: 3, predictions: 0 });
  });

  it('publishes what is to come as of now, and dates what is past to the Tuesday or Friday before', async () => {
    await trainer.training.train({ clock });
    const stored = await storedPredictions(database);
    const [published, record] = [true, false].map((flag) =>
      stored.filter((row) => row.published_before_kickoff === flag),
    );
    expect(published).toHaveLength((await matches(`status = 'scheduled'`)).length);
    for (const { as_of, kickoff_at } of published) {
      expect(as_of).toEqual(NOW);
      expect(kickoff_at > NOW).toBe(true);
    }
    expect(record).toHaveLength((await matches(`status = 'finished'`)).length);
    for (const { as_of, kickoff_at } of record) {
      expect(as_of.getTime() % MS_PER_DAY).toBe(0);
      expect([2, 5]).toContain(as_of.getUTCDay());
      expect(as_of <= kickoff_at && kickoff_at.getTime() - as_of.getTime() < 4 * MS_PER_DAY).toBe(true);
    }
  });

  it('gives what a fit on the results known by then gives, to the last bit', async () => {
    await trainer.training.train({ clock });
    const stored = await storedPredictions(database);
    const rows = await database.sql<{
      id: number;
      season: number;
      home: number;
      away: number;
      kickoff_at: Date;
      score_home: number | null;
      score_away: number | null;
    }>(
      `select m.id, e.year as season, team_a_id as home, team_b_id as away, kickoff_at, score_home, score_away
       from match m join tournament t on t.id = m.tournament_id join season e on e.id = t.season_id order by m.id`,
    );
    const THREE_HOURS = MS_PER_DAY / 8;
    for (const row of rows.filter((_, n) => n % 7 === 3)) {
      const prediction = stored.find(({ match_id }) => match_id === row.id)!;
      const known = rows.filter(
        ({ kickoff_at, score_home }) =>
          score_home !== null && kickoff_at.getTime() + THREE_HOURS <= prediction.as_of.getTime(),
      );
      const dayKnown = ({ kickoff_at }: { kickoff_at: Date }): number =>
        Math.floor((kickoff_at.getTime() + THREE_HOURS) / MS_PER_DAY);
      const observations = toObservations(
        known
          .toSorted((a, b) => dayKnown(a) - dayKnown(b) || a.id - b.id)
          .map((match) => ({
            day: dayKnown(match),
            season: match.season,
            home: match.home,
            away: match.away,
            homeGoals: match.score_home!,
            awayGoals: match.score_away!,
          })),
      );
      const asOfDay = prediction.published_before_kickoff
        ? Math.max(...known.map(dayKnown)) + 1
        : prediction.as_of.getTime() / MS_PER_DAY;
      const roster = rows.filter(({ season }) => season === row.season).flatMap(({ home, away }) => [home, away]);
      const params = dixonColes.fit(observations, { asOfDay, season: row.season, roster }, DIXON_COLES_DEFAULTS);
      expect(prediction.distribution).toEqual(dixonColes.predict(params, row));
    }
  });

  it('never lets a result change a prediction of its own day or before', async () => {
    await trainer.training.train({ clock });
    const before = await storedPredictions(database);
    const played = await matches(`status = 'finished'`);
    // Those still being played when the others of the next day are predicted are the ones to be careful with.
    const late = played.filter(atMidnight);
    expect(late.length).toBeGreaterThan(4);
    for (const match of [...late, ...played.filter((_, n) => n % 10 === 0)]) {
      await changeResult(match.id);
      await trainer.training.train({ clock });
      const all = await storedPredictions(database);
      const fresh = all.slice(before.length);
      const endOfMatch = match.kickoff_at.getTime() + 3 * 3_600_000;
      for (const { as_of } of fresh) expect(as_of.getTime()).toBeGreaterThanOrEqual(endOfMatch);
      // All that could know of it are made again.
      const newest = new Map(before.map((row) => [row.match_id, row]));
      const later = [...newest.values()].filter(
        (row) => row.as_of.getTime() >= endOfMatch && !(row.published_before_kickoff && row.kickoff_at < NOW),
      );
      expect(new Set(fresh.map(({ match_id }) => match_id))).toEqual(new Set(later.map(({ match_id }) => match_id)));
      before.push(...fresh);
    }
    expect(before.length).toBeGreaterThan(300);
    for (const { id } of await matches('true')) {
      expect(await trainer.predictions.verifyChain(id)).toMatchObject({ intact: true });
    }
  });

  it('evaluates the stored predictions of each season', async () => {
    const trained = await trainer.training.train({ clock });
    const stored = await storedPredictions(database);
    const results = new Map(
      (
        await database.sql<{ id: number; h: number; a: number }>(
          `select id, score_home as h, score_away as a from match where status = 'finished'`,
        )
      ).map(({ id, h, a }) => [id, outcomeOf(h, a)]),
    );
    for (const { tournamentId, evaluation } of trained) {
      const scored = stored.filter((row) => row.tournament_id === tournamentId && results.has(row.match_id));
      const losses = scored.map(({ match_id, distribution }) =>
        rankedProbabilityScore(MarketBook.of(distribution).matchWinner(), results.get(match_id)!),
      );
      expect(evaluation?.matches).toBe(scored.length);
      expect(evaluation?.model.rps).toBeCloseTo(losses.reduce((sum, loss) => sum + loss, 0) / losses.length, 12);
      expect(evaluation?.uniform.logLoss).toBeCloseTo(Math.log(3), 12);
    }
    const versions = await database.sql<{ evaluation: ModelEvaluation; trained_on: number; trained_to: Date }>(
      'select evaluation, trained_on, trained_to from model_version order by id',
    );
    expect(versions.map(({ evaluation }) => evaluation)).toEqual(trained.map(({ evaluation }) => evaluation));
    expect(versions.map(({ trained_on }) => trained_on)).toEqual([30, 60, 69]);
    expect(versions[0].trained_to).toEqual(
      (await matches(`tournament_id = ${league.tournamentIds[0]}`)).at(-1)?.kickoff_at,
    );
  });

  it('does not learn from awarded matches, and leaves other sports alone', async () => {
    const [{ id }] = await matches(`tournament_id = ${league.tournamentIds[0]}`);
    await database.sql(`update match set status = 'awarded' where id = $1`, [id]);
    const football = await createLeague(database, {
      title: 'Gridiron',
      sport: 'american-football',
      seasons: [SEASONS[0]],
      now: NOW,
    });
    const trained = await trainer.training.train({ clock });
    expect(trained.map(({ competitionId }) => competitionId)).not.toContain(football.competitionId);
    expect(trained[0].evaluation?.matches).toBe(29);
    await changeResult(id);
    expect(await trainer.training.trainAll(clock)).toMatchObject({ predictions: 0 });
  });

  it('takes only what is asked for', async () => {
    const other = await createLeague(database, { title: 'Other', seasons: [SEASONS[0]], now: NOW, seed: 'other' });
    const [only] = await trainer.training.train({ clock, tournamentId: league.tournamentIds[1] });
    expect(only).toMatchObject({ tournamentId: league.tournamentIds[1], newPredictions: 30 });
    const trained = await trainer.training.train({ clock, competitionId: other.competitionId });
    expect(trained.map(({ tournamentId }) => tournamentId)).toEqual(other.tournamentIds);
    expect(await storedPredictions(database)).toHaveLength(60);
  });

  it('reports every match once', async () => {
    const seen: number[] = [];
    await trainer.training.train({
      clock,
      onProgress({ done, total }) {
        expect(total).toBe(90);
        seen.push(done);
      },
    });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(90);
  });
});
