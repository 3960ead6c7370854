/**
 * Whether a browser page may talk to us: pages of our own host always, others when `CORS_ORIGINS` names them (`*`:
 * all). Where it names none, a page that this machine serves may talk to a server on this machine: a front end that is
 * being developed. Clients that are no browsers send no origin.
 */
export function allowedOrigins(
  allowed: readonly string[],
): (origin: string | undefined, host: string | undefined) => boolean {
  const listed = new Set(allowed);
  return (origin, host) => {
    if (origin === undefined || listed.has('*') || listed.has(origin)) return true;
    const page = URL.parse(origin);
    const self = host === undefined ? null : URL.parse(`http://${host}`);
    if (!page || !self) return false;
    return page.host === host || (listed.size === 0 && isThisMachine(page) && isThisMachine(self));
  };
}

const isThisMachine = ({ hostname }: URL): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
