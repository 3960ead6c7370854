import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METRICS, type SampleRequest } from '#modules/analysis/index.js';
import { statementsOf } from '../graphql/statements.js';
import {
  ALL,
  type AnalysisBench,
  fixtures,
  lastPlayed,
  leagueSeasons,
  openAnalysis,
  type StoredFixture,
} from './analysis-league.js';

let bench: AnalysisBench;
let target: StoredFixture;

beforeAll(async () => {
  bench = await openAnalysis(leagueSeasons());
  target = await lastPlayed(bench.database);
});
afterAll(() => bench.close());

const statistics = (request: Partial<SampleRequest> = {}, id = target.public_id) =>
  bench.ask((analysis) => analysis.statistics(id, { ...ALL, ...request }));
const analyse = (request: Partial<SampleRequest> = {}, id = target.public_id) =>
  bench.ask((analysis) => analysis.analyse(id, { ...ALL, ...request }));

/** The journal's version moves with every change; nothing else may. */
const withoutVersion = <T extends { match: object }>(answer: T) => ({
  ...answer,
  match: { ...answer.match, version: 0 },
});

/** What the team played in the target's tournament before it, the latest first. */
async function pastOf(team: number): Promise<StoredFixture[]> {
  const all = await fixtures(bench.database);
  return all
    .filter((match) => match.tournament_id === target.tournament_id && match.status === 'finished')
    .filter((match) => match.kickoff_at < target.kickoff_at && match.id !== target.id)
    .filter((match) => match.team_a_id === team || match.team_b_id === team)
    .toReversed();
}

describe('samples', () => {
  it('are the latest matches of each team before the kickoff', async () => {
    const { home, away, sampleSize, enoughMatches } = await statistics({ limit: 5 });
    for (const side of [home, away]) {
      const past = await pastOf(side.team.id);
      expect(side.sample.map(({ id }) => id)).toEqual(past.slice(0, 5).map(({ id }) => id));
      expect(side.sampleSize).toBe(5);
    }
    expect(sampleSize).toBe(5);
    expect(enoughMatches).toBe(true);
  });

  it('hold what there is when there is less than asked for', async () => {
    const { home, away, sampleSize } = await statistics({ limit: 50 });
    expect(home.sampleSize).toBe((await pastOf(home.team.id)).length);
    expect(sampleSize).toBe(Math.min(home.sampleSize, away.sampleSize));
    expect(sampleSize).toBeLessThan(50);
  });

  it('can be of home or away matches only, each side by itself', async () => {
    const { home, away } = await statistics({ homeVenue: 'home', awayVenue: 'away' });
    const played = await fixtures(bench.database);
    const byId = new Map(played.map((match) => [match.id, match]));
    expect(home.sample.every(({ id }) => byId.get(id)!.team_a_id === home.team.id)).toBe(true);
    expect(away.sample.every(({ id }) => byId.get(id)!.team_b_id === away.team.id)).toBe(true);
    const all = await statistics({ homeVenue: 'away' });
    expect(all.home.sampleSize + home.sampleSize).toBe((await statistics()).home.sampleSize);
    expect(all.away).toEqual((await statistics()).away);
  });

  it('weigh matches by age', async () => {
    const { home } = await statistics();
    const [latest] = await pastOf(home.team.id);
    const days = (target.kickoff_at.getTime() - latest.kickoff_at.getTime()) / 86_400_000;
    expect(home.sample[0].weight).toBeCloseTo(Math.exp(-0.0065 * days), 9);
  });

  it('give the weighted means and variations of what was counted', async () => {
    const { home } = await statistics({ limit: 10 });
    const lines = await bench.database.sql<{ match_id: number; corners: number; theirs: number }>(
      `select l.match_id, l.corners, o.corners as theirs from match_stat_line l
       join match_stat_line o on o.match_id = l.match_id and o.period = l.period and o.team_id <> l.team_id
       where l.team_id = $1 and l.period = 'full'`,
      [home.team.id],
    );
    const byMatch = new Map(lines.map((line) => [line.match_id, line]));
    const weight = home.sample.reduce((sum, match) => sum + match.weight, 0);
    const mean = (value: (line: { corners: number; theirs: number }) => number) =>
      home.sample.reduce((sum, match) => sum + match.weight * value(byMatch.get(match.id)!), 0) / weight;
    const corners = mean((line) => line.corners);
    const deviation = Math.sqrt(mean((line) => (line.corners - corners) ** 2));
    expect(home.metrics.corners.for.mean).toBeCloseTo(corners, 9);
    expect(home.metrics.corners.for.cv).toBeCloseTo(deviation / corners, 9);
    expect(home.metrics.corners.against.mean).toBeCloseTo(
      mean((line) => line.theirs),
      9,
    );
    expect(home.metrics.corners.for.observations).toBe(10);
  });

  it('tell the form, the latest result first', async () => {
    const { home } = await statistics({ limit: 5 });
    const results = (await pastOf(home.team.id)).slice(0, 5).map((match) => {
      const difference = (match.score_home! - match.score_away!) * (match.team_a_id === home.team.id ? 1 : -1);
      return difference > 0 ? 'W' : difference < 0 ? 'L' : 'D';
    });
    expect(home.recentForm).toEqual(results);
  });

  it('are empty at the start of a competition, which is no error', async () => {
    const [first] = await fixtures(bench.database);
    const analysis = await analyse({}, first.public_id);
    expect(analysis).toMatchObject({ sampleSize: 0, enoughMatches: false, headToHead: null });
    expect(analysis.home.metrics.goals.for).toMatchObject({ mean: null, cv: null, rating: null, observations: 0 });
    expect(analysis.context.home).toEqual({ restDays: null, matchesIn7Days: 0, matchesIn14Days: 0, standing: null });
    expect(analysis.expected.goals.home.value).toBeCloseTo(1.522, 6);
    expect(analysis.expected.goals.total.confidence).toBeLessThan((await analyse()).expected.goals.total.confidence);
  });
});

