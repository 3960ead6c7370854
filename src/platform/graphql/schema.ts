import { type DynamicModule, type ForwardReference, type Provider, type Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { NestFactory } from '@nestjs/core';
import { type BuildSchemaOptions, GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

export const buildSchemaOptions: BuildSchemaOptions = { noDuplicatedFields: true };

type Imported = Type | DynamicModule | Promise<DynamicModule> | ForwardReference;

/** The schema of an application, printed the way schema.gql is kept. Needs neither its database nor its server. */
export async function printSchemaOf(root: Type | DynamicModule): Promise<string> {
  const context = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  try {
    const providers = await providerClasses(root, new Set());
    return printSorted(await context.get(GraphQLSchemaFactory).create(providers, { ...buildSchemaOptions }));
  } finally {
    await context.close();
  }
}

export function printSorted(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/**
 * Classes provided by a module and all it imports: what the running application looks for resolvers in, so a resolver
 * that is in the one schema is in the other.
 */
async function providerClasses(imported: Imported, seen: Set<unknown>): Promise<Type[]> {
  const given = await imported;
  const resolved = 'forwardRef' in given ? (given as ForwardReference<() => Type>).forwardRef() : given;
  const module = 'module' in resolved ? resolved.module : resolved;
  const dynamic = 'module' in resolved ? resolved : undefined;
  if (seen.has(resolved)) return [];
  seen.add(resolved);
  const providers = [...metadata<Provider>(MODULE_METADATA.PROVIDERS, module), ...(dynamic?.providers ?? [])];
  const imports = [...metadata<Imported>(MODULE_METADATA.IMPORTS, module), ...(dynamic?.imports ?? [])];
  const classes = providers.filter((provider): provider is Type => typeof provider === 'function');
  const nested = await Promise.all(imports.map((each) => providerClasses(each as Imported, seen)));
  return [...classes, ...nested.flat()];
}

function metadata<T>(key: string, module: object): T[] {
  return (Reflect.getMetadata(key, module) as T[] | undefined) ?? [];
}
