import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MatchesService } from '../../src/modules/matches/index.js';
import { bootApp, type TestApp } from '../support/app.js';
import { Fixtures } from './fixtures.js';

let app: TestApp;
let matchId: number;

beforeAll(async () => {
  app = await bootApp({ GRAPHQL_INTROSPECTION: 'on' });
  const make = new Fixtures(app.database);
  const teams = [await make.team(), await make.team()];
  for (let count = 0; count < 3; count++) matchId = await make.match(teams[0], teams[1]);
});

afterAll(() => app?.close());

describe('an error', () => {
  it.each(['', 'x', '0', '-1', '01', '1.0', '1e2', ' 1', '2147483648', '99999999999999999999', '１'])(
    'for the id %j names the argument',
    async (id) => {
      const { status, data, errors } = await app.graphql('query($id: ID!) { match(id: $id) { id } }', { id });
      expect({ status, data }).toEqual({ status: 200, data: { match: null } });
      expect(errors).toEqual([
        {
          message: `id ${JSON.stringify(id)} is not an id: ids are positive whole numbers`,
          path: ['match'],
          locations: [{ line: 1, column: 19 }],
          extensions: { code: 'BAD_USER_INPUT', kind: 'invalid', params: { field: 'id' } },
        },
      ]);
    },
  );

  it('in the document is told with the place', async () => {
    expect(await app.graphql('{ matches { edges { node { nme } } } }')).toMatchObject({
      status: 400,
      errors: [
        {
          message: expect.stringContaining('Cannot query field "nme" on type "Match"'),
          locations: [{ line: 1, column: 28 }],
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        },
      ],
    });
    expect(await app.graphql('{ matches {')).toMatchObject({
      status: 400,
      errors: [{ message: 'Syntax Error: Expected Name, found <EOF>.', extensions: { code: 'GRAPHQL_PARSE_FAILED' } }],
    });
    expect(await app.graphql('')).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  it('of a subscription that does not come by WebSocket says so', async () => {
    expect(await app.graphql(`subscription { matchFeed(matchId: "${matchId}") { cursor } }`)).toMatchObject({
      status: 400,
      errors: [{ message: expect.stringContaining('WebSocket'), extensions: { code: 'SUBSCRIPTION_OVER_HTTP' } }],
    });
  });

  it("of a text that cannot be stored is the client's", async () => {
    const odds = String.raw`{ match(id: "${matchId}") { odds(bookmaker: "a\u0000") { bookmaker } } }`;
    expect(await app.graphql(odds)).toMatchObject({ errors: [{ extensions: { code: 'INVALID_ARGUMENT' } }] });
  });

  it('of reading the whole schema again and again says what it would cost', async () => {
    const schema = (count: number) =>
      `{ ${Array.from({ length: count }, (_, n) => `s${n}: __schema { types { name } }`).join(' ')} }`;
    expect((await app.graphql(schema(2))).status).toBe(200);
    expect(await app.graphql(schema(3))).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }] });
  });

  it('in a variable is told like one in an argument', async () => {
    const query = 'query($f: MatchFilter) { matches(filter: $f) { totalCount } }';
    expect(await app.graphql(query, { f: { from: 'yesterday' } })).toMatchObject({
      status: 400,
      errors: [
        {
          message: expect.stringMatching(/"yesterday" at "f\.from".*RFC 3339/),
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    });
    const inline = await app.graphql('{ matches(filter: { from: "2024-02-30T00:00:00Z" }) { totalCount } }');
    expect(inline).toMatchObject({
      status: 400,
      errors: [
        { message: expect.stringContaining('does not exist'), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
      ],
    });
  });

  it('that nobody expected tells the request only, and is logged once with its stack', async () => {
    const service = app.app.get(MatchesService);
    const original = service.listStatLines.bind(service);
    service.listStatLines = () => Promise.reject(new Error('secret at /etc/passwd'));
    app.log.length = 0;
    const { status, data, errors } = await app.graphql<{ matches: unknown }>(
      '{ matches { edges { node { id statLines { shots } } } } }',
    );
    service.listStatLines = original;
    expect({ status, data }).toEqual({ status: 200, data: null });
    const [{ extensions }] = errors!;
    expect(errors?.length).toBeGreaterThan(0);
    for (const error of errors!) {
      expect(error).toEqual({
        message: 'Internal server error',
        path: ['matches', 'edges', expect.any(Number), 'node', 'statLines'],
        locations: [{ line: 1, column: 31 }],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: expect.stringMatching(/.+/) },
      });
    }
    const logged = app.log.filter((line) => line.includes('secret'));
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain(`request ${String(extensions.requestId)}`);
    expect(logged[0]).toContain('errors.spec.ts');
  });

  it('of PostgreSQL is one that nobody expected', async () => {
    await app.database.sql('alter table odds rename to odds_gone');
    const answer = await app.graphql(`{ match(id: ${matchId}) { odds { price } } }`);
    await app.database.sql('alter table odds_gone rename to odds');
    expect(answer).toMatchObject({ errors: [{ message: 'Internal server error' }] });
    expect(JSON.stringify(answer)).not.toContain('relation');
  });

  it('that was expected is not logged', async () => {
    app.log.length = 0;
    await app.graphql('{ match(id: "x") { id } }');
    expect(app.log.filter((line) => line.includes('"level":50') || line.includes('Error'))).toEqual([]);
  });

  it('carries the id a proxy gave to the request', async () => {
    const service = app.app.get(MatchesService);
    const original = service.find.bind(service);
    service.find = () => Promise.reject(new Error('broken'));
    const answer = await fetch(`http://${app.host}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'proxy-4711' },
      body: JSON.stringify({ query: '{ match(id: 1) { id } }' }),
    });
    service.find = original;
    expect(await answer.json()).toMatchObject({
      errors: [{ extensions: { requestId: answer.headers.get('x-request-id') } }],
    });
  });
});

describe('without introspection', () => {
  it('neither the schema nor its names are told', async () => {
    const closed = await bootApp({ GRAPHQL_INTROSPECTION: 'off' }, app.database);
    try {
      const { status, errors } = await closed.graphql('{ __schema { types { name } } }');
      expect({ status, code: errors?.[0].extensions.code }).toEqual({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
      const misspelt = await closed.graphql('{ matche(id: 1) { id } }');
      expect(misspelt.errors?.[0].message).not.toContain('Did you mean');
    } finally {
      await closed.close();
    }
  });
});
