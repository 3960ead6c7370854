import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MarketBook } from '#core/models/market-book.js';
import { statementsOf } from '../graphql/statements.js';
import { bootApp, type TestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { createLeague, openTrainer, storedPredictions, type StoredPrediction } from './league.js';

interface Outcomes {
  home: number;
  draw: number;
  away: number;
}

interface Prediction {
  model: { id: string; version: string; trainedOn: number; evaluation: { matches: number; model: { rps: number } } };
  asOf: string;
  publishedBeforeKickoff: boolean;
  expectedGoals: { home: number; away: number };
  markets: {
    matchWinner: Outcomes;
    doubleChance: { homeOrDraw: number; homeOrAway: number; drawOrAway: number };
    overUnder: { line: number; over: number; under: number; push: number };
    two: { line: number; over: number; under: number; push: number };
    bothTeamsToScore: { yes: number; no: number };
    correctScore: { home: number; away: number; probability: number }[];
    asianHandicap: { line: number; home: number; away: number; push: number };
    europeanHandicap: Outcomes & { line: number };
    cleanSheets: { home: { yes: number; no: number }; away: { yes: number; no: number } };
    halfTimeFullTime: { home: Outcomes; draw: Outcomes; away: Outcomes };
  };
}

const OUTCOMES = 'home draw away';
const PREDICTION = `prediction {
  model { id version trainedOn evaluation { matches model { rps } } }
  asOf publishedBeforeKickoff expectedGoals { home away }
  markets {
    matchWinner { ${OUTCOMES} }
    doubleChance { homeOrDraw homeOrAway drawOrAway }
    overUnder(line: 2.5) { line over under push }
    two: overUnder(line: 2) { line over under push }
    bothTeamsToScore { yes no }
    correctScore(top: 5) { home away probability }
    asianHandicap(line: -0.25) { line home away push }
    europeanHandicap(line: -1) { line ${OUTCOMES} }
    cleanSheets { home { yes no } away { yes no } }
    halfTimeFullTime { home { ${OUTCOMES} } draw { ${OUTCOMES} } away { ${OUTCOMES} } }
  }
}`;
const PAGE = `query Page($first: Int!) { matches(first: $first) { edges { node { id kickoffAt ${PREDICTION} } } } }`;

let database: TestDatabase;
let app: TestApp;
let stored: Map<number, StoredPrediction>;

beforeAll(async () => {
  database = await createTestDatabase();
  const now = new Date();
  const firstDay = new Date(Math.floor(now.getTime() / 86_400_000 - 60) * 86_400_000);
  await createLeague(database, { seasons: [{ year: 2023, firstDay }], teams: 8, now });
  const trainer = await openTrainer(database);
  await trainer.training.train({ clock: () => now });
  await trainer.close();
  await createLeague(database, { title: 'Untrained', seasons: [{ year: 2023, firstDay }], teams: 4, now });
  stored = new Map((await storedPredictions(database)).map((row) => [row.match_id, row]));
  app = await bootApp({ GRAPHQL_MAX_COMPLEXITY: '50000' }, database);
  // The ORM looks at its database once, before the first statement.
  await app.graphql('{ sports { id } }');
});
afterAll(async () => {
  await app?.close();
  await database?.drop();
});

async function page(first: number): Promise<{ id: string; kickoffAt: string; prediction: Prediction | null }[]> {
  const { data, errors } = await app.graphql<{
    matches: { edges: { node: { id: string; kickoffAt: string; prediction: Prediction | null } }[] };
  }>(PAGE, { first });
  expect(errors).toBeUndefined();
  return data.matches.edges.map(({ node }) => node);
}

function total(...numbers: number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0);
}