describe('halves', () => {
  it('count the half, and add up to the whole', async () => {
    const [full, first, second] = [
      await statistics(),
      await statistics({ period: 'first_half' }),
      await statistics({ period: 'second_half' }),
    ];
    for (const metric of METRICS) {
      const mean = ({ home }: typeof full) => home.metrics[metric].for.mean!;
      expect(mean(first) + mean(second)).toBeCloseTo(mean(full), 9);
      expect(first.periods[metric]).toBe('first_half');
    }
    expect(first.context.adjustments).toEqual([]);
  });

  it('use the half-time means of the competition', async () => {
    const [full, first, second] = [
      await analyse(),
      await analyse({ period: 'first_half' }),
      await analyse({ period: 'second_half' }),
    ];
    for (const metric of METRICS) {
      const total = first.expected[metric].total.value + second.expected[metric].total.value;
      expect(Math.abs(total / full.expected[metric].total.value - 1)).toBeLessThan(0.15);
    }
    expect(first.overUnder.goals.distribution).toBe('poisson');
  });
});

describe('context', () => {
  it('counts rest in days of Sao Paulo, over all competitions', async () => {
    const { home, context } = await statistics();
    const past = await pastOf(home.team.id);
    const [latest] = past;
    const day = (moment: Date) =>
      Date.parse(new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Sao_Paulo' }).format(moment)) / 86_400_000;
    expect(context.home.restDays).toBe(day(target.kickoff_at) - day(latest.kickoff_at));
    const [{ id }] = await bench.database.sql<{ id: number }>(
      `insert into match (team_a_id, team_b_id, match_date, status) values ($1, $2, $3, 'scheduled') returning id`,
      [
        home.team.id,
        past.find((match) => match.team_a_id !== home.team.id)!.team_a_id,
        new Date(target.kickoff_at.getTime() - 2 * 86_400_000),
      ],
    );
    try {
      expect((await statistics()).context.home).toMatchObject({
        restDays: 2,
        matchesIn7Days: context.home.matchesIn7Days + 1,
        matchesIn14Days: context.home.matchesIn14Days + 1,
      });
      await bench.database.sql(`update match set status = 'postponed' where id = $1`, [id]);
      expect((await statistics()).context).toEqual(context);
    } finally {
      await bench.database.sql('delete from match where id = $1', [id]);
    }
  });

  it('tells the table, the meetings and the referee as they were', async () => {
    const { home, away, context, headToHead, referee } = await statistics();
    const all = (await fixtures(bench.database)).filter(
      (match) => match.status === 'finished' && match.kickoff_at < target.kickoff_at,
    );
    const past = await pastOf(home.team.id);
    expect(context.home.standing!.played).toBe(past.length);
    const meetings = all.filter((match) =>
      [match.team_a_id, match.team_b_id].every((team) => team === home.team.id || team === away.team.id),
    );
    expect(headToHead).toMatchObject({
      matches: meetings.length,
      meanGoals: meetings.reduce((sum, match) => sum + match.score_home! + match.score_away!, 0) / meetings.length,
    });
    expect(headToHead!.homeWins + headToHead!.draws + headToHead!.awayWins).toBe(meetings.length);
    const led = all.filter((match) => match.referee === target.referee && match.tournament_id === target.tournament_id);
    expect(referee).toMatchObject({ name: target.referee, matches: led.length, seasonMatches: led.length });
    expect(referee!.meanYellowCards).toBeGreaterThan(0);
  });
});

describe('analysis', () => {
  it('gives the same answer to the same request, and another to another', async () => {
    const once = await analyse({ limit: 10 });
    expect(await analyse({ limit: 10 })).toEqual(once);
    expect((await analyse({ limit: 5 })).overUnder).not.toEqual(once.overUnder);
  });

  it('has totals that are the sum of the sides, and the statistics inside', async () => {
    const analysis = await analyse();
    for (const metric of METRICS) {
      const { home, away, total } = analysis.expected[metric];
      expect(home.value + away.value).toBeCloseTo(total.value, 12);
      const { mean, meanInterval, confidence, lines } = analysis.overUnder[metric];
      expect(mean).toBe(total.value);
      expect(confidence).toBe(total.confidence);
      expect(meanInterval.lower).toBeLessThan(mean);
      expect(meanInterval.upper).toBeGreaterThan(mean);
      expect(lines.length).toBeGreaterThanOrEqual(3);
    }
    const { expected: _e, overUnder: _o, ...rest } = analysis;
    const plain = await statistics();
    expect(rest).toEqual({ ...plain, context: { ...plain.context, adjustments: ['opponents', 'referee'] } });
  });

  it('is blind to the match itself and to everything after its kickoff', async () => {
    const all = (await fixtures(bench.database)).filter(
      (match) => match.tournament_id === target.tournament_id && match.status === 'finished',
    );
    const middle = all[Math.floor(all.length / 2)];
    const before = await analyse({}, middle.public_id);
    const later = all.filter((match) => match.kickoff_at >= middle.kickoff_at).map(({ id }) => id);
    expect(later.length).toBeGreaterThan(10);
    await bench.database.sql(
      'update match_stat_line set goals = 9, corners = 30, fouls = 40, yellow_cards = 9, shots = 50 where match_id = any($1)',
      [later],
    );
    await bench.database.sql('update match set score_home = 9, score_away = 0 where id = any($1)', [later]);
    const after = await analyse({}, middle.public_id);
    expect(withoutVersion({ ...after, match: { ...after.match, score: before.match.score } })).toEqual(
      withoutVersion(before),
    );
    // The same change is seen by a match that comes after.
    const [last] = all.slice(-1);
    expect((await analyse({}, last.public_id)).overUnder.corners.mean).toBeGreaterThan(before.overUnder.corners.mean);
  });
});

describe('statements', () => {
  it('are at most 4 for statistics and 7 for an analysis', async () => {
    expect((await statementsOf(() => statistics())).length).toBeLessThanOrEqual(4);
    expect((await statementsOf(() => statistics({ period: 'first_half' }))).length).toBeLessThanOrEqual(4);
    const sent = await statementsOf(() => analyse());
    expect(sent.length).toBeLessThanOrEqual(7);
    expect(sent.length).toBeGreaterThan(0);
  });
});
