/**
 * Whether a browser page may talk to us: pages of our own host always, others when `CORS_ORIGINS` names them (`*`:
 * all). Clients that are no browsers send no origin.
 */
export function allowedOrigins(
  allowed: readonly string[],
): (origin: string | undefined, host: string | undefined) => boolean {
  const listed = new Set(allowed);
  return (origin, host) => {
    if (origin === undefined || listed.has('*') || listed.has(origin)) return true;
    return host !== undefined && URL.parse(origin)?.host === host;
  };
}
