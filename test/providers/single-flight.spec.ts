import { afterAll, beforeAll, expect, it } from 'vitest';
import { DOCUMENTED_IDS } from '../support/fake-upstream/index.js';
import { bootProvided, type ProvidedApp } from './provided-app.js';

let test: ProvidedApp;
beforeAll(async () => {
  test = await bootProvided();
});
afterAll(() => test.close());

it('200 clients that ask the same at a time cause one set of calls', async () => {
  const path = `/api/partida/${DOCUMENTED_IDS.match}/stats?filtro=5`;
  const answers = await Promise.all(Array.from({ length: 200 }, () => test.get(path)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  const { match = 0, ...others } = test.upstream.callCounts;
  expect(others).toEqual({ calendar: 1, season: 1, preview: 1, standings: 1, referee: 1 });
  const asked = test.upstream.calls.filter(({ endpoint }) => endpoint === 'match').map(({ query }) => query['fx']);
  expect(new Set(asked).size).toBe(match);
});

it('different samples of one match at a time ask for each thing once', async () => {
  const paths = ['filtro=5', 'filtro=10', 'filtro=geral', 'filtro=10&periodo=1T', 'filtro=5&debug=1'].map(
    (query) => `/api/partida/${DOCUMENTED_IDS.match}/analysis?${query}`,
  );
  await test.age(24 * 365);
  test.upstream.forgetCalls();
  const answers = await Promise.all(paths.map((path) => test.get(path)));
  expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
  const asked = test.upstream.calls.map(({ endpoint, query }) => `${endpoint} ${JSON.stringify(query)}`);
  expect(new Set(asked).size).toBe(asked.length);
});
