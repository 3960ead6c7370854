import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_GRAPHQL_LIMITS } from '../../src/platform/graphql/graphql-limits.js';
import { bootApp, type TestApp } from '../support/app.js';
import { statementsOf } from './statements.js';

const LIMITS = { maxDepth: 8, maxAliases: 5, maxComplexity: 3_000 };

let app: TestApp;

beforeAll(async () => {
  app = await bootApp({
    GRAPHQL_MAX_DEPTH: String(LIMITS.maxDepth),
    GRAPHQL_MAX_ALIASES: String(LIMITS.maxAliases),
    GRAPHQL_MAX_COMPLEXITY: String(LIMITS.maxComplexity),
  });
});

afterAll(() => app?.close());

/** Asks, and expects a refusal with this code, before anything was executed. */
async function refused(code: string, query: string, variables?: Record<string, unknown>): Promise<string> {
  let message = '';
  const sent = await statementsOf(async () => {
    const { status, data, errors } = await app.graphql(query, variables);
    expect({ status, data, code: errors?.[0].extensions.code }).toEqual({ status: 400, data: undefined, code });
    message = errors![0].message;
  });
  expect(sent).toEqual([]);
  return message;
}

async function accepted(query: string, variables?: Record<string, unknown>): Promise<void> {
  const { status, errors } = await app.graphql(query, variables);
  expect({ status, errors }).toEqual({ status: 200, errors: undefined });
}

const statesOf = (count: number): string =>
  `{ matches(filter: { status: [${'LIVE '.repeat(count)}] }) { totalCount } }`;
const repeated = (count: number): string => `{ sports { ${'id '.repeat(count)} } }`;

describe('limits of an operation', () => {
  it('levels of nesting, with or without fragments', async () => {
    const withinDepth =
      '{ team(id: 1) { matches(first: 1) { edges { node { home { matches(first: 1) { edges { cursor } } } } } } } }';
    const tooDeep = withinDepth.replace('cursor', 'node { id }');
    await accepted(withinDepth);
    expect(await refused('QUERY_TOO_DEEP', tooDeep)).toBe('The operation nests fields more than 8 levels deep');
    const fragments = `query { ...A } fragment A on Query { ... on Query { team(id: 1) { ...B } } }
      fragment B on Team { matches(first: 1) { edges { node { home { ...C } } } } }
      fragment C on Team { matches(first: 1) { edges { INNER } } }`;
    await accepted(fragments.replace('INNER', 'cursor'));
    await refused('QUERY_TOO_DEEP', fragments.replace('INNER', '... on MatchEdge { node { id } }'));
  });

  it('aliases, counted wherever a fragment is used', async () => {
    const five = '{ a: sports { id } b: sports { id } c: sports { id } d: sports { x: id } }';
    await accepted(five);
    expect(await refused('TOO_MANY_ALIASES', five.replace('x: id', 'x: id y: id'))).toContain('more than 5 aliases');
    const spread = `{ sports { ...F } seasons { edges { node { id ...G } } } competitions { edges { node { sport { ...F } } } } teams { edges { node { sport { ...F } } } } }
      fragment F on Sport { p: id q: title } fragment G on Season { id }`;
    await refused('TOO_MANY_ALIASES', spread);
  });

  it('tokens: the parser stops at the first one too many', async () => {
    const most = DEFAULT_GRAPHQL_LIMITS.maxTokens - 16;
    await accepted(statesOf(most));
    expect(await refused('QUERY_TOO_LARGE', statesOf(most + 1))).toBe('The document has more than 2000 tokens');
  });

  it('repetition, because fields are compared pair by pair', async () => {
    await accepted(repeated(500));
    expect(await refused('QUERY_TOO_LARGE', repeated(1_900))).toBe(
      'The document repeats fields too often to be checked',
    );
  });

  it('objects in the answer, by the size of pages', async () => {
    const query = `query($n: Int) { matches(first: $n) { edges { node { odds { price } } } } }`;
    await accepted(query, { n: 20 });
    await accepted(query, {});
    const message = await refused('QUERY_TOO_COMPLEX', query, { n: 100 });
    expect(message).toBe(
      'The operation may return 6201 objects, more than 3000: ask for smaller pages or fewer fields',
    );
    await refused('QUERY_TOO_COMPLEX', query.replace('first', 'last'), { n: 100 });
    await accepted('{ tournaments { standings { team { name } } } }');
    await refused('QUERY_TOO_COMPLEX', '{ tournaments(first: 100) { standings { team { name } } } }');
    await refused(
      'QUERY_TOO_COMPLEX',
      '{ teams { edges { node { matches(first: 50) { edges { node { home { name } } } } } } } }',
    );
  });

  it('judges the operation that is asked for, of several in a document', async () => {
    const document = `query Small { sports { id } } query Large($n: Int = 100) { matches(first: $n) { edges { node { odds { price } } } } }`;
    const ask = async (operationName: string): Promise<number> => {
      const answer = await fetch(`http://${app.host}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: document, operationName }),
      });
      return answer.status;
    };
    expect([await ask('Small'), await ask('Large'), await ask('None')]).toEqual([200, 400, 400]);
  });

  it('sizes of pages', async () => {
    expect(await refused('PAGE_TOO_LARGE', '{ matches(first: 101) { totalCount } }')).toBe(
      'first is 101, and a page has at most 100 items',
    );
    await refused('PAGE_TOO_LARGE', 'query($n: Int) { teams(last: $n) { totalCount } }', { n: 2_000_000_000 });
    await refused('PAGE_TOO_LARGE', '{ tournaments(first: 101) { id } }');
    await refused('BAD_USER_INPUT', '{ matches(first: -1) { totalCount } }');
    // A page of negative size must not pay for the rest of the operation.
    await refused(
      'BAD_USER_INPUT',
      '{ matches(first: -100) { edges { node { odds { price } } } } teams(first: 100) { totalCount } }',
    );
    await accepted('{ matches(first: 100) { totalCount } teams(first: 0) { totalCount } }');
  });

  it('cannot be passed by an argument that makes no sense', async () => {
    const query = 'query($id: ID) { team(id: $id) { id } matches(first: 100) { edges { node { odds { price } } } } }';
    await refused('GRAPHQL_VALIDATION_FAILED', query);
    await refused('BAD_USER_INPUT', query.replace('$id: ID', '$id: ID = null').replace('= null', '= "1"'), {
      id: null,
    });
  });

  it('bytes of a request', async () => {
    const answer = await fetch(`http://${app.host}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ sports { id } } # ${'x'.repeat(DEFAULT_GRAPHQL_LIMITS.maxBodyBytes)}` }),
    });
    expect(answer.status).toBe(413);
  });

  it('one operation in a request', async () => {
    const answer = await fetch(`http://${app.host}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ query: '{ sports { id } }' }, { query: '{ sports { id } }' }]),
    });
    expect(answer.status).toBe(400);
  });

  it('leave room for tools that read the schema', async () => {
    const options = {
      inputValueDeprecation: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
    };
    await accepted(getIntrospectionQuery(options));
  });
});
