// All clients, in one process: the public client of socket.io, and `ws` speaking graphql-transport-ws.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';
import { answer, cpu } from './answer.ts';
import { Audience, type Faults } from './audience.ts';
import { type Item, type MatchRow, SUBSCRIPTION } from './item.ts';
import { readBoard } from './board.ts';

export type Protocol = 'graphql' | 'graphql with snapshot' | 'ws' | 'socket.io' | 'statsboards' | 'ws of boards';

interface Message {
  payload?: { data?: { matchFeed?: Item } };
}

const AT_A_TIME = 50;
const audiences = new Map<string, Audience>();

const calls = {
  cpu,

  /** Connects so many clients. Returns when each is subscribed. */
  async open(
    name: string,
    protocol: Protocol,
    host: string,
    count: number,
    row: MatchRow,
    matchId = Number(row['id']),
  ): Promise<void> {
    const audience = new Audience(row, { ofState: protocol === 'statsboards' });
    audiences.set(name, audience);
    const connect = OPENERS[protocol];
    for (let opened = 0; opened < count; opened += AT_A_TIME) {
      const batch = Math.min(AT_A_TIME, count - opened);
      await Promise.all(Array.from({ length: batch }, () => connect(audience, host, matchId)));
    }
  },

  /** Deliveries since the last call, once everybody has event `n` or the time is over. */
  async take(name: string, n: number, timeoutMs: number): Promise<{ deliveries: number; faults: Faults }> {
    const audience = audiences.get(name)!;
    await audience.reached(n, timeoutMs);
    return audience.take(n);
  },

  time(name: string, from: number, count: number): void {
    audiences.get(name)!.time(from, count);
  },

  latencies(name: string, from: number, sentAt: number[]): number[] {
    return audiences.get(name)!.latencies(from, sentAt);
  },
};

export type LoadCalls = typeof calls;

type Open = (audience: Audience, host: string, matchId: number) => Promise<void>;

const OPENERS: Record<Protocol, Open> = {
  graphql: (audience, host, matchId) => openGraphql(audience, host, matchId, false),
  'graphql with snapshot': (audience, host, matchId) => openGraphql(audience, host, matchId, true),
  ws: (audience, host) => openWs(audience, host, readWhole),
  'ws of boards': (audience, host) => openWs(audience, host, readBoard),
  statsboards: openBoard,
  'socket.io': openSocketIo,
};

async function openGraphql(audience: Audience, host: string, matchId: number, snapshot: boolean): Promise<void> {
  const socket = new WebSocket(`ws://${host}/graphql`, ['graphql-transport-ws'], { perMessageDeflate: false });
  await once(socket, 'open');
  const client = audience.join();
  const id = randomUUID();
  const head = `{"id":"${id}",`;
  const started = new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text === '{"type":"connection_ack"}') {
        socket.send(
          JSON.stringify({ id, type: 'subscribe', payload: { query: SUBSCRIPTION, variables: { id: matchId } } }),
        );
        // Where nothing comes before the first event, the answer to a ping says that the subscription was read.
        if (!snapshot) socket.send('{"type":"ping"}');
        return;
      }
      if (text === '{"type":"pong"}' || snapshot) resolve();
      if (text === '{"type":"pong"}') return;
      // What is no message to this client is shown to the audience as it is, and counts as wrong.
      audience.receiveText(client, text.startsWith(head) ? text.slice(head.length) : text, readRest);
    });
  });
  socket.send('{"type":"connection_init"}');
  await started;
}

type Read = Parameters<Audience['receiveText']>[2];

async function openWs(audience: Audience, host: string, read: Read): Promise<void> {
  const socket = new WebSocket(`ws://${host}/`, { perMessageDeflate: false });
  await once(socket, 'open');
  const client = audience.join();
  socket.on('message', (data: Buffer) => audience.receiveText(client, data.toString(), read));
}

/** The socket of a match as StatsBoards documents it; its beginning ends with the game clock. */
async function openBoard(audience: Audience, host: string, matchId: number): Promise<void> {
  const socket = new WebSocket(`ws://${host}/api/matches/ws/id/${matchId}/${randomUUID()}/`, {
    perMessageDeflate: false,
  });
  const client = audience.join();
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text.startsWith('{"type":"gameclock-update"')) resolve();
      audience.receiveText(client, text, readBoard);
    });
  });
}

async function openSocketIo(audience: Audience, host: string, matchId: number): Promise<void> {
  const socket = io(`http://${host}`, { transports: ['websocket'], forceNew: true, reconnection: false });
  const client = audience.join();
  socket.on('feed', (item: Item) => audience.receive(client, item));
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve);
    socket.on('connect_error', reject);
  });
  const { ok } = (await socket.emitWithAck('subscribe', { matchId })) as { ok: boolean };
  if (!ok) throw new Error('the subscription was refused');
}

/** A message without the brace and the client's id it begins with. */
function readRest(text: string): Item | undefined {
  return (JSON.parse(`{${text}`) as Message).payload?.data?.matchFeed;
}

/** A message like those of GraphQL, or a bare row. */
function readWhole(text: string): Item | MatchRow | undefined {
  const message = JSON.parse(text) as Message & MatchRow;
  return message.payload ? message.payload.data?.matchFeed : message;
}

answer(calls);
