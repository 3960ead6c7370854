import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { formatGraphqlError } from './graphql-error.js';
import type { GraphqlContext } from './graphql-context.js';

/** Apollo's `formatError` is not told which request an error belongs to; the plugin remembers it. */
const requestIds = new WeakMap<object, string>();

export const requestIdPlugin: ApolloServerPlugin<GraphqlContext> = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue }) {
        for (const error of errors) requestIds.set(error, contextValue.requestId);
      },
    };
  },
};

export function formatError(_formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  return formatGraphqlError(error, typeof error === 'object' && error !== null ? requestIds.get(error) : undefined);
}
