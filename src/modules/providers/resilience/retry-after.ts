const LONGEST_MS = 3_600_000;

/**
 * Milliseconds a `Retry-After` header asks for, as seconds or as a date (RFC 9110, 10.2.3); at most an hour. Null
 * without a usable header.
 */
export function readRetryAfter(header: string | string[] | undefined, now: number): number | null {
  const written = (Array.isArray(header) ? header[0] : header)?.trim();
  if (!written) return null;
  const ms = /^\d{1,9}$/.test(written) ? Number(written) * 1000 : Date.parse(written) - now;
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), LONGEST_MS);
}
