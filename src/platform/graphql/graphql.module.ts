import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Global, Inject, Module, Optional } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createGraphqlContext } from './graphql-context.js';
import { DEFAULT_GRAPHQL_LIMITS, GRAPHQL_LIMITS, type GraphqlLimits } from './graphql-limits.js';
import { operationCostPlugin } from './operation-cost.plugin.js';
import { formatError, requestIdPlugin } from './request-id.plugin.js';
import { buildSchemaOptions } from './schema.js';
import { parseOptions, validationRules } from './validation-rules.js';

export const GRAPHQL_PATH = '/graphql';

export interface GraphqlOptions {
  /** Whether clients may read the schema. Default true. */
  introspection?: boolean;
  /** Replaces single limits of `DEFAULT_GRAPHQL_LIMITS`. */
  limits?: Partial<GraphqlLimits>;
}

/** GraphQL over HTTP, and the limits that every transport of GraphQL obeys. */
@Global()
@Module({})
export class GraphqlModule {
  constructor(@Inject(GRAPHQL_LIMITS) limits: GraphqlLimits, @Optional() host?: HttpAdapterHost) {
    // The driver registers its route later, without an option for the size of a body.
    const fastify = host?.httpAdapter?.getInstance<FastifyInstance | undefined>();
    fastify?.addHook('onRoute', (route) => {
      if (route.url === GRAPHQL_PATH) route.bodyLimit = limits.maxBodyBytes;
    });
  }

  static forRoot({ introspection = true, limits: changed = {} }: GraphqlOptions = {}): DynamicModule {
    const limits: GraphqlLimits = { ...DEFAULT_GRAPHQL_LIMITS, ...changed };
    return {
      module: GraphqlModule,
      imports: [GraphQLModule.forRoot<ApolloDriverConfig>(apolloOptions(introspection, limits))],
      providers: [{ provide: GRAPHQL_LIMITS, useValue: limits }],
      exports: [GRAPHQL_LIMITS, GraphQLModule],
    };
  }
}

function apolloOptions(introspection: boolean, limits: GraphqlLimits): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    path: GRAPHQL_PATH,
    autoSchemaFile: true,
    sortSchema: true,
    buildSchemaOptions,
    context: (req: FastifyRequest) => createGraphqlContext(String(req.id), req),
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    formatError,
    autoTransformHttpErrors: false,
    parseOptions: parseOptions(limits),
    validationRules: validationRules(limits),
    plugins: [ApolloServerPluginCacheControlDisabled(), requestIdPlugin, operationCostPlugin(limits)],
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    graphiql: false,
    // Sockets are closed in beforeApplicationShutdown; stopping earlier would wait for them for ever.
    stopOnApplicationShutdown: true,
  };
}
