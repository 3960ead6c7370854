import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppModule } from '../../src/app.module.js';
import { loadConfig } from '../../src/platform/config/index.js';
import { printSchemaOf, printSorted } from '../../src/platform/graphql/schema.js';
import { bootApp, type TestApp } from '../support/app.js';

let app: TestApp;
let schema: GraphQLSchema;
let written: string;

beforeAll(async () => {
  app = await bootApp();
  ({ schema } = app.app.get(GraphQLSchemaHost));
  written = await readFile(join(import.meta.dirname, '../../schema.gql'), 'utf8');
});

afterAll(() => app?.close());

describe('schema.gql', () => {
  it('is the schema of the running application', () => {
    expect(printSorted(schema)).toBe(written);
  });

  it('is what the command prints without a database', async () => {
    expect(await printSchemaOf(AppModule.forRoot(loadConfig({}), 'postgresql://127.0.0.1:1/none'))).toBe(written);
  });

  it('describes every type, field, argument and value that can be queried', () => {
    const query = schema.getQueryType();
    const missing: string[] = [];
    const check = (name: string, { description }: { description?: string | null }): void => {
      if (!description) missing.push(name);
    };
    for (const type of Object.values(new GraphQLSchema({ query }).getTypeMap())) {
      if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
      if (type !== query) check(type.name, type);
      if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
      if (!isObjectType(type) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        check(`${type.name}.${field.name}`, field);
        if ('args' in field) for (const arg of field.args) check(`${type.name}.${field.name}(${arg.name})`, arg);
      }
    }
    expect(missing).toEqual([]);
  });
});
