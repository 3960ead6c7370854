import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { GraphqlContext } from './graphql-context.js';
import type { GraphqlLimits } from './graphql-limits.js';
import { refuseCostly } from './query-cost.js';

/** Refuses costly operations, and subscriptions, between validation and execution, where Apollo knows the variables. */
export function operationCostPlugin(limits: GraphqlLimits): ApolloServerPlugin<GraphqlContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          if (operation?.operation === OperationTypeNode.SUBSCRIPTION) throw overHttp();
          // Without an operation the execution itself says that none has the requested name.
          if (operation) refuseCostly(schema, document, operation, request.variables ?? {}, limits);
        },
      };
    },
  };
}

const overHttp = (): GraphQLError =>
  new GraphQLError('Subscriptions need a WebSocket: the same path, subprotocol graphql-transport-ws', {
    extensions: { code: 'SUBSCRIPTION_OVER_HTTP', kind: 'invalid', http: { status: 400 } },
  });
