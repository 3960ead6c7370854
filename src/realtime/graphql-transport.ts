import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  createSourceEventStream,
  execute,
  type ExecutionArgs,
  type GraphQLError,
  type GraphQLFormattedError,
} from 'graphql';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { GraphqlRequests } from '#platform/graphql/index.js';
import { CLOSE } from './close-codes.js';
import { type Executor, GraphqlConnection, type Request, streamOf } from './graphql-connection.js';
import { type Operation, OperationCache } from './graphql-operation.js';
import { REALTIME_OPTIONS, type RealtimeOptions } from './realtime-options.js';
import { SharedResults } from './shared-results.js';
import { closeWithin, type Upgrade, UpgradeRouter } from './upgrade-router.js';

const SUBPROTOCOL = 'graphql-transport-ws';
const INIT_TIMEOUT_MS = 3_000;
const HIGH_WATER_BYTES = 256 * 1024;

type Result = AsyncIterator<Buffer, undefined> | readonly GraphQLError[];

/** GraphQL over WebSocket at `/graphql`: subscriptions, and queries for clients that keep one connection. */
@Injectable()
export class GraphqlTransport implements OnApplicationBootstrap {
  readonly #shared = new SharedResults();
  #operations!: OperationCache;

  constructor(
    private readonly schemas: GraphQLSchemaHost,
    private readonly orm: MikroORM,
    private readonly router: UpgradeRouter,
    private readonly requests: GraphqlRequests,
    @Inject(REALTIME_OPTIONS) private readonly options: RealtimeOptions,
  ) {}

  /** Subscription results really executed; the rest was shared. */
  get executions(): number {
    return this.#shared.executions;
  }

  onApplicationBootstrap(): void {
    this.#operations = new OperationCache(this.schemas.schema, this.requests.validationRules);
    this.router.register('/graphql', (upgrade) => this.#open(upgrade));
  }

  async #open({ request, accept }: Upgrade): Promise<void> {
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    const spoken = offered.includes(SUBPROTOCOL);
    const socket = await accept(spoken ? SUBPROTOCOL : undefined);
    if (!spoken) return void closeWithin(socket, CLOSE.subprotocol, 1_000);
    const executor: Executor = {
      run: (body, connection) => this.#run(body, request, connection),
      format: (error) => this.#format(error),
    };
    new GraphqlConnection(socket, executor, {
      maxSubscriptions: this.options.maxSubscriptions,
      highWaterBytes: HIGH_WATER_BYTES,
      initTimeoutMs: INIT_TIMEOUT_MS,
    });
  }

  #format(error: unknown): GraphQLFormattedError {
    return this.requests.formatError(error, randomUUID());
  }

  async #run(
    { query, operationName, variables }: Request,
    request: IncomingMessage,
    connection: { params: unknown; onOverflow: () => void },
  ): Promise<Result> {
    const operation = this.#operations.prepare(query, operationName ?? undefined);
    if (!('document' in operation)) return operation;
    const refused = this.requests.checkComplexity(this.schemas.schema, operation, variables ?? {});
    if (refused) return [refused];
    const args: ExecutionArgs = {
      schema: this.schemas.schema,
      document: operation.document,
      operationName,
      variableValues: variables,
      contextValue: {
        ...this.requests.createContext(request),
        connectionParams: connection.params,
        onOverflow: connection.onOverflow,
      },
    };
    const inContext = <T>(work: () => T): T => RequestContext.create(this.orm.em, work);
    if (operation.definition.operation !== 'subscription') {
      const result = await inContext(() => execute(args));
      return streamOf({
        ...result,
        ...(result.errors && { errors: result.errors.map((error) => this.#format(error) as GraphQLError) }),
      });
    }
    const source = await inContext(() => createSourceEventStream(args));
    if (!(Symbol.asyncIterator in source)) return source.errors ?? [];
    return this.#shareResults(source[Symbol.asyncIterator]() as AsyncIterator<object>, operation, args);
  }

  #shareResults(
    source: AsyncIterator<object>,
    operation: Operation,
    args: ExecutionArgs,
  ): AsyncIterator<Buffer, undefined> {
    const variables = operation.sharedVariables.map((name) => args.variableValues?.[name] ?? null);
    const key = `${operation.shareKey}\n${JSON.stringify(variables)}\n${this.requests.scopeOf(args.contextValue)}`;
    return {
      next: async () => {
        const step = await source.next();
        if (step.done) return { done: true, value: undefined };
        const event = step.value;
        const value = await this.#shared.get(event, key, async () => {
          const result = await RequestContext.create(this.orm.em, () => execute({ ...args, rootValue: event }));
          return {
            ...result,
            ...(result.errors && { errors: result.errors.map((error) => this.#format(error) as GraphQLError) }),
          };
        });
        return { done: false, value };
      },
      return: async () => {
        await source.return?.();
        return { done: true, value: undefined };
      },
    };
  }
}
