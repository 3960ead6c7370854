const API = '/api/v1/json';
const WITH_KEY = /\/api\/v1\/json\/[^/]+$/;

/**
 * Where requests go: the key is a part of the path. The base address may be the bare host, the API (`.../api/v1/json`), or hold
 * a key already, which then counts.
 */
export function theSportsDbAddress(baseUrl: string, key: string): string {
  const { pathname } = new URL(baseUrl);
  if (pathname.endsWith(`/${key}`) || WITH_KEY.test(pathname)) return baseUrl;
  return `${baseUrl}${pathname === '/' ? API : ''}/${key}`;
}
