import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLError,
} from 'graphql';
import { randomUUID } from 'node:crypto';
import { createGraphqlContext, type GraphqlContext } from '#platform/graphql/graphql-context.js';
import { formatGraphqlError } from '#platform/graphql/graphql-error.js';
import { GRAPHQL_LIMITS, type GraphqlLimits } from '#platform/graphql/graphql-limits.js';
import { refuseCostly } from '#platform/graphql/query-cost.js';
import { parseOptions, validationRules } from '#platform/graphql/validation-rules.js';
import { CLOSE } from './close-codes.js';
import { GraphqlConnection, type Request, type ResultStream } from './graphql-connection.js';
import { type Operation, OperationCache } from './graphql-operation.js';
import type { Taker } from './outbox.js';
import { REALTIME_OPTIONS, type RealtimeOptions } from './realtime-options.js';
import { SharedResults } from './shared-results.js';
import { closeWithin, type Upgrade, UpgradeRouter } from './upgrade-router.js';

const SUBPROTOCOL = 'graphql-transport-ws';
const INIT_TIMEOUT_MS = 3_000;
const HIGH_WATER_BYTES = 256 * 1024;

/** What resolvers of an operation over WebSocket find in their context. */
export interface SocketContext extends GraphqlContext {
  /** Payload of the client's `connection_init`. */
  readonly connectionParams: unknown;
  /** To be called when the subscriber passed its bound. */
  readonly onOverflow: () => void;
}

/** GraphQL over WebSocket at `/graphql`: subscriptions, and queries for clients that keep one connection. */
@Injectable()
export class GraphqlTransport implements OnApplicationBootstrap {
  readonly #shared = new SharedResults();
  #operations!: OperationCache;

  constructor(
    private readonly schemas: GraphQLSchemaHost,
    private readonly orm: MikroORM,
    private readonly router: UpgradeRouter,
    @Inject(GRAPHQL_LIMITS) private readonly graphqlLimits: GraphqlLimits,
    @Inject(REALTIME_OPTIONS) private readonly options: RealtimeOptions,
  ) {}

  /** Subscription results really executed; all other deliveries shared one of them. */
  get executions(): number {
    return this.#shared.executions;
  }

  onApplicationBootstrap(): void {
    const { graphqlLimits: limits } = this;
    this.#operations = new OperationCache(this.schemas.schema, validationRules(limits), parseOptions(limits));
    this.router.register('/graphql', (upgrade) => this.#open(upgrade));
  }

  async #open({ request, accept }: Upgrade): Promise<void> {
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    const spoken = offered.includes(SUBPROTOCOL);
    const socket = await accept(spoken ? SUBPROTOCOL : undefined);
    if (!spoken) return void closeWithin(socket, CLOSE.subprotocol, 1_000);
    const executor = {
      run: (body: Request, connection: { params: unknown; onOverflow: () => void }) => this.#run(body, connection),
      format: (error: unknown) => formatGraphqlError(error),
    };
    GraphqlConnection.serve(socket, executor, {
      maxSubscriptions: this.options.maxSubscriptions,
      highWaterBytes: HIGH_WATER_BYTES,
      initTimeoutMs: INIT_TIMEOUT_MS,
    });
  }

  async #run(
    { query, operationName, variables }: Request,
    { params, onOverflow }: { params: unknown; onOverflow: () => void },
  ): Promise<ResultStream | readonly GraphQLError[]> {
    const operation = this.#operations.prepare(query, operationName ?? undefined);
    if (!('document' in operation)) return operation;
    const { schema } = this.schemas;
    refuseCostly(schema, operation.document, operation.definition, variables ?? {}, this.graphqlLimits);

    const context: SocketContext = { ...createGraphqlContext(randomUUID()), connectionParams: params, onOverflow };
    const { document } = operation;
    const args: ExecutionArgs = { schema, document, operationName, variableValues: variables, contextValue: context };
    if (operation.definition.operation !== 'subscription') {
      return single(await this.#inContext(async () => formatted(await execute(args), context.requestId)));
    }
    const source = await this.#inContext(() => createSourceEventStream(args));
    if (!(Symbol.asyncIterator in source)) return source.errors ?? [];
    return this.#results(source[Symbol.asyncIterator]() as EventSource, operation, args);
  }

  /** One result per event, executed once for all subscribers who asked the same. */
  #results(events: EventSource, operation: Operation, args: ExecutionArgs): ResultStream {
    const variables = operation.sharedVariables.map((name) => args.variableValues?.[name] ?? null);
    const key = `${operation.shareKey}\n${JSON.stringify(variables)}`;
    const execution = (event: object): Promise<FormattedExecutionResult> =>
      this.#inContext(async () => {
        const requestId = randomUUID();
        const contextValue = { ...(args.contextValue as SocketContext), requestId, loaders: new Map() };
        return formatted(await execute({ ...args, contextValue, rootValue: event }), requestId);
      });
    // One for all events: thousands wait for each.
    let waiting: Taker<Buffer>;
    const eventTaker: Taker<object> = {
      item: (event) => this.#shared.take(event, key, execution, waiting),
      end: (failure) => waiting.end(failure),
    };
    return {
      take: (taker) => {
        waiting = taker;
        takeFrom(events, eventTaker);
      },
      stop: () => void events.return?.(),
    };
  }

  /** graphql-js runs events of a subscription outside any request: each gets an entity manager of its own. */
  #inContext<T>(work: () => T): T {
    return RequestContext.create(this.orm.em, work);
  }
}

function formatted({ data, errors }: ExecutionResult, requestId: string): FormattedExecutionResult {
  if (!errors) return { data };
  return { errors: errors.map((error) => formatGraphqlError(error, requestId)), data };
}

/** Events of a subscription; ours can be taken without a promise for each. */
type EventSource = AsyncIterator<object, unknown> & { take?: (taker: Taker<object>) => void };

function takeFrom(events: EventSource, taker: Taker<object>): void {
  if (events.take) return events.take(taker);
  events.next().then(
    (step) => (step.done ? taker.end() : taker.item(step.value)),
    (error: unknown) => taker.end({ error }),
  );
}

/** The one result of a query or mutation. */
function single(result: FormattedExecutionResult): ResultStream {
  let encoded: Buffer | undefined = Buffer.from(JSON.stringify(result));
  return {
    take: (taker) => {
      const taken = encoded;
      encoded = undefined;
      if (taken) taker.item(taken);
      else taker.end();
    },
    stop: () => undefined,
  };
}
