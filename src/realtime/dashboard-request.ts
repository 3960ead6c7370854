import { DomainError, Invalid } from '#core/kernel/domain-error.js';
import { parseCursor, type Position } from './feed.js';
import { STREAM_NAMES, type StreamName } from './live/messages.js';

/** What a dashboard can ask for: everything that happens, or messages made of it. */
export const DASHBOARD_STREAMS = ['feed', ...STREAM_NAMES] as const;
export type DashboardStream = 'feed' | StreamName;

export interface DashboardRequest {
  matchId: number;
  after: Position | undefined;
  streams: readonly DashboardStream[];
}

/** Reads the body of `subscribe` and `unsubscribe`. @throws Invalid */
export function readRequest(body: unknown): DashboardRequest {
  const { matchId, after, streams } = (typeof body === 'object' && body !== null ? body : {}) as Record<
    string,
    unknown
  >;
  const id = typeof matchId === 'string' && /^\d{1,9}$/.test(matchId) ? Number(matchId) : matchId;
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id <= 0) {
    throw new Invalid('matchId', 'Send { matchId: <number>, after?: <cursor>, streams?: [<name>] }');
  }
  if (after !== undefined && after !== null && typeof after !== 'string') {
    throw new Invalid('after', 'A cursor is a string', 'INVALID_CURSOR');
  }
  return { matchId: id, after: after ? parseCursor(after, id) : undefined, streams: readStreams(streams) };
}

function readStreams(streams: unknown): readonly DashboardStream[] {
  if (streams === undefined || streams === null) return ['feed'];
  const known: readonly unknown[] = DASHBOARD_STREAMS;
  if (!Array.isArray(streams) || streams.length === 0 || !streams.every((name) => known.includes(name))) {
    throw new Invalid('streams', `streams is a list of ${DASHBOARD_STREAMS.join(', ')}`);
  }
  return [...new Set(streams as DashboardStream[])];
}

/** A refusal as clients see it. */
export function describeRefusal(error: unknown): { code: string; message: string } {
  if (error instanceof DomainError) return { code: error.code, message: error.message };
  return { code: 'INTERNAL_SERVER_ERROR', message: 'Internal server error' };
}
