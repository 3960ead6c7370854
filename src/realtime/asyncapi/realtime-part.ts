import { type GraphQLSchema, isObjectType } from 'graphql';
import type { AsyncMessage, AsyncPart, Schema } from '#platform/http/async-api.js';
import { DASHBOARD_STREAMS } from '../dashboard-request.js';
import { GraphqlSchemas } from './graphql-schemas.js';

const text = { type: 'string' };
const object = (properties: Readonly<Record<string, Schema>>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
});
const typed = (type: string, properties: Readonly<Record<string, Schema>> = {}, required?: string[]): Schema =>
  object({ type: { const: type }, ...properties }, ['type', ...(required ?? Object.keys(properties))]);

const ERROR = object({ message: text, extensions: { type: 'object' } }, ['message']);

/** GraphQL over WebSocket and socket.io, as the AsyncAPI document tells of them. */
export function realtimePart(schema: GraphQLSchema): AsyncPart {
  const graphql = new GraphqlSchemas(schema, 'GraphQL', 'graphql');
  const plain = new GraphqlSchemas(schema, 'SocketIO', 'plain');
  const subscriptions = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
  const typeOf = (field: string): string => {
    const type = subscriptions.find(({ name }) => name === field)?.type;
    const named = type && 'ofType' in type ? type.ofType : type;
    if (!isObjectType(named)) throw new Error(`the subscription ${field} gives no object`);
    return named.name;
  };
  const channels = [
    {
      name: 'graphql',
      title: 'GraphQL subscriptions',
      address: '/graphql',
      protocol: 'ws' as const,
      description:
        'Subprotocol `graphql-transport-ws`; any graphql-ws client speaks it. A message holds what the subscription ' +
        'selected. Queries and mutations may be sent on the same connection; a token goes into `connection_init` as ' +
        '`{ authorization: "Bearer ..." }`.',
      sends: [
        message('connection_ack', 'The connection is open', typed('connection_ack')),
        ...subscriptions.map(({ name, description }) =>
          message(
            `next.${name}`,
            description ?? name,
            typed('next', {
              id: text,
              payload: object({ data: object({ [name]: graphql.refTo(typeOf(name)) }), errors: { type: 'array' } }, [
                'data',
              ]),
            }),
          ),
        ),
        message(
          'error',
          'The subscription is refused, or cannot go on',
          typed('error', { id: text, payload: { type: 'array', items: ERROR } }),
        ),
        message('complete', 'Nothing more comes', typed('complete', { id: text })),
        message('pong', 'Answers `ping`', typed('pong', { payload: { type: 'object' } }, [])),
      ],
      receives: [
        message(
          'connection_init',
          'Opens the connection, within 3 seconds',
          typed('connection_init', { payload: { type: 'object' } }, []),
        ),
        message(
          'subscribe',
          'Begins a subscription',
          typed('subscribe', {
            id: text,
            payload: object(
              { query: text, operationName: { type: ['string', 'null'] }, variables: { type: ['object', 'null'] } },
              ['query'],
            ),
          }),
        ),
        message('stop', 'Ends a subscription: `complete` from the client', typed('complete', { id: text })),
        message('ping', 'Asks for `pong`', typed('ping', { payload: { type: 'object' } }, [])),
      ],
    },
    {
      name: 'dashboards',
      title: 'socket.io',
      address: '/socket.io',
      protocol: 'socketio' as const,
      description:
        'Emit `subscribe` with an acknowledgement; messages of each stream arrive as events of its name. They are those ' +
        'of the GraphQL subscriptions, whole: ids are numbers, enums lower case. A token goes into `auth: { token }`.',
      sends: [
        ...DASHBOARD_STREAMS.map((name) => {
          const field = name === 'feed' ? 'matchFeed' : name;
          const { description } = subscriptions.find((subscription) => subscription.name === field) ?? {};
          return message(name, description ?? name, plain.refTo(typeOf(field)));
        }),
        message(
          'ended',
          'A stream cannot go on: the match is kept from the client now',
          object({
            matchId: { type: 'integer' },
            stream: { enum: [...DASHBOARD_STREAMS] },
            error: object({ code: text, message: text }),
          }),
        ),
        message('acknowledgement', 'Answers `subscribe` and `unsubscribe`', {
          oneOf: [
            object({ ok: { const: true }, matchId: { type: 'integer' }, version: { type: 'integer' } }),
            object({ ok: { const: false }, error: object({ code: text, message: text }) }),
          ],
        }),
      ],
      receives: [
        message(
          'subscribe',
          'Begins streams of a match; by default `feed`',
          request({ after: { type: ['string', 'null'] } }),
        ),
        message('unsubscribe', 'Ends them', request({})),
      ],
    },
  ];
  return { channels, schemas: { ...graphql.schemas, ...plain.schemas } };
}

const request = (more: Readonly<Record<string, Schema>>): Schema =>
  object(
    {
      matchId: { type: ['integer', 'string'] },
      ...more,
      streams: { type: 'array', items: { enum: [...DASHBOARD_STREAMS] }, minItems: 1 },
    },
    ['matchId'],
  );

function message(name: string, summary: string, payload: Schema): AsyncMessage {
  return { name, title: name, summary, payload };
}
