import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADJUSTMENTS } from '../../src/modules/analysis/analysis.types.js';
import * as enums from '../../src/modules/analysis/match-analysis.enums.js';
import { AnalysisService, type MatchAnalysis, METRICS, type SampleRequest } from '../../src/modules/analysis/index.js';
import { CONFIDENCE_LEVELS } from '../../src/core/soccer/analysis/confidence.js';
import { CONSISTENCY_RATINGS } from '../../src/core/soccer/analysis/consistency.js';
import type { TestApp } from '../support/app.js';
import { until } from '../support/feed.js';
import { JournalListener } from '../../src/realtime/index.js';
import { bootLeagues, busiestDay, matchStatementsOf, storedMatches, type StoredMatch } from './analysis-days.js';
import { Fixtures } from './fixtures.js';

/** The document that clients start from; the type may gain fields and lose none. */
const DOCUMENTED = `analysis(sample: LAST_10, period: FULL, homeVenue: HOME, awayVenue: AWAY) {
  sampleSize home { metric for { mean cv rating } against { mean cv rating } }
  expected { metric home away total confidence }
  overUnder { metric distribution lines { line over under lower upper } } }`;
const EVERYTHING = `analysis { sampleSize enoughMatches
  home { metric period for { mean cv rating stability observations } against { mean } } away { metric for { mean } }
  homeSample { size form matches { date weight match { id home { name } } } } awaySample { size form }
  expected { metric home away total confidence confidenceLevel }
  overUnder { metric period distribution dispersion mean meanInterval { lower upper } countInterval { lower upper }
    confidence confidenceLevel lines { line over under lower upper uncertainty } }
  context { home { restDays matchesIn7Days matchesIn14Days standing { position points played goalDifference } }
    away { restDays } adjustments }
  headToHead { matches homeWins draws awayWins meanGoals }
  referee { name matches seasonMatches meanYellowCards seasonMeanYellowCards meanFouls } }`;

const DEFAULT: SampleRequest = { limit: 10, period: 'full', homeVenue: null, awayVenue: null };

let app: TestApp;
let target: StoredMatch;

beforeAll(async () => {
  app = await bootLeagues();
  await until(() => app.app.get(JournalListener).healthy);
  [target] = await busiestDay(app.database);
  await app.graphql('{ sports { id } }');
});
afterAll(() => app?.close());

interface Answer {
  match: { analysis: Record<string, unknown> | null };
}

async function ask(fields: string, id = target.id): Promise<Answer['match']['analysis']> {
  const { data, errors } = await app.graphql<Answer>(`query($id: ID!) { match(id: $id) { ${fields} } }`, { id });
  expect(errors).toBeUndefined();
  return data.match.analysis;
}

const service = (request: Partial<SampleRequest> = {}): Promise<MatchAnalysis> =>
  app.app.get(AnalysisService).analyse(target.public_id, { ...DEFAULT, ...request });

const nameOf = (names: Record<string, unknown>, value: unknown): string | undefined =>
  Object.keys(names).find((name) => names[name] === value);