describe('Match.prediction', () => {
  it('is what was stored, for every match of a trained competition and no other', async () => {
    const matches = await page(100);
    expect(matches).toHaveLength(56 + 12);
    for (const { id, kickoffAt, prediction } of matches) {
      const row = stored.get(Number(id));
      expect(prediction === null).toBe(row === undefined);
      if (!prediction || !row) continue;
      expect(prediction.model).toMatchObject({ id: 'dixon-coles', version: expect.stringMatching(/^[0-9a-f]{12}$/) });
      expect(prediction.asOf).toBe(row.as_of.toISOString());
      expect(Date.parse(prediction.asOf)).toBeLessThanOrEqual(Date.parse(kickoffAt));
      expect(prediction.publishedBeforeKickoff).toBe(Date.parse(kickoffAt) > Date.now());
      const book = MarketBook.of(row.distribution);
      expect(prediction.expectedGoals).toEqual(book.expectedGoals());
      expect(prediction.markets.matchWinner).toEqual(book.matchWinner());
      expect(prediction.markets.correctScore).toEqual(book.correctScore(5).scores);
    }
  });

  it('has markets that add up and agree, to 1e-9', async () => {
    for (const { prediction } of await page(100)) {
      if (!prediction) continue;
      const { markets } = prediction;
      const { matchWinner, doubleChance, overUnder, two, bothTeamsToScore, cleanSheets, halfTimeFullTime } = markets;
      const { line: _line, ...asian } = markets.asianHandicap;
      const sums = [
        total(matchWinner.home, matchWinner.draw, matchWinner.away),
        total(overUnder.over, overUnder.under, overUnder.push),
        total(two.over, two.under, two.push),
        total(bothTeamsToScore.yes, bothTeamsToScore.no),
        total(asian.home, asian.away, asian.push),
        total(markets.europeanHandicap.home, markets.europeanHandicap.draw, markets.europeanHandicap.away),
        total(cleanSheets.home.yes, cleanSheets.home.no),
        total(cleanSheets.away.yes, cleanSheets.away.no),
        total(...Object.values(halfTimeFullTime).flatMap(({ home, draw, away }) => [home, draw, away])),
        total(doubleChance.homeOrDraw, doubleChance.homeOrAway, doubleChance.drawOrAway) / 2,
      ];
      for (const sum of sums) expect(Math.abs(sum - 1)).toBeLessThan(1e-9);
      expect(overUnder.push).toBe(0);
      expect(two.push).toBeGreaterThan(0);
      expect(doubleChance.homeOrDraw).toBeCloseTo(1 - matchWinner.away, 9);
      const { home, draw, away } = halfTimeFullTime;
      expect(total(home.home, draw.home, away.home)).toBeCloseTo(matchWinner.home, 9);
    }
  });

  it.each([5, 20, 68])(
    'takes as many statements for a page of %i matches: page, predictions, models',
    async (first) => {
      const statements = await statementsOf(() => page(first));
      expect(statements.filter((sql) => /from prediction|join model_version/.test(sql))).toHaveLength(1);
      expect(statements.filter((sql) => /from model_version/.test(sql))).toHaveLength(1);
      expect(statements).toHaveLength(3);
    },
  );

  it('finds the newest of many by the index', async () => {
    const ids = [...stored.keys()];
    // Past the triggers: nobody is to be told of these.
    const quietly = (sql: string): Promise<unknown> =>
      database.sql(`begin; set local session_replication_role = replica; ${sql}; commit`);
    await quietly(
      `insert into prediction (match_id, model_version_id, distribution, inputs_digest, as_of, published_before_kickoff, hash)
       select match_id, model_version_id, distribution, 'x', as_of, false, 'x'
       from prediction p, generate_series(1, 300) n where match_id in (${ids.slice(0, 40).join()})`,
    );
    await database.sql('analyze prediction');
    const sql = (await statementsOf(() => page(20))).find((statement) => statement.includes('from prediction'))!;
    const plan = await database.sql<{ 'QUERY PLAN': string }>(`explain (analyze, timing off) ${sql}`);
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(text).toMatch(/Index Scan Backward using prediction_match_index on prediction/);
    expect(text).not.toMatch(/Seq Scan on prediction/);
    await quietly(`delete from prediction where inputs_digest = 'x'`);
  });

  it.each([
    ['overUnder(line: 2.1) { over }', 'line', '2.1 is not a line for goals'],
    ['overUnder(line: -0.5) { over }', 'line', '-0.5 is not a line for goals'],
    ['overUnder(line: 1e300) { over }', 'line', 'from 0 to 50'],
    ['asianHandicap(line: 0.3) { home }', 'line', '0.3 is not an Asian handicap'],
    ['europeanHandicap(line: 51) { home }', 'line', '51 is not a handicap'],
    ['correctScore(top: 0) { home }', 'top', 'from 1 to 50'],
    ['correctScore(top: 51) { home }', 'top', 'from 1 to 50'],
  ])('refuses %s', async (field, argument, message) => {
    const id = [...stored.keys()][0];
    const { data, errors } = await app.graphql<{ match: { prediction: { markets: unknown } } }>(
      `{ match(id: ${id}) { prediction { markets { bothTeamsToScore { yes } ${field} } } } }`,
    );
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining(message),
        extensions: { code: 'BAD_USER_INPUT', kind: 'invalid', params: { field: argument } },
      },
    ]);
    expect(data.match.prediction).toBeNull();
  });

  it('says in the schema that no odds are mixed in', async () => {
    const { data } = await app.graphql<{ markets: { description: string } }>(
      '{ markets: __type(name: "Markets") { description } }',
    );
    expect(data.markets.description).toContain('Market-free');
  });
});

describe('models', () => {
  const MODELS = `query Models($id: ID, $first: Int) { models(tournamentId: $id, first: $first) {
    id version options trainedFrom trainedTo trainedOn createdAt tournament { id title model { version } }
    evaluation { matches model { rps logLoss brier accuracy overUnder25 bothTeamsToScore correctScore entropy
      calibrationError { home draw away } } uniform { rps logLoss correctScore } baseRates { rps }
      rpsAgainstUniform { mean standardError } rpsAgainstBaseRates { mean } } } }`;

  it('tells the quality measured', async () => {
    const { data, errors } = await app.graphql<{ models: Record<string, never>[] }>(MODELS);
    expect(errors).toBeUndefined();
    expect(data.models).toHaveLength(1);
    const [model] = data.models;
    const finished = [...stored.values()].filter((row) => !row.published_before_kickoff).length;
    expect(model).toMatchObject({
      id: 'dixon-coles',
      options: { xi: 0.0022 },
      trainedOn: finished,
      tournament: { title: 'League 2023', model: { version: model['version'] } },
      evaluation: { matches: finished, uniform: { correctScore: null } },
    });
    const { evaluation } = model as unknown as { evaluation: Record<string, Record<string, number>> };
    expect(evaluation['uniform']['logLoss']).toBeCloseTo(Math.log(3), 12);
    expect(evaluation['rpsAgainstUniform']['mean']).toBeCloseTo(
      evaluation['model']['rps'] - evaluation['uniform']['rps'],
      12,
    );
  });

  it('can be asked for one tournament', async () => {
    const tournaments = await database.sql<{ id: number; title: string }>(
      'select id, title from tournament order by id',
    );
    const counts = [];
    for (const { id } of tournaments) {
      counts.push((await app.graphql<{ models: unknown[] }>(MODELS, { id: String(id) })).data.models.length);
    }
    expect(counts).toEqual([1, 0]);
    expect((await app.graphql(MODELS, { id: 'x' })).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect((await app.graphql(MODELS, { first: 101 })).errors).toMatchObject([
      { extensions: { code: 'PAGE_TOO_LARGE' } },
    ]);
  });
});
