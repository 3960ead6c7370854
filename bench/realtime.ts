/**
 * How much a live update costs, beside the least a server can do and beside the usual servers; how long it takes from
 * the commit; what the journal costs its writers. `npm run bench -- realtime`, about two and a half minutes.
 * Everything happens on this machine, in processes and a database of its own that are gone afterwards.
 */
import { cpus, loadavg } from 'node:os';
import { anyOf } from './realtime/audience.ts';
import { boardMessage, boardRow } from './realtime/board.ts';
import { PIPE_CHANNEL } from './realtime/database.ts';
import { type Contestant, fanOut, isVoid, type Slice } from './realtime/fan-out.ts';
import type { MatchRow } from './realtime/item.ts';
import { type Latency, latencies } from './realtime/latency.ts';
import type { Protocol } from './realtime/load.ts';
import { reportFanOut, reportLatency, reportWriteTax } from './realtime/report.ts';
import type { PipeCalls } from './realtime/server-listen-pipe.ts';
import type { TouchlineCalls } from './realtime/server-touchline.ts';
import type { PeerCalls } from './realtime/server-ws-loop.ts';
import { Stage } from './realtime/stage.ts';
import { type WriteTax, writeTax } from './realtime/write-tax.ts';
import type { WriterCalls } from './realtime/writer.ts';

const CLIENTS = 1_000;
/** Of the sockets of StatsBoards. */
const BOARD_CLIENTS = 1_000;
const LATENCY_CLIENTS = 100;
const ROUNDS = 3;
const WRITERS = 4;
/** Twice what it takes: something hangs. */
const DEADLINE_MS = 360_000;

const stage = new Stage();

async function main(): Promise<boolean> {
  const [load] = loadavg();
  progress('preparing a database');
  const [followed, dashboard, timed, board, ...raced] = await stage.prepare(4 + WRITERS);
  progress('starting servers and clients');
  const { contestants, subscriptionsHost } = await startContestants(followed, dashboard);
  const slices = await fanOut(contestants, stage.load, CLIENTS, ROUNDS, progress);
  const boards = await measureBoards(subscriptionsHost, board);
  progress('latency from the commit');
  const times = await measureLatency(subscriptionsHost, timed);
  progress('what writers pay');
  const tax = await measureWriteTax(raced.map((row) => Number(row['id'])));

  progress('');
  const { server, rest } = stage.processors;
  print(
    `${cpus()[0].model}, ${cpus().length} processors, load ${load.toFixed(1)} before`,
    `Node ${process.version}, ${stage.database.durability}`,
    server === undefined
      ? 'Processes could not be bound to processors: servers and load disturbed each other.'
      : `Servers on processor ${server}; clients, writer and PostgreSQL on ${rest}.`,
    '',
    ...reportFanOut(slices, CLIENTS, `rows of ${Buffer.byteLength(JSON.stringify(followed))} bytes of JSON`),
    '',
    ...reportFanOut(boards.slices, BOARD_CLIENTS, `messages of ${boards.bytes} bytes`),
    '',
    ...reportLatency(times, LATENCY_CLIENTS),
    '',
    ...reportWriteTax(tax, WRITERS),
  );
  return (
    ![...slices.values(), ...boards.slices.values()].flat().some(isVoid) &&
    ![...times.values()].some(({ faults }) => anyOf(faults))
  );
}

/** Every server with its clients. They stay connected until the end; only one at a time has events. */
async function startContestants(
  followed: MatchRow,
  dashboard: MatchRow,
): Promise<{ contestants: Contestant[]; subscriptionsHost: string }> {
  const { load, writer, postgres, database } = stage;
  const touchline = async (name: string, protocol: Protocol, row: MatchRow): Promise<Contestant & { host: string }> => {
    const server = stage.start<TouchlineCalls>('server-touchline.ts');
    const host = await server.call('listen', database.url);
    await load.call('open', name, protocol, host, CLIENTS, row);
    server.bind(stage.processors.server);
    return {
      name,
      host,
      cpu: () => server.call('cpu'),
      publish: (series) => writer.call('write', 'public.match', Number(row['id']), series),
      besides: async () => ({ PostgreSQL: await postgres.cpu(), writer: await writer.call('cpu') }),
    };
  };
  const peer = async (name: string, protocol: Protocol, file: string): Promise<Contestant> => {
    const server = stage.start<PeerCalls>(file);
    await load.call('open', name, protocol, await server.call('listen'), CLIENTS, followed);
    server.bind(stage.processors.server);
    return { name, cpu: () => server.call('cpu'), publish: (series) => server.call('publish', followed, series) };
  };
  const [subscriptions, ...others] = await Promise.all([
    touchline('Touchline, GraphQL', 'graphql with snapshot', followed),
    peer('ws loop', 'ws', 'server-ws-loop.ts'),
    peer('graphql-ws', 'graphql', 'server-graphql-ws.ts'),
    touchline('Touchline, socket.io', 'socket.io', dashboard),
    peer('socket.io', 'socket.io', 'server-socket-io.ts'),
  ]);
  return { contestants: [subscriptions, ...others], subscriptionsHost: subscriptions.host };
}