describe('the analysis of a match', () => {
  it('is what the service says, for the document clients start from', async () => {
    const expected = await service({ homeVenue: 'home', awayVenue: 'away' });
    const metric = (of: string) => nameOf(enums.AnalysisMetricEnum, of);
    const summary = ({ mean, cv, rating }: MatchAnalysis['home']['metrics']['goals']['for']) => ({
      mean,
      cv,
      rating: nameOf(enums.ConsistencyRatingEnum, rating),
    });
    expect(expected.sampleSize).toBeGreaterThan(2);
    expect(await ask(DOCUMENTED)).toEqual({
      sampleSize: expected.sampleSize,
      home: METRICS.map((of) => ({
        metric: metric(of),
        for: summary(expected.home.metrics[of].for),
        against: summary(expected.home.metrics[of].against),
      })),
      expected: METRICS.map((of) => ({
        metric: metric(of),
        home: expected.expected[of].home.value,
        away: expected.expected[of].away.value,
        total: expected.expected[of].total.value,
        confidence: expected.expected[of].total.confidence,
      })),
      overUnder: METRICS.map((of) => ({
        metric: metric(of),
        distribution: nameOf(enums.CountDistributionEnum, expected.overUnder[of].distribution),
        lines: expected.overUnder[of].lines.map(({ line, over, under, lower, upper }) => {
          return { line, over, under, lower, upper };
        }),
      })),
    });
  });

  it('has everything around it too', async () => {
    const expected = await service();
    const analysis = await ask(EVERYTHING);
    const { home, away, context, headToHead, referee } = expected;
    expect(analysis).toMatchObject({
      sampleSize: expected.sampleSize,
      enoughMatches: true,
      away: METRICS.map((of) => ({ for: { mean: away.metrics[of].for.mean } })),
      homeSample: {
        size: home.sampleSize,
        form: home.recentForm.toReversed().join(''),
        matches: home.sample.map(({ id, localDate, weight }) => ({
          date: localDate,
          weight,
          match: { id: String(id) },
        })),
      },
      awaySample: { size: away.sampleSize },
      overUnder: METRICS.map((of) => {
        const { dispersion, mean, meanInterval, countInterval, confidence } = expected.overUnder[of];
        return { period: 'FULL', dispersion, mean, meanInterval, countInterval, confidence };
      }),
      context: {
        home: context.home,
        away: { restDays: context.away.restDays },
        adjustments: context.adjustments.map((of) => nameOf(enums.AnalysisAdjustmentEnum, of)),
      },
      headToHead,
      referee,
    });
    expect(analysis).toMatchObject({
      headToHead: { matches: expect.any(Number) },
      referee: { name: expect.any(String) },
    });
  });

  it('counts the last ten matches in full, unless asked otherwise', async () => {
    const fields = 'sampleSize overUnder { period mean }';
    const half = await service({ limit: 5, period: 'first_half' });
    expect(await ask(`analysis(sample: LAST_5, period: FIRST_HALF) { ${fields} }`)).toEqual({
      sampleSize: half.sampleSize,
      overUnder: METRICS.map((of) => ({ period: 'FIRST_HALF', mean: half.overUnder[of].mean })),
    });
    const whole = await service();
    expect(await ask(`analysis { ${fields} }`)).toEqual({
      sampleSize: whole.sampleSize,
      overUnder: METRICS.map((of) => ({ period: 'FULL', mean: whole.overUnder[of].mean })),
    });
    expect(await ask(`analysis(sample: LAST_50) { sampleSize }`)).toEqual({
      sampleSize: (await service({ limit: 50 })).sampleSize,
    });
  });

  it('names every value the domain has', () => {
    expect(Object.values(enums.AnalysisMetricEnum)).toEqual([...METRICS]);
    expect(Object.values(enums.ConsistencyRatingEnum)).toEqual([...CONSISTENCY_RATINGS]);
    expect(Object.values(enums.ConfidenceLevelEnum)).toEqual([...CONFIDENCE_LEVELS]);
    expect(Object.values(enums.AnalysisAdjustmentEnum)).toEqual([...ADJUSTMENTS]);
  });
});

describe('statements', () => {
  /** A sample nobody has asked for yet, so that nothing is kept. */
  const LIST = `query($first: Int!) { matches(first: $first, filter: { season: 2025 }) { edges { node { id
    analysis(sample: LAST_5, period: SECOND_HALF, homeVenue: AWAY) { sampleSize
      expected { metric home away total confidence } } } } } }`;

  it.each([1, 10, 25])('at most 7 for each of %i matches, none for analyses that are kept', async (first) => {
    const asked = async (): Promise<void> => {
      const { data, errors } = await app.graphql<{ matches: { edges: unknown[] } }>(LIST, { first });
      expect(errors).toBeUndefined();
      expect(data.matches.edges).toHaveLength(first);
    };
    expect((await matchStatementsOf(asked)).length).toBeLessThanOrEqual(1 + 7 * first);
    expect(await matchStatementsOf(asked)).toHaveLength(1);
  });

  it('are sent once for those who ask the same at the same time', async () => {
    const query = `{ match(id: ${target.id}) { analysis(sample: LAST_5, awayVenue: HOME) { sampleSize } } }`;
    const analysing = async (work: () => Promise<unknown>): Promise<number> =>
      (await matchStatementsOf(work)).filter((sql) => sql.includes('match_stat_line')).length;
    const alone = await analysing(() => app.graphql(query.replace('HOME', 'AWAY')));
    expect(alone).toBeGreaterThan(0);
    expect(await analysing(() => Promise.all(Array.from({ length: 20 }, () => app.graphql(query))))).toBe(alone);
  });

  it('samples load their matches all at once', async () => {
    const query = `{ match(id: ${target.id}) { analysis { homeSample { matches { match { home { name } } } }
      awaySample { matches { match { away { name } } } } } } }`;
    await app.graphql(query);
    // The match, those of the samples, and their teams.
    expect(await matchStatementsOf(() => app.graphql(query))).toHaveLength(3);
  });
});

