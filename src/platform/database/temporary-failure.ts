import { Unavailable } from '#core/kernel/domain-error.js';

/** What the database says when it cannot do now what it could do a moment later: SQLSTATE, or its first two digits. */
const TEMPORARY_STATES: ReadonlySet<string> = new Set([
  '08', // connection exception
  '40', // serialization failure, deadlock
  '53', // out of connections, memory or disk
  '55P03', // a lock that was not free in time
  '57', // statement cancelled by its time limit, server shutting down or starting
]);

/** What the system says of a connection. */
const LOST_CONNECTION: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT']);

/** What the driver says of one; its errors have no code. */
const DRIVER_SAYS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** A prepared statement whose columns have other types by now: a new connection prepares it anew. */
export const isOutdatedStatement = (error: object): boolean =>
  (error as { routine?: unknown }).routine === 'RevalidateCachedQuery';

/**
 * What to tell a client whose request the database could not serve just now; undefined for any other error, which it would
 * be wrong to try again.
 */
export function temporaryFailure(error: unknown): Unavailable | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall } = error as Error & { code?: unknown; syscall?: unknown };
  const state = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : '';
  const isTemporary =
    TEMPORARY_STATES.has(state) ||
    TEMPORARY_STATES.has(state.slice(0, 2)) ||
    (LOST_CONNECTION.has(String(code)) && syscall === 'connect') ||
    DRIVER_SAYS.test(error.message) ||
    isOutdatedStatement(error);
  if (!isTemporary) return undefined;
  return new Unavailable('DATABASE_BUSY', 'The database cannot answer right now: try again in a moment', {
    retryAfterSeconds: 1,
  });
}