/** The raw sockets of StatsBoards, beside a loop that sends the same bytes to as many. */
async function measureBoards(host: string, match: MatchRow): Promise<{ slices: Map<string, Slice[]>; bytes: number }> {
  const { load, writer, postgres, database } = stage;
  const row = await boardRow(database.client, match);
  const text = await boardMessage(host, database.client, match);
  const server = stage.start<TouchlineCalls>('server-touchline.ts');
  const touchline = await server.call('listen', database.url);
  const loop = stage.start<PeerCalls>('server-ws-loop.ts');
  const loopHost = await loop.call('listen');
  progress('connecting boards');
  await load.call('open', 'Touchline, StatsBoards', 'statsboards', touchline, BOARD_CLIENTS, row, Number(match['id']));
  await load.call('open', 'ws loop, same bytes', 'ws of boards', loopHost, BOARD_CLIENTS, row, Number(match['id']));
  for (const child of [server, loop]) child.bind(stage.processors.server);
  const contestants: Contestant[] = [
    {
      name: 'Touchline, StatsBoards',
      ofState: true,
      cpu: () => server.call('cpu'),
      publish: (series) => writer.call('write', 'public.matchdata', Number(match['id']), series),
      besides: async () => ({ PostgreSQL: await postgres.cpu(), writer: await writer.call('cpu') }),
    },
    {
      name: 'ws loop, same bytes',
      cpu: () => loop.call('cpu'),
      publish: (series) => loop.call('publishText', text, series),
    },
  ];
  return { slices: await fanOut(contestants, load, BOARD_CLIENTS, ROUNDS, progress), bytes: Buffer.byteLength(text) };
}

async function measureLatency(subscriptionsHost: string, row: MatchRow): Promise<Map<string, Latency>> {
  const { load, writer, postgres, database } = stage;
  const pipe = stage.start<PipeCalls>('server-listen-pipe.ts');
  const pipeHost = await pipe.call('listen', database.url, PIPE_CHANNEL);
  pipe.bind(stage.processors.server);
  await load.call('open', 'Touchline', 'graphql with snapshot', subscriptionsHost, LATENCY_CLIENTS, row);
  await load.call('open', 'LISTEN and ws.send', 'ws', pipeHost, LATENCY_CLIENTS, row);
  // Keeps the connections opened since then off the server's processor.
  await postgres.cpu();
  const matchId = Number(row['id']);
  return latencies(
    [
      { name: 'Touchline', table: 'public.match', matchId },
      { name: 'LISTEN and ws.send', table: 'piped.match', matchId },
    ],
    load,
    writer,
  );
}

/** With new connections, whose backends may use all processors. */
async function measureWriteTax(matchIds: number[]): Promise<WriteTax> {
  const racer = stage.start<WriterCalls>('writer.ts');
  await racer.call('connect', stage.database.url, WRITERS, true);
  return writeTax(racer, matchIds);
}

function progress(text: string): void {
  const line = text && `${process.uptime().toFixed(0).padStart(3)} s  ${text}`;
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${line}`);
  else if (line !== '') process.stderr.write(`${line}\n`);
}

function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

const timer = setTimeout(() => {
  print(`Not done after ${DEADLINE_MS / 1_000} s: stopping`);
  void stage.close().finally(() => process.exit(1));
}, DEADLINE_MS);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stage.close().finally(() => process.exit(1)));
}
try {
  if (!(await main())) process.exitCode = 1;
} catch (error) {
  // What fails while everything is being stopped fails because of that.
  if (!stage.closing) throw error;
} finally {
  clearTimeout(timer);
  await stage.close();
}
