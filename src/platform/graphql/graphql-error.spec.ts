import {
  ForbiddenException,
  HttpException,
  InternalServerErrorException,
  Logger,
  UnauthorizedException,
} from '@nestjs/common';
import { buildSchema, execute, graphql, GraphQLError, parse, validate } from 'graphql';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Invalid, NotFound, Unavailable } from '#core/kernel/domain-error.js';
import { formatGraphqlError } from './graphql-error.js';
import { DEFAULT_GRAPHQL_LIMITS } from './graphql-limits.js';
import { parseOptions } from './validation-rules.js';

const schema = buildSchema(`
  enum Side { HOME AWAY }
  type Query { number(of: Int! = 1): Int! side: Side list: [Int] }
`);
const log = vi.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);

afterEach(() => log.mockClear());

/** The first error of executing `source` with this root. */
async function errorOf(source: string, root: object = {}, variableValues = {}): Promise<unknown> {
  return (await graphql({ schema, source, rootValue: root, variableValues })).errors?.[0];
}

function thrown(error: unknown): object {
  return {
    number: () => {
      throw error;
    },
  };
}

async function extensionsOf(error: unknown): Promise<unknown> {
  return formatGraphqlError(await errorOf('{ number }', thrown(error))).extensions;
}

function code(error: unknown): unknown {
  return formatGraphqlError(error).extensions?.['code'];
}

describe('formatGraphqlError', () => {
  it('keeps what a domain error says', async () => {
    for (const [error, kind, params] of [
      [new Invalid('text', 'text is too long', 'TOO_LONG'), 'invalid', { field: 'text' }],
      [new NotFound('match', 7), 'not-found', { id: 7 }],
      [new Unavailable('NO_MODEL', 'No model is trained'), 'unavailable', {}],
    ] as const) {
      expect(formatGraphqlError(await errorOf('{ number }', thrown(error)), 'r1')).toEqual({
        message: error.message,
        path: ['number'],
        locations: [{ line: 1, column: 3 }],
        extensions: { code: error.code, kind, params },
      });
    }
    expect(formatGraphqlError(new NotFound('match', 7))).toMatchObject({ extensions: { code: 'MATCH_NOT_FOUND' } });
    expect(log).not.toHaveBeenCalled();
  });

  it('understands the guards and pipes of the framework', async () => {
    expect(await extensionsOf(new UnauthorizedException())).toEqual({
      code: 'UNAUTHENTICATED',
      kind: 'unauthenticated',
    });
    expect(await extensionsOf(new ForbiddenException())).toEqual({ code: 'FORBIDDEN', kind: 'forbidden' });
    expect(await extensionsOf(new HttpException('no', 422))).toEqual({ code: 'BAD_USER_INPUT', kind: 'invalid' });
    expect(await extensionsOf(new InternalServerErrorException('secret'))).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
  });

  it.each([
    [new Error('secret')],
    ['secret'],
    [{ secret: true }],
    [undefined],
    [null],
    [Object.assign(new Error('secret'), { code: '42P01' })],
  ])('tells nothing of %j', async (error) => {
    const answer = formatGraphqlError(await errorOf('{ number }', thrown(error)), 'r1');
    expect(answer).toMatchObject({
      message: 'Internal server error',
      path: ['number'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'r1' },
    });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(log).toHaveBeenCalledTimes(1);
    expect(formatGraphqlError(error, 'r1')).toMatchObject({ message: 'Internal server error' });
  });

  it('logs one failure once, however many fields it spoiled', async () => {
    const error = new Error('boom');
    const { errors } = await graphql({ schema, source: '{ a: number }', rootValue: thrown(error) });
    for (let count = 0; count < 3; count++) formatGraphqlError(errors?.[0], 'r1');
    expect(log.mock.calls).toEqual([['request r1 at a: Error: boom', error.stack]]);
  });

  it('counts a result that does not fit the schema as our fault', async () => {
    for (const [source, root] of [
      ['{ number }', { number: 1.5 }],
      ['{ number }', { number: null }],
      ['{ side }', { side: 'NOWHERE' }],
      ['{ list }', { list: 5 }],
    ] as const) {
      expect(formatGraphqlError(await errorOf(source, root))).toMatchObject({
        message: 'Internal server error',
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      });
    }
  });

  it('gives the errors of the language a code, for transports without Apollo', async () => {
    expect(code(validate(schema, parse('{ nothing }'))[0])).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(code(validate(schema, parse('query($x: Int) { number }'))[0])).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(code(await errorOf('query($x: Int!) { number(of: $x) }'))).toBe('BAD_USER_INPUT');
    expect(code(await errorOf('query($x: Int!) { number(of: $x) }', {}, { x: 'y' }))).toBe('BAD_USER_INPUT');
    const withoutCheck = execute({ schema, document: parse('{ number(of: null) }') });
    expect(code((await withoutCheck).errors?.[0])).toBe('BAD_USER_INPUT');
    expect(code(await errorOf('{ number('))).toBe('GRAPHQL_PARSE_FAILED');
    expect(log).not.toHaveBeenCalled();
  });

  it('tells of a document too deep to be read; a resolver that calls itself for ever is our fault', async () => {
    const read = (): unknown => parse(`{ number(of: ${'['.repeat(100_000)}`);
    expect(read).toThrow(RangeError);
    const error = (() => {
      try {
        return read();
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(code(error)).toBe('QUERY_TOO_LARGE');
    expect(log).not.toHaveBeenCalled();
    const forever = (): number => forever() + 1;
    expect(code(await errorOf('{ number }', { number: forever }))).toBe('INTERNAL_SERVER_ERROR');
    expect(log).toHaveBeenCalledOnce();
  });

  it('prefers the code an error was given', () => {
    const inner = new GraphQLError('too deep', { extensions: { code: 'QUERY_TOO_DEEP', http: { status: 400 } } });
    const outer = new GraphQLError('too deep', {
      originalError: inner,
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
    expect(formatGraphqlError(outer)).toEqual({ message: 'too deep', extensions: { code: 'QUERY_TOO_DEEP' } });
  });

  it('says in its own words that a document is too large', () => {
    const source = `{ ${'x '.repeat(DEFAULT_GRAPHQL_LIMITS.maxTokens)} }`;
    try {
      parse(source, parseOptions(DEFAULT_GRAPHQL_LIMITS));
      expect.unreachable();
    } catch (error) {
      expect(formatGraphqlError(error)).toMatchObject({
        message: 'The document has more than 2000 tokens',
        extensions: { code: 'QUERY_TOO_LARGE' },
      });
    }
    const repeated = validate(schema, parse(`{ ${'number '.repeat(1_990)} }`));
    expect(formatGraphqlError(repeated[0])).toMatchObject({ extensions: { code: 'QUERY_TOO_LARGE' } });
  });
});
