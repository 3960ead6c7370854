import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnaliseModule } from '../../../src/dialects/analise/index.js';
import type { AnaliseApp } from './boot.js';
import { ARSENAL, bootDocumented, MATCH } from './documented.js';

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  nullable?: boolean;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  enum?: unknown[];
}

let test: AnaliseApp;
let document: OpenAPIObject;
beforeAll(async () => {
  test = await bootDocumented();
  document = SwaggerModule.createDocument(test.app, new DocumentBuilder().build(), { include: [AnaliseModule] });
});
afterAll(() => test.close());

const ROUTES: Record<string, { url: string; parameters: string[]; statuses: string[] }> = {
  '/api/partidas': {
    url: '/api/partidas?data=2025-12-27',
    parameters: ['data'],
    statuses: ['200', '400', '500'],
  },
  '/api/partida/{matchId}/stats': {
    url: `/api/partida/${MATCH}/stats`,
    parameters: ['away_mando', 'filtro', 'home_mando', 'matchId', 'periodo'],
    statuses: ['200', '400', '404', '500'],
  },
  '/api/partida/{matchId}/analysis': {
    url: `/api/partida/${MATCH}/analysis?debug=1`,
    parameters: ['away_mando', 'debug', 'filtro', 'home_mando', 'matchId', 'periodo'],
    statuses: ['200', '400', '404', '500'],
  },
  '/api/competicoes': { url: '/api/competicoes', parameters: [], statuses: ['200', '500'] },
  '/api/time/{teamId}/escudo': {
    url: `/api/time/${ARSENAL}/escudo`,
    parameters: ['nome', 'teamId'],
    statuses: ['200', '400', '404', '500'],
  },
};

function resolve(schema: Schema): Schema {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return document.components?.schemas?.[name] as Schema;
  }
  return schema.allOf ? { ...resolve(schema.allOf[0]), nullable: schema.nullable } : schema;
}

/** Everything in the value that the schema does not say, or says differently. */
function contradictions(value: unknown, schema: Schema, at = '$'): string[] {
  const { type, nullable, properties, required = [], items, enum: words } = resolve(schema);
  if (value === null) return nullable ? [] : [`${at} is null`];
  if (Array.isArray(value)) return value.flatMap((item, n) => contradictions(item, items ?? {}, `${at}[${n}]`));
  if (typeof value === 'object') {
    const entries = Object.entries(value);
    const missing = required.filter((name) => !(name in value)).map((name) => `${at}.${name} is missing`);
    return missing.concat(
      entries.flatMap(([name, item]) =>
        properties?.[name] ? contradictions(item, properties[name], `${at}.${name}`) : [`${at}.${name} is unknown`],
      ),
    );
  }
  if (words && !words.includes(value)) return [`${at} is ${String(value)}`];
  const isInteger = type === 'integer' && Number.isInteger(value);
  return typeof value === type || isInteger ? [] : [`${at} is no ${type}`];
}

describe('the OpenAPI document', () => {
  it('has the five routes and no other', () => {
    expect(Object.keys(document.paths).toSorted()).toEqual(Object.keys(ROUTES).toSorted());
  });

  it.each(Object.entries(ROUTES))('%s: parameters, statuses and a schema that fits the answer', async (path, route) => {
    const { get } = document.paths[path];
    expect((get?.parameters ?? []).map((parameter) => ('name' in parameter ? parameter.name : '')).toSorted()).toEqual(
      route.parameters,
    );
    expect(Object.keys(get?.responses ?? {}).toSorted()).toEqual(route.statuses);
    const ok = get?.responses['200'] as { content: Record<string, { schema: Schema }> };
    expect(contradictions(await test.json(route.url), ok.content['application/json'].schema)).toEqual([]);
  });
});
