const API = '/api/v1/json';

/**
 * Where requests go: the key is a part of the path. The base address may be the bare host, the API (`.../api/v1/json`), or hold
 * the key already.
 */
export function theSportsDbAddress(baseUrl: string, key: string): string {
  const { pathname } = new URL(baseUrl);
  if (pathname.endsWith(`/${key}`)) return baseUrl;
  return `${baseUrl}${pathname === '/' ? API : ''}/${key}`;
}
