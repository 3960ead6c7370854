import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controllerRoutes } from '../handlers.js';
import { bootStatsboards, type StatsboardsApp } from './boot.js';

interface Operation {
  summary?: string;
  security?: object[];
  parameters?: { name: string; in: string }[];
  requestBody?: unknown;
  responses: Record<string, { content?: Record<string, { schema?: object }> }>;
}

let test: StatsboardsApp;
let paths: Record<string, Record<string, Operation>>;
let schemas: Record<string, object>;
beforeAll(async () => {
  test = await bootStatsboards();
  const { body } = await test.call<{ paths: typeof paths; components: { schemas: typeof schemas } }>(
    'GET',
    '/openapi/statsboards.json',
  );
  paths = body.paths;
  schemas = body.components.schemas;
});
afterAll(() => test.close());

const operations = (): [string, Operation][] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  );

const faulty = (isFaulty: (operation: Operation, name: string) => boolean): string[] =>
  operations()
    .filter(([name, operation]) => isFaulty(operation, name))
    .map(([name]) => name);

describe('the OpenAPI document', () => {
  it('is listed and shown', async () => {
    const { body } = await test.call<{ name: string }[]>('GET', '/openapi');
    expect(body.map(({ name }) => name)).toContain('statsboards');
    expect((await fetch(`http://${test.host}/docs/statsboards`)).status).toBe(200);
  });

  it('says of every operation what it does and what it answers', () => {
    expect(faulty(({ summary }) => !summary)).toEqual([]);
    const answers = ({ responses }: Operation): boolean =>
      Object.entries(responses).some(
        ([status, { content = {} }]) =>
          ['204', '302', '307'].includes(status) ||
          (status.startsWith('2') && Object.values(content).some(({ schema }) => schema !== undefined)),
      );
    expect(faulty((operation) => !answers(operation))).toEqual([]);
  });

  it('tells the parameters in the path, and the errors of values and ids', () => {
    const inPath = (operation: Operation): number =>
      operation.parameters?.filter((each) => each.in === 'path').length ?? 0;
    expect(faulty((operation, name) => inPath(operation) !== (name.match(/\{/g)?.length ?? 0))).toEqual([]);
    expect(faulty(({ responses }) => !('422' in responses && '500' in responses))).toEqual([]);
    for (const name of ['sports', 'positions', 'gameclock', 'playclock', 'scoreboards']) {
      expect(paths[`/api/${name}`]['post'].responses).toHaveProperty('400');
    }
  });

  it('has an example of every body', () => {
    const isShown = (value: unknown): boolean => {
      if (typeof value !== 'object' || value === null) return false;
      const { $ref } = value as { $ref?: string };
      if ($ref !== undefined) return isShown(schemas[$ref.slice($ref.lastIndexOf('/') + 1)]);
      return 'example' in value || Object.values(value).some(isShown);
    };
    const isFile = (body: unknown): boolean => JSON.stringify(body).includes('multipart/form-data');
    expect(
      faulty(({ requestBody }) => requestBody !== undefined && !isFile(requestBody) && !isShown(requestBody)),
    ).toEqual([]);
  });

  it('asks for a token where one may be needed, and tells what happens without', () => {
    const guarded = new Map(
      controllerRoutes(test.app).map(({ method, path, access }) => [
        `${method} ${path.replace(/:(\w+)(?:\([^)]*\))?/g, '{$1}')}`,
        access !== 'public',
      ]),
    );
    expect(faulty(({ security }, name) => (security !== undefined) !== guarded.get(name))).toEqual([]);
    expect(faulty(({ security, responses }) => security !== undefined && !('401' in responses))).toEqual([]);
  });
});