describe('a kept analysis', () => {
  const MEAN = 'analysis(homeVenue: HOME) { home { for { mean } } }';

  it('stays while its own match and others of the league are played', async () => {
    const [coming, other] = (await storedMatches(app.database)).filter(
      ({ status, competition_id }) => status === 'scheduled' && competition_id === target.competition_id,
    );
    const abroad = (await busiestDay(app.database)).find((match) => match.competition_id !== target.competition_id)!;
    const query = `{ match(id: ${coming.id}) { score { home } ${MEAN} } }`;
    const score = `update match set status = 'live', score_home = coalesce(score_home, 0) + 1 where id = any($1)`;
    // What happens abroad is seen after what happened here before it.
    const seen = async (round: number): Promise<void> => {
      await app.database.sql(score, [[coming.id, other.id]]);
      await app.database.sql('update match set referee = $2 where id = $1', [abroad.id, `Referee ${round}`]);
      await until(async () => {
        const { referee } = (await ask('analysis { referee { name } }', abroad.id)) as { referee: { name: string } };
        return referee.name === `Referee ${round}`;
      });
    };
    await seen(1);
    const { data: before } = await app.graphql<Answer>(query);
    await seen(2);
    let after: unknown;
    expect(await matchStatementsOf(async () => void (after = (await app.graphql(query)).data))).toHaveLength(1);
    expect(after).toEqual({ match: { ...before.match, score: { home: 2 } } });
  });

  it('is made again when a match of its sample changes', async () => {
    const before = await ask(MEAN);
    const { home } = await service({ homeVenue: 'home' });
    await app.database.sql(`update match_stat_line set corners = corners + 5 where match_id = $1 and period = 'full'`, [
      home.sample[0].id,
    ]);
    await until(async () => JSON.stringify(await ask(MEAN)) !== JSON.stringify(before));
    const after = await service({ homeVenue: 'home' });
    expect(await ask(MEAN)).toEqual({
      home: METRICS.map((of) => ({ for: { mean: after.home.metrics[of].for.mean } })),
    });
  });

  it('is made again when a match of its teams is finished, moved or gone', async () => {
    const make = new Fixtures(app.database);
    const { team_a_id, team_b_id, tournament_id, kickoff_at } = target;
    const fields =
      'analysis { homeSample { size } context { home { restDays matchesIn7Days } } headToHead { matches } }';
    const before = await ask(fields, target.id);
    const at = (days: number) => new Date(kickoff_at.getTime() - days * 86_400_000);
    const changed = async (what: string, values: unknown[] = []): Promise<unknown> => {
      const kept = JSON.stringify(await ask(fields));
      await app.database.sql(what, values);
      await until(async () => JSON.stringify(await ask(fields)) !== kept);
      return ask(fields);
    };
    const row = { tournament_id, match_date: at(1), status: 'live', score_home: 0, score_away: 0 };
    const id = await make.match(team_a_id, team_b_id, row);
    await until(async () => JSON.stringify(await ask(fields)) !== JSON.stringify(before));
    expect(await ask(fields)).toMatchObject({ context: { home: { restDays: 1 } } });
    const meetings = (before!['headToHead'] as { matches: number }).matches;
    expect(await changed(`update match set status = 'finished' where id = $1`, [id])).toMatchObject({
      headToHead: { matches: meetings + 1 },
    });
    expect(await changed(`update match set match_date = $2 where id = $1`, [id, at(2)])).toMatchObject({
      context: { home: { restDays: 2 } },
    });
    expect(await changed('delete from match where id = $1', [id])).toEqual(before);
  });
});

describe('cost', () => {
  it('a list of matches may ask for some analyses, not for a hundred', async () => {
    const query = `query($first: Int!) { matches(first: $first) { edges { node { ${DOCUMENTED} } } } }`;
    expect((await app.graphql(query, { first: 20 })).errors).toBeUndefined();
    const sent = await matchStatementsOf(async () => {
      const { status, errors } = await app.graphql(query, { first: 100 });
      expect({ status, code: errors?.[0].extensions.code }).toEqual({ status: 400, code: 'QUERY_TOO_COMPLEX' });
    });
    expect(sent).toEqual([]);
  });
});

describe('a match without an analysis', () => {
  it('is one of another sport, or without a kickoff', async () => {
    const make = new Fixtures(app.database);
    const football = await make.sport({ kind: 'american-football' });
    const [home, away] = [await make.team({ sport_id: football }), await make.team({ sport_id: football })];
    expect(await ask(DOCUMENTED, await make.match(home, away, { match_date: '2025-12-01T18:00:00Z' }))).toBeNull();
    const { team_a_id, team_b_id, tournament_id } = target;
    const undated = await make.match(team_a_id, team_b_id, { tournament_id, match_date: null });
    expect(await ask(DOCUMENTED, undated)).toBeNull();
    const { errors } = await app.graphql('{ match(id: 1) { analysis(sample: LAST_7) { sampleSize } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });
});
