import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';

/** What can be wrong with an answer. */
export type Fault =
  /** The right answer, late. */
  | { kind: 'delay'; ms: number }
  | { kind: 'status'; status: number; retryAfter?: string }
  /** Status 503 with a page for people, as hosters send it. */
  | { kind: 'html' }
  /** A page for people with status 200. */
  | { kind: 'html-ok' }
  /** The first half of the JSON, as if that were all. */
  | { kind: 'truncated' }
  /** The connection ends in the middle of the answer. */
  | { kind: 'cut' }
  /** Text where numbers belong and numbers where text belongs. */
  | { kind: 'wrong-types' }
  /** Something else altogether. */
  | { kind: 'wrong-shape' }
  /** An answer that is longer than anyone would want. */
  | { kind: 'endless' }
  | { kind: 'redirect'; location: string }
  /** The connection is reset before any answer. */
  | { kind: 'reset' }
  /** The connection stays open and nothing ever comes. */
  | { kind: 'silence' };

export type FaultKind = Fault['kind'];

/** One of each kind that is an error at once or soon, for tests that go through all of them. */
export const FAULTS: readonly Fault[] = [
  { kind: 'delay', ms: 60_000 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 429 },
  { kind: 'html' },
  { kind: 'html-ok' },
  { kind: 'truncated' },
  { kind: 'cut' },
  { kind: 'wrong-types' },
  { kind: 'wrong-shape' },
  { kind: 'reset' },
  { kind: 'silence' },
];

const PAGE = '<!DOCTYPE html><html><head><title>Application error</title></head><body>An error occurred.</body></html>';
const CHUNK = ' '.repeat(64 * 1024);

/** Answers with the fault instead of `body`. `ended` aborts when the client is gone or the server stops. */
export function sendFault(
  fault: Exclude<Fault, { kind: 'delay' }>,
  body: unknown,
  reply: FastifyReply,
  ended: AbortSignal,
): unknown {
  switch (fault.kind) {
    case 'status':
      if (fault.retryAfter !== undefined) reply.header('retry-after', fault.retryAfter);
      return reply.status(fault.status).send({ title: 'An error occurred.', status: fault.status });
    case 'html':
      return reply.status(503).type('text/html').send(PAGE);
    case 'html-ok':
      return reply.type('text/html').send(PAGE);
    case 'truncated':
      return reply.type('application/json').send(half(body));
    case 'wrong-types':
      return wrongTypes(body);
    case 'wrong-shape':
      return { unexpected: 'shape' };
    case 'redirect':
      return reply.status(302).header('location', fault.location).send();
    default:
      return onTheWire(fault.kind, body, reply, ended);
  }
}

/** What no framework can be asked to send. */
async function onTheWire(
  kind: 'cut' | 'endless' | 'reset' | 'silence',
  body: unknown,
  reply: FastifyReply,
  ended: AbortSignal,
): Promise<FastifyReply> {
  reply.hijack();
  const { raw } = reply;
  if (kind === 'reset') raw.socket?.resetAndDestroy();
  if (kind === 'cut') {
    const written = half(body);
    raw.writeHead(200, { 'content-type': 'application/json', 'content-length': 2 * written.length });
    raw.write(written, () => raw.socket?.destroy());
  }
  if (kind === 'endless') {
    raw.writeHead(200, { 'content-type': 'application/json' });
    while (!ended.aborted) {
      raw.write(CHUNK);
      await sleep(1, undefined, { ref: false });
    }
  }
  return reply;
}

function half(body: unknown): string {
  const written = JSON.stringify(body);
  return written.slice(0, Math.ceil(written.length / 2));
}

function wrongTypes(value: unknown): unknown {
  if (typeof value === 'string') return 42;
  if (typeof value === 'number') return 'many';
  if (typeof value === 'boolean') return null;
  if (Array.isArray(value)) return value.map(wrongTypes);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, wrongTypes(inner)]));
  }
  return value;
}
