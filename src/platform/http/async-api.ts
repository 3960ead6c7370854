import type { FastifyInstance } from 'fastify';
import { VERSION } from './version.js';

/** A JSON Schema, as far as these documents write one. */
export type Schema = Readonly<Record<string, unknown>>;

export interface AsyncMessage {
  name: string;
  title: string;
  summary: string;
  payload: Schema;
}

/** One address at which messages go to and fro. */
export interface AsyncChannel {
  /** In the document: `statsboardsMatch`. */
  name: string;
  title: string;
  /** `/graphql`, `/api/matches/ws/id/{match_id}/{client_id}/`. */
  address: string;
  /** Of which `servers` it is one. */
  protocol: 'ws' | 'socketio';
  description: string;
  parameters?: Readonly<Record<string, string>>;
  /** What the server sends, and what it takes. */
  sends: readonly AsyncMessage[];
  receives: readonly AsyncMessage[];
}

/** A part of the document: its channels, and the schemas their messages refer to by `#/components/schemas/`. */
export interface AsyncPart {
  channels: readonly AsyncChannel[];
  schemas: Readonly<Record<string, Schema>>;
}

const DESCRIPTION =
  'Everything the server pushes: GraphQL subscriptions, socket.io events and the raw sockets of the contracts. How to ' +
  'begin, resume and reconnect is in docs/realtime.md.';

/** The AsyncAPI 3 document of all parts. */
export function asyncApiDocument(parts: readonly AsyncPart[], host: string): Record<string, unknown> {
  const channels = parts.flatMap((part) => part.channels);
  return {
    asyncapi: '3.0.0',
    info: { title: 'Touchline, live', version: VERSION, description: DESCRIPTION },
    defaultContentType: 'application/json',
    servers: {
      ws: { host, protocol: 'ws', description: 'Raw WebSockets' },
      socketio: { host, protocol: 'ws', pathname: '/socket.io', description: 'socket.io 4' },
    },
    channels: Object.fromEntries(channels.map((channel) => [channel.name, channelOf(channel)])),
    operations: Object.fromEntries(channels.flatMap(operationsOf)),
    components: { schemas: Object.assign({}, ...parts.map(({ schemas }) => schemas)) as Record<string, Schema> },
  };
}

function channelOf({ title, address, protocol, description, parameters, sends, receives }: AsyncChannel): Schema {
  return {
    title,
    address,
    description,
    servers: [{ $ref: `#/servers/${protocol}` }],
    ...(parameters
      ? {
          parameters: Object.fromEntries(
            Object.entries(parameters).map(([name, text]) => [name, { description: text }]),
          ),
        }
      : {}),
    messages: Object.fromEntries(
      [...sends, ...receives].map(({ name, title: of, summary, payload }) => [
        name,
        { name, title: of, summary, payload },
      ]),
    ),
  };
}

function operationsOf({ name, title, sends, receives }: AsyncChannel): [string, Schema][] {
  const operation = (action: 'send' | 'receive', messages: readonly AsyncMessage[]): [string, Schema][] => [
    [
      `${name}.${action}`,
      {
        action,
        channel: { $ref: `#/channels/${name}` },
        title: `${title}: ${action === 'send' ? 'from' : 'to'} the server`,
        messages: messages.map((message) => ({ $ref: `#/channels/${name}/messages/${message.name}` })),
      },
    ],
  ];
  return [...operation('send', sends), ...(receives.length > 0 ? operation('receive', receives) : [])];
}

/** Serves `/asyncapi.json`; the page that shows it is `/docs/asyncapi`. Its parts are made when first asked for. */
export function serveAsyncApi(fastify: FastifyInstance, parts: () => readonly AsyncPart[]): void {
  let made: readonly AsyncPart[] | undefined;
  fastify.get('/asyncapi.json', (request, reply) => reply.send(asyncApiDocument((made ??= parts()), request.host)));
}
