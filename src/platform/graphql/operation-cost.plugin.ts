import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphqlContext } from './graphql-context.js';
import type { GraphqlLimits } from './graphql-limits.js';
import { refuseCostly } from './query-cost.js';

/** Refuses costly operations between validation and execution, where Apollo knows the variables. */
export function operationCostPlugin(limits: GraphqlLimits): ApolloServerPlugin<GraphqlContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          // Without an operation the execution itself says that none has the requested name.
          if (operation) refuseCostly(schema, document, operation, request.variables ?? {}, limits);
        },
      };
    },
  };
}
