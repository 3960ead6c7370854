import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { answerOf, ENDPOINT_NAMES, type EndpointName, ENDPOINTS, Refusal } from './endpoints.js';
import { DEFAULT_WORLD, FakeWorld, type FakeWorldOptions } from './fake-world.js';
import { type Fault, sendFault } from './faults.js';

export interface FaultScope {
  /** Only the next so many calls; default all. */
  times?: number;
  /** Only calls with this in their parameters: an id, for instance. */
  about?: string;
}

interface ActiveFault extends FaultScope {
  fault: Fault;
}

export interface FakeCall {
  endpoint: EndpointName;
  /** By lower-case name. */
  query: Readonly<Record<string, string | undefined>>;
}

/**
 * VStats and TheSportsDB on one port, in the shapes of the originals and with invented data. Counts its calls; every endpoint
 * can be broken in every way.
 */
export class FakeUpstream {
  readonly world: FakeWorld;
  /** All calls since the start or `forgetCalls`, in order. */
  readonly calls: FakeCall[] = [];
  readonly #server: FastifyInstance;
  readonly #faults = new Map<EndpointName, ActiveFault>();
  readonly #sockets = new Set<Socket>();

  private constructor(world: Partial<FakeWorldOptions> | FakeWorld) {
    this.world = world instanceof FakeWorld ? world : new FakeWorld({ ...DEFAULT_WORLD, ...world });
    this.#server = fastify({ forceCloseConnections: true });
    this.#server.server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    for (const name of ENDPOINT_NAMES) {
      this.#server.get(ENDPOINTS[name].path, (request, reply) => this.#answer(name, request, reply));
    }
    this.#addControls();
  }

  /** Listens on a free port of this machine, unless one is given. Several may tell of one world. */
  static async start(world: Partial<FakeWorldOptions> | FakeWorld = {}, port = 0): Promise<FakeUpstream> {
    const fake = new FakeUpstream(world);
    await fake.#server.listen({ port, host: '127.0.0.1' });
    return fake;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  /** For the environment of the application. */
  get environment(): { VSTATS_BASE_URL: string; THESPORTSDB_BASE_URL: string } {
    return { VSTATS_BASE_URL: `${this.origin}/api`, THESPORTSDB_BASE_URL: `${this.origin}/api/v1/json` };
  }

  /** Connections that are open now. */
  get connections(): number {
    return this.#sockets.size;
  }

  callsOf(endpoint: EndpointName): number {
    return this.calls.filter((call) => call.endpoint === endpoint).length;
  }

  /** Calls by endpoint; those never called are absent. */
  get callCounts(): Partial<Record<EndpointName, number>> {
    const counts: Partial<Record<EndpointName, number>> = {};
    for (const { endpoint } of this.calls) counts[endpoint] = (counts[endpoint] ?? 0) + 1;
    return counts;
  }

  forgetCalls(): void {
    this.calls.length = 0;
  }

  /** From now on the endpoint answers with the fault, in place of any former one. */
  break(endpoint: EndpointName | 'all', fault: Fault, scope: FaultScope = {}): void {
    for (const name of endpoint === 'all' ? ENDPOINT_NAMES : [endpoint]) this.#faults.set(name, { fault, ...scope });
  }

  mend(endpoint: EndpointName | 'all' = 'all'): void {
    for (const name of endpoint === 'all' ? ENDPOINT_NAMES : [endpoint]) this.#faults.delete(name);
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await this.#server.close();
  }

  async #answer(endpoint: EndpointName, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const given = Object.entries(request.query as Record<string, string>);
    const query = Object.fromEntries(given.map(([name, value]) => [name.toLowerCase(), value]));
    this.calls.push({ endpoint, query });
    const fault = this.#takeFault(endpoint, query);
    const answer = answerOf(endpoint, this.world, query);
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    if (fault?.kind === 'delay') await sleep(fault.ms, undefined, { signal: gone.signal }).catch(() => reply.hijack());
    else if (fault) return sendFault(fault, answer, reply, gone.signal);
    if (answer instanceof Refusal) return reply.status(answer.status).send(answer.body);
    return answer;
  }

  /** By hand: `curl -X PUT .../faults/week -H 'content-type: application/json' -d '{"kind":"html"}'`. */
  #addControls(): void {
    type Named = { Params: { endpoint: EndpointName | 'all' }; Querystring: { about?: string; times?: number } };
    const isKnown = (name: string): boolean => name === 'all' || name in ENDPOINTS;
    this.#server.get('/calls', () => this.callCounts);
    this.#server.delete('/calls', () => this.forgetCalls());
    this.#server.put<Named & { Body: Fault }>('/faults/:endpoint', ({ params, query, body }, reply) => {
      if (!isKnown(params.endpoint)) return reply.status(404).send({ endpoints: ENDPOINT_NAMES });
      this.break(params.endpoint, body, query);
      return reply.status(204).send();
    });
    this.#server.delete<Named>('/faults/:endpoint', ({ params }, reply) => {
      this.mend(params.endpoint);
      return reply.status(204).send();
    });
  }

  #takeFault(endpoint: EndpointName, query: FakeCall['query']): Fault | undefined {
    const active = this.#faults.get(endpoint);
    if (!active || (active.about !== undefined && !Object.values(query).includes(active.about))) return undefined;
    if (active.times !== undefined && --active.times <= 0) this.#faults.delete(endpoint);
    return active.fault;
  }
}
