/**
 * How much a live update costs, beside the least a server can do and beside the usual servers; how long it takes from
 * the commit; what the journal costs its writers. `npm run bench -- realtime`, about a minute and a half.
 * Servers run on one processor and everything else on another; all on this machine, in a database of their own.
 */
import { cpus, loadavg } from 'node:os';
import { Child, twoProcessors } from './realtime/child.ts';
import type { Calls } from './realtime/answer.ts';
import { anyOf } from './realtime/audience.ts';
import { Backends } from './realtime/backends.ts';
import { type BenchDatabase, createMatches, createTwins, openDatabase, PIPE_CHANNEL } from './realtime/database.ts';
import { type Contestant, fanOut, isVoid } from './realtime/fan-out.ts';
import type { MatchRow } from './realtime/item.ts';
import { latencies } from './realtime/latency.ts';
import type { LoadCalls, Protocol } from './realtime/load.ts';
import { reportFanOut, reportLatency, reportWriteTax } from './realtime/report.ts';
import type { PipeCalls } from './realtime/server-listen-pipe.ts';
import type { TouchlineCalls } from './realtime/server-touchline.ts';
import type { PeerCalls } from './realtime/server-ws-loop.ts';
import { writeTax } from './realtime/write-tax.ts';
import type { WriterCalls } from './realtime/writer.ts';

const CLIENTS = 500;
const LATENCY_CLIENTS = 100;
const ROUNDS = 3;
const WRITERS = 4;
/** Far beyond what it takes: something hangs. */
const DEADLINE_MS = 180_000;

const [loadBefore] = loadavg();
const processors = twoProcessors();
const children: { stop(): Promise<void> }[] = [];
let database: BenchDatabase | undefined;
let stopping: Promise<void> | undefined;

async function main(): Promise<boolean> {
  progress('preparing a database');
  database = await openDatabase();
  const { client, url } = database;
  const [followed, dashboard, timed, ...raced] = await createMatches(client, 3 + WRITERS);
  await createTwins(client);

  progress('starting the servers');
  const load = start<LoadCalls>('load.ts', processors.load);
  const writer = start<WriterCalls>('writer.ts', processors.load);
  await writer.call('connect', url, 2, false);
  const postgres = new Backends(client, processors.load);
  const subscriptions = start<TouchlineCalls>('server-touchline.ts', processors.server);
  const dashboards = start<TouchlineCalls>('server-touchline.ts', processors.server);
  const pipe = start<PipeCalls>('server-listen-pipe.ts', processors.server);
  const subscriptionsHost = await subscriptions.call('listen', url);

  const touchline = async (
    name: string,
    protocol: Protocol,
    server: Child<TouchlineCalls>,
    host: string,
    row: MatchRow,
  ): Promise<Contestant> => {
    await load.call('open', name, protocol, host, CLIENTS, row);
    return {
      name,
      cpu: () => server.call('cpu'),
      publish: (series) => writer.call('write', 'public.match', Number(row['id']), series),
      besides: async () => ({ PostgreSQL: await postgres.cpu(), writer: await writer.call('cpu') }),
    };
  };
  const peer = async (name: string, protocol: Protocol, file: string): Promise<Contestant> => {
    const server = start<PeerCalls>(file, processors.server);
    await load.call('open', name, protocol, await server.call('listen'), CLIENTS, followed);
    return { name, cpu: () => server.call('cpu'), publish: (series) => server.call('publish', followed, series) };
  };
  const dashboardsHost = await dashboards.call('listen', url);
  const contestants = [
    await touchline('Touchline, GraphQL', 'graphql with snapshot', subscriptions, subscriptionsHost, followed),
    await peer('ws loop', 'ws', 'server-ws-loop.ts'),
    await peer('graphql-ws', 'graphql', 'server-graphql-ws.ts'),
    await touchline('Touchline, socket.io', 'socket.io', dashboards, dashboardsHost, dashboard),
    await peer('socket.io', 'socket.io', 'server-socket-io.ts'),
  ];
  const slices = await fanOut(contestants, load, CLIENTS, ROUNDS, progress);

  progress('latency from the commit');
  await load.call('open', 'Touchline', 'graphql with snapshot', subscriptionsHost, LATENCY_CLIENTS, timed);
  const pipeHost = await pipe.call('listen', url, PIPE_CHANNEL);
  await load.call('open', 'LISTEN and ws.send', 'ws', pipeHost, LATENCY_CLIENTS, timed);
  // Keeps the connections opened since then off the server's processor.
  await postgres.cpu();
  const matchId = Number(timed['id']);
  const times = await latencies(
    [
      { name: 'Touchline', table: 'public.match', matchId },
      { name: 'LISTEN and ws.send', table: 'piped.match', matchId },
    ],
    load,
    writer,
  );

  progress('what writers pay');
  // New connections, whose backends may use all processors.
  const racer = start<WriterCalls>('writer.ts', undefined);
  await racer.call('connect', url, WRITERS, true);
  const tax = await writeTax(
    racer,
    raced.map((row) => Number(row['id'])),
  );

  progress('');
  print(
    `${cpus()[0].model}, ${cpus().length} processors, load ${loadBefore.toFixed(1)} before`,
    `Node ${process.version}, ${database.durability}`,
    processors.server === undefined
      ? 'Processes could not be bound to processors: servers and load disturbed each other.'
      : `Servers on processor ${processors.server}; clients, writer and PostgreSQL on ${processors.load}.`,
    '',
    ...reportFanOut(slices, CLIENTS, Buffer.byteLength(JSON.stringify(followed))),
    '',
    ...reportLatency(times, LATENCY_CLIENTS),
    '',
    ...reportWriteTax(tax, WRITERS),
  );
  return ![...slices.values()].flat().some(isVoid) && ![...times.values()].some(({ faults }) => anyOf(faults));
}

function start<C extends Calls>(file: string, cpu: string | undefined): Child<C> {
  const child = Child.start<C>(file, cpu);
  children.push(child);
  return child;
}

function stop(): Promise<void> {
  stopping ??= Promise.all(children.map((child) => child.stop())).then(() => database?.close());
  return stopping;
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
  void stop().finally(() => process.exit(1));
}, DEADLINE_MS);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stop().finally(() => process.exit(1)));
}
try {
  if (!(await main())) process.exitCode = 1;
} catch (error) {
  // What fails while everything is being stopped fails because of that.
  if (!stopping) throw error;
} finally {
  clearTimeout(timer);
  await stop();
}
