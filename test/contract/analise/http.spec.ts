import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnaliseApp } from './boot.js';
import { ARSENAL, bootDocumented, MATCH } from './documented.js';

let test: AnaliseApp;
beforeAll(async () => {
  test = await bootDocumented();
});
afterAll(() => test.close());

const ROUTES = [
  ['/api/partidas?data=2025-12-27', 3_600],
  [`/api/partida/${MATCH}/stats`, 21_600],
  [`/api/partida/${MATCH}/analysis`, 21_600],
  ['/api/competicoes', 43_200],
  [`/api/time/${ARSENAL}/escudo`, 604_800],
] as const;

const preflight = (path: string, origin: string): Promise<Response> =>
  test.app
    .getUrl()
    .then((url) =>
      fetch(url + path, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'GET' } }),
    );

describe('headers', () => {
  it.each(ROUTES)('of %s', async (path, maxAge) => {
    const { status, headers } = await test.get(path);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'application/json; charset=utf-8',
      `max-age=${maxAge}`,
    ]);
  });

  it('an answer made for debugging is for nobody to keep', async () => {
    const { headers } = await test.get(`/api/partida/${MATCH}/analysis?debug=1`);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each(ROUTES)('the same with a trailing slash: %s', async (path) => {
    const withSlash = path.includes('?') ? path.replace('?', '/?') : `${path}/`;
    const [plain, slashed] = await Promise.all([test.get(path), test.get(withSlash)]);
    expect(slashed.status).toBe(200);
    expect(await slashed.text()).toBe(await plain.text());
  });
});

describe('CORS', () => {
  it.each([3000, 5173, 5174, 5175])('lets http://localhost:%i read answers and errors', async (port) => {
    const origin = `http://localhost:${port}`;
    for (const path of ['/api/competicoes', '/api/partidas', '/api/partida/x/unknown']) {
      const { headers } = await test.get(path, { origin });
      expect([headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual([origin, 'Origin']);
    }
    const answer = await preflight(`/api/partida/${MATCH}/stats`, origin);
    expect(answer.status).toBe(204);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET',
      'access-control-allow-headers': 'Content-Type, Authorization',
    });
  });

  it("keeps the server's own origins", async () => {
    const { headers } = await test.get('/api/competicoes', { origin: 'https://scores.example' });
    expect(headers.get('access-control-allow-origin')).toBe('https://scores.example');
  });

  it('lets no other origin in, nor the development servers anywhere else', async () => {
    const asked = async (path: string, origin: string) =>
      (await test.get(path, { origin })).headers.get('access-control-allow-origin');
    expect(await asked('/api/competicoes', 'http://localhost:3001')).toBeNull();
    expect(await asked('/health', 'http://localhost:3000')).toBeNull();
    expect(await asked('/api/partidario', 'http://localhost:3000')).toBeNull();
    const refused = await preflight('/api/competicoes', 'http://evil.example');
    expect(refused.headers.get('access-control-allow-origin')).toBeNull();
  });
});
