import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AnalysisService, METRICS } from '../../src/modules/analysis/index.js';
import { JournalListener } from '../../src/realtime/index.js';
import type { TestApp } from '../support/app.js';
import { until } from '../support/feed.js';
import { bootLeagues, busiestDay, matchStatementsOf, type StoredMatch } from './analysis-days.js';

interface Opportunity {
  match: { id: string; kickoffAt: string };
  metric: string;
  period: string;
  side: 'OVER' | 'UNDER';
  line: number;
  probability: number;
  lower: number;
  upper: number;
  expected: number;
  distribution: string;
  confidence: number;
  confidenceLevel: string;
  cv: number | null;
  sampleSize: number;
  score: number;
}

interface Ranking {
  totalCount: number;
  matches: number;
  matchesWithOpportunities: number;
  edges: { cursor: string; node: Opportunity }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

const NODE = `match { id kickoffAt } metric period side line probability lower upper expected distribution confidence
  confidenceLevel cv sampleSize score`;
const QUERY = `query ($date: LocalDate!, $filter: OpportunityFilter, $sample: SampleSize, $period: StatPeriod, $homeVenue: SampleVenue,
    $first: Int, $after: String, $last: Int, $before: String) {
  opportunities(date: $date, filter: $filter, sample: $sample, period: $period, homeVenue: $homeVenue,
      first: $first, after: $after, last: $last, before: $before) {
    totalCount matches matchesWithOpportunities
    edges { cursor node { ${NODE} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
/** Lets everything through. */
const ALL = { minProbability: 0, maxProbability: 1, minConfidence: 0, minSample: 0 };
const METRIC_NAMES = ['GOALS', 'CORNERS', 'SHOTS', 'SHOTS_ON_TARGET', 'YELLOW_CARDS', 'FOULS'];

let app: TestApp;
let day: StoredMatch[];

beforeAll(async () => {
  app = await bootLeagues();
  await until(() => app.app.get(JournalListener).healthy);
  day = await busiestDay(app.database);
  await app.graphql('{ sports { id } }');
});
afterAll(() => app?.close());

async function rank(variables: Record<string, unknown> = {}): Promise<Ranking> {
  const { data, errors } = await app.graphql<{ opportunities: Ranking }>(QUERY, {
    date: day[0].day,
    first: variables['last'] ? undefined : 100,
    ...variables,
  });
  expect(errors).toBeUndefined();
  return data.opportunities;
}

/** All pages of a ranking. */
async function rankAll(variables: Record<string, unknown>): Promise<Opportunity[]> {
  const found: Opportunity[] = [];
  for (let after: string | null = null; ;) {
    const { edges, pageInfo, totalCount }: Ranking = await rank({ ...variables, after });
    found.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) {
      expect(found).toHaveLength(totalCount);
      return found;
    }
    after = pageInfo.endCursor;
  }
}

const nameOf = ({ match, metric, line, side }: Opportunity): string => [match.id, metric, line, side].join(' ');

describe('opportunities of a day', () => {
  it('are both sides of every line of every match, with the numbers of its analysis', async () => {
    expect(day.length).toBeGreaterThan(3);
    const analyses = app.app.get(AnalysisService);
    const expected: Opportunity[] = [];
    for (const { id, public_id, kickoff_at } of day) {
      const analysis = await analyses.analyse(public_id, {
        limit: 10,
        period: 'full',
        homeVenue: null,
        awayVenue: null,
      });
      for (const metric of METRICS) {
        const { lines, mean, confidence, level, distribution } = analysis.overUnder[metric];
        const cvs = [analysis.home, analysis.away].map(({ metrics }) => metrics[metric].for.cv);
        for (const { line, over, under, lower, upper } of lines) {
          const common = {
            match: { id: String(id), kickoffAt: kickoff_at.toISOString() },
            metric: METRIC_NAMES[METRICS.indexOf(metric)],
            period: 'FULL',
            line,
            expected: mean,
            distribution: distribution.toUpperCase().replace('-', '_'),
            confidence,
            confidenceLevel: level.toUpperCase(),
            cv: cvs.includes(null) ? null : Math.max(cvs[0]!, cvs[1]!),
            sampleSize: analysis.sampleSize,
          };
          const chance = { probability: over, lower, upper, score: confidence * over };
          expected.push({ ...common, side: 'OVER', ...chance });
          const other = { probability: under, lower: 1 - upper, upper: 1 - lower, score: confidence * under };
          expected.push({ ...common, side: 'UNDER', ...other });
        }
      }
    }
    const found = await rankAll({ filter: ALL });
    const byName = (a: Opportunity, b: Opportunity): number => (nameOf(a) < nameOf(b) ? -1 : 1);
    expect(found.toSorted(byName)).toEqual(expected.toSorted(byName));
  });

  it('are ranked by confidence times probability, and the ranking is the same each time', async () => {
    const found = await rankAll({ filter: ALL });
    const before = (a: Opportunity, b: Opportunity): number =>
      b.score - a.score ||
      b.probability - a.probability ||
      b.confidence - a.confidence ||
      Date.parse(a.match.kickoffAt) - Date.parse(b.match.kickoffAt) ||
      Number(a.match.id) - Number(b.match.id) ||
      METRIC_NAMES.indexOf(a.metric) - METRIC_NAMES.indexOf(b.metric) ||
      a.line - b.line ||
      (a.side < b.side ? -1 : 1);
    expect(found).toEqual(found.toSorted(before));
    for (const { score, confidence, probability } of found) expect(score).toBe(confidence * probability);
    expect(await rankAll({ filter: ALL })).toEqual(found);
  });

  it('come in pages that hang together, forwards and backwards', async () => {
    const all = (await rankAll({ filter: ALL })).slice(0, 30).map(nameOf);
    const pages: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page++) {
      const { edges, pageInfo }: Ranking = await rank({ filter: ALL, first: 10, after });
      expect(pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: page > 0 });
      pages.push(...edges.map(({ node }) => nameOf(node)));
      after = pageInfo.endCursor;
    }
    expect(pages).toEqual(all);
    const back = await rank({ filter: ALL, last: 10, before: after });
    expect(back.edges.map(({ node }) => nameOf(node))).toEqual(all.slice(19, 29));
    const end = await rank({ filter: ALL, last: 5 });
    expect(end.pageInfo.hasNextPage).toBe(false);
    expect(end.edges.map(({ node }) => node)).toEqual((await rankAll({ filter: ALL })).slice(-5));
    expect((await rank({ filter: ALL, after: end.pageInfo.endCursor })).edges).toEqual([]);
  });

  it('go on after a cursor whose opportunity is no longer there', async () => {
    const all = await rank({ filter: ALL, first: 20 });
    const { cursor, node } = all.edges[9];
    const others = METRIC_NAMES.filter((metric) => metric !== node.metric);
    const rest = await rank({ filter: { ...ALL, metrics: others }, first: 5, after: cursor });
    const expected = (await rankAll({ filter: { ...ALL, metrics: others } })).filter(
      ({ score }) => score <= node.score,
    );
    expect(rest.edges.map(({ node: each }) => nameOf(each))).toEqual(expected.slice(0, 5).map(nameOf));
  });

  it('say how many matches there were, and how many with something', async () => {
    const found = await rank();
    expect(found.matches).toBe(day.length);
    const ids = new Set((await rankAll({})).map(({ match }) => match.id));
    expect(found.matchesWithOpportunities).toBe(ids.size);
    expect(await rank({ date: '2023-02-01' })).toMatchObject({ totalCount: 0, matches: 0, edges: [] });
  });

  it('are of the sample, the half and the venue asked for', async () => {
    const [plain, half] = [
      await rankAll({ filter: ALL }),
      await rankAll({ filter: ALL, period: 'FIRST_HALF', sample: 'LAST_5' }),
    ];
    expect(new Set(half.map(({ period }) => period))).toEqual(new Set(['FIRST_HALF']));
    expect(Math.max(...half.map(({ sampleSize }) => sampleSize))).toBe(5);
    const goals = (list: Opportunity[]) => list.find(({ metric }) => metric === 'GOALS')!.expected;
    expect(goals(half)).toBeLessThan(goals(plain));
    expect(await rankAll({ filter: ALL, homeVenue: 'HOME' })).not.toEqual(plain);
  });
});

describe('filters', () => {
  it('have defaults that keep what is likely, well known and not certain', async () => {
    const all = await rankAll({ filter: ALL });
    const kept = all.filter(
      ({ probability, confidence, sampleSize }) =>
        probability >= 0.6 && probability <= 0.98 && confidence >= 0.65 && sampleSize >= 3,
    );
    expect(kept.length).toBeGreaterThan(10);
    expect(kept.length).toBeLessThan(all.length);
    expect(await rankAll({})).toEqual(kept);
    expect(await rankAll({ filter: {} })).toEqual(kept);
  });

  const conditions: [string, Record<string, unknown>, (each: Opportunity) => boolean][] = [
    ['counts', { metrics: ['CORNERS', 'FOULS'] }, ({ metric }) => metric === 'CORNERS' || metric === 'FOULS'],
    ['one side', { side: 'UNDER' }, ({ side }) => side === 'UNDER'],
    [
      'probability',
      { minProbability: 0.4, maxProbability: 0.7 },
      (each) => each.probability >= 0.4 && each.probability <= 0.7,
    ],
    ['confidence', { minConfidence: 0.8 }, ({ confidence }) => confidence >= 0.8],
    ['variation', { maxCv: 0.4 }, ({ cv }) => cv !== null && cv <= 0.4],
    [
      'lines of a count',
      {
        lines: [
          { metric: 'GOALS', min: 1.5, max: 2.5 },
          { metric: 'CORNERS', min: 9.5 },
        ],
      },
      ({ metric, line }) =>
        metric === 'GOALS' ? line >= 1.5 && line <= 2.5 : metric === 'CORNERS' ? line >= 9.5 : true,
    ],
    [
      'several at once',
      { side: 'OVER', metrics: ['GOALS'], maxCv: 1.2 },
      (each) => each.side === 'OVER' && each.metric === 'GOALS' && each.cv !== null && each.cv <= 1.2,
    ],
    ['no count', { metrics: [] }, () => false],
  ];

  it.each(conditions)('%s', async (_name, filter, fits) => {
    const all = await rankAll({ filter: ALL });
    const expected = all.filter(fits);
    expect(expected.length).toBeLessThan(all.length);
    if (_name !== 'no count') expect(expected.length).toBeGreaterThan(0);
    expect(await rankAll({ filter: { ...ALL, ...filter } })).toEqual(expected);
  });

  it('the matches: competition, tournament, state', async () => {
    const [{ competition_id, tournament_id }] = day;
    const here = day.filter((match) => match.competition_id === competition_id).length;
    expect(here).toBeLessThan(day.length);
    expect((await rank({ filter: { competitionIds: [competition_id] } })).matches).toBe(here);
    expect((await rank({ filter: { tournamentIds: [tournament_id] } })).matches).toBe(here);
    expect((await rank({ filter: { competitionIds: [], tournamentIds: [tournament_id] } })).matches).toBe(0);
    const finished = day.filter(({ status }) => status === 'finished').length;
    expect((await rank({ filter: { statuses: ['FINISHED'] } })).matches).toBe(finished);
    expect((await rank({ filter: { statuses: ['LIVE'] } })).matches).toBe(0);
  });

  it.each([
    ['a probability of 60', { minProbability: 60 }, 'filter.minProbability'],
    ['a negative variation', { maxCv: -1 }, 'filter.maxCv'],
    ['a sample of 51', { minSample: 51 }, 'filter.minSample'],
    ['an id that is none', { competitionIds: ['E0'] }, 'filter.competitionIds'],
  ])('refuse %s', async (_name, filter, field) => {
    const { errors } = await app.graphql(QUERY, { date: day[0].day, filter });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', params: { field } } }]);
  });

  it.each(['2025-02-30', '0000-01-01', '2025-1-1', 'today', 20250101])('refuse the date %s', async (date) => {
    const { errors } = await app.graphql(QUERY, { date });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it.each(['xyz', 'WzFd', Buffer.from('[1,1,1,"x",1,"goals",2.5,"neither"]').toString('base64url')])(
    'refuse the cursor %s',
    async (after) => {
      const { errors } = await app.graphql(QUERY, { date: day[0].day, after });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', params: { field: 'after' } } }]);
    },
  );
});

describe('statements', () => {
  it('at most 7 for each match that was not analysed yet, and two for a day that was', async () => {
    const sample = { sample: 'LAST_5', homeVenue: 'AWAY', filter: ALL };
    const cold = await matchStatementsOf(() => rank(sample));
    expect(cold.length).toBeGreaterThan(day.length);
    expect(cold.length).toBeLessThanOrEqual(2 + 7 * day.length);
    // The day, and the matches of the page.
    expect(await matchStatementsOf(() => rank(sample))).toHaveLength(2);
    const teams = QUERY.replace('match { id', 'match { home { name } away { name } id');
    expect(await matchStatementsOf(() => app.graphql(teams, { date: day[0].day, ...sample }))).toHaveLength(3);
    // With a filter by competition their tournaments.
    const { competition_id } = day[0];
    const filter = { ...ALL, competitionIds: [competition_id] };
    expect(await matchStatementsOf(() => rank({ ...sample, filter }))).toHaveLength(3);
  });

  it('none for what costs too much', async () => {
    const search = (name: number): string => `s${name}: opportunities(date: "2025-12-01") { totalCount }`;
    const sent = await matchStatementsOf(async () => {
      const { status, errors } = await app.graphql(`{ ${[1, 2, 3, 4].map(search).join(' ')} }`);
      expect({ status, code: errors?.[0].extensions.code }).toEqual({ status: 400, code: 'QUERY_TOO_COMPLEX' });
    });
    expect(sent).toEqual([]);
  });
});

describe('as matches change', () => {
  it('the ranking is that of the day as it is', async () => {
    const [match] = day;
    const ids = async () => new Set((await rankAll({ filter: ALL })).map((each) => each.match.id));
    expect(await ids()).toContain(String(match.id));
    await app.database.sql(`update match set status = 'postponed' where id = $1`, [match.id]);
    expect(await ids()).not.toContain(String(match.id));
    await app.database.sql(`update match set status = $2 where id = $1`, [match.id, match.status]);
    expect(await ids()).toContain(String(match.id));
  });

  it('a result of a team changes what its next match offers', async () => {
    const [match] = day;
    const find = async () => (await rankAll({ filter: ALL })).filter((each) => each.match.id === String(match.id));
    const before = await find();
    await app.database.sql(
      `update match_stat_line set corners = 25 where period = 'full' and match_id =
         (select id from match where tournament_id = $1 and team_a_id = $2 and kickoff_at < $3 and status = 'finished'
          order by kickoff_at desc limit 1)`,
      [match.tournament_id, match.team_a_id, match.kickoff_at],
    );
    // While the news is on its way, pages may be of before and after it, and then are not a whole.
    await vi.waitFor(async () => expect(await find()).not.toEqual(before), { timeout: 15_000 });
    const corners = (list: Opportunity[]) => list.find(({ metric }) => metric === 'CORNERS')!.expected;
    expect(corners(await find())).toBeGreaterThan(corners(before));
  });
});

describe('a day of more than 500 matches', () => {
  it('needs a filter', async () => {
    const { team_a_id, team_b_id } = day[0];
    await app.database.sql(
      `insert into match (team_a_id, team_b_id, match_date)
       select $1, $2, timestamptz '2027-05-05T15:00:00Z' + n * interval '1 second' from generate_series(1, 501) n`,
      [team_a_id, team_b_id],
    );
    const { errors } = await app.graphql(QUERY, { date: '2027-05-05' });
    expect(errors).toMatchObject([{ extensions: { code: 'TOO_MANY_MATCHES', params: { field: 'filter' } } }]);
    expect(await rank({ date: '2027-05-05', filter: { competitionIds: [day[0].competition_id] } })).toMatchObject({
      matches: 0,
    });
  });
});
