import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Health } from '../../src/platform/http/health.js';
import { PAGE_PATHS } from '../../src/platform/http/pages.js';
import { JournalListener } from '../../src/realtime/index.js';
import { bootApp, type TestApp } from '../support/app.js';
import { until } from '../support/feed.js';

let test: TestApp;
beforeAll(async () => {
  test = await bootApp({ CORS_ORIGINS: 'https://scores.example' });
  await until(() => test.app.get(JournalListener).healthy);
});
afterAll(() => test.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`http://${test.host}${path}`, { headers });

describe('health', () => {
  it('answers as documented', async () => {
    const answer = await get('/health');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      status: 'healthy',
      service: 'touchline',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      environment: 'test',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
    });
  });

  it('is ready when database, migrations and journal are', async () => {
    const answer = await get('/health/ready');
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { status: 'ready', checks: { database: 'ok', migrations: 'ok', journal: 'ok' } },
    ]);
  });

  it('is not ready while the journal listener is down, and says so', async () => {
    const kill = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'touchline listener'`;
    await until(async () => {
      await test.database.sql(kill);
      await sleep(5);
      const answer = await get('/health/ready');
      const { checks } = (await answer.json()) as { checks: { journal: string } };
      return answer.status === 503 && checks.journal === 'not listening';
    });
    await until(async () => (await get('/health/ready')).status === 200);
  });

  it('is not ready without its migrations, but alive', async () => {
    const fresh = await bootApp();
    await fresh.database.sql(`delete from migration where name like '%LiveRows'`);
    const answer = await fetch(`http://${fresh.host}/health/ready`);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      checks: { migrations: expect.stringContaining('LiveRows') as string },
    });
    expect((await fetch(`http://${fresh.host}/health/live`)).status).toBe(200);
    await fresh.close();
  });

  it('is not ready while it drains', async () => {
    const fresh = await bootApp();
    fresh.app.get(Health).drain();
    const answer = await fetch(`http://${fresh.host}/health/ready`);
    expect([answer.status, ((await answer.json()) as { checks: object }).checks]).toMatchObject([
      503,
      { process: 'draining' },
    ]);
    await fresh.close();
  });
});

describe('every response', () => {
  it.each(['/', '/health', '/nowhere', '/graphql', '/assets/pages/style.css'])(
    'carries the security headers: %s',
    async (path) => {
      const { headers } = await get(path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'x-xss-protection': '1; mode=block',
      });
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    },
  );

  it("has a request id: the caller's when it is a sensible one", async () => {
    expect((await get('/health', { 'x-request-id': 'abc-123' })).headers.get('x-request-id')).toBe('abc-123');
    expect((await get('/health', { 'x-request-id': 'a b' })).headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('allows the listed origin and no other', async () => {
    const allowed = async (origin: string): Promise<string | null> =>
      (await get('/health', { origin })).headers.get('access-control-allow-origin');
    expect(await allowed('https://scores.example')).toBe('https://scores.example');
    expect(await allowed('https://scores.example.evil.example')).toBeNull();
  });
});

describe('errors', () => {
  it('are problem details without a stack, whatever is wrong with the request', async () => {
    const unknown = await get('/nowhere');
    expect(unknown.headers.get('content-type')).toContain('application/problem+json');
    expect([unknown.status, await unknown.json()]).toMatchObject([404, { status: 404, code: 'NOT_FOUND' }]);
    const malformed = await fetch(`http://${test.host}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query": ',
    });
    expect(malformed.status).toBe(400);
    expect(await malformed.text()).not.toContain('at ');
  });
});

describe('pages', () => {
  it('are all there, and load nothing from another host', async () => {
    for (const path of PAGE_PATHS.map((each) => each.replace(':document', 'platform'))) {
      const answer = await get(path);
      const html = await answer.text();
      expect([answer.status, answer.headers.get('content-type')], path).toEqual([200, 'text/html; charset=utf-8']);
      const links = [...html.matchAll(/(?:src|href)="([^"]+)"/g)]
        .map(([, url]) => url)
        .filter((url) => !url.startsWith('data:'));
      expect(links.length).toBeGreaterThan(1);
      for (const link of links) {
        expect(link, path).toMatch(/^\//);
        expect((await get(link)).status, link).toBe(200);
      }
    }
  });

  it('show documents with a viewer that asks no other host for anything', async () => {
    const bundle = await (await get('/assets/redoc/redoc.standalone.js')).text();
    expect(bundle.length).toBeGreaterThan(500_000);
    expect(bundle).not.toContain('cdn.redoc.ly');
  });

  it('serve assets only, not the packages they come from', async () => {
    for (const path of [
      '/assets/graphiql/package.json',
      '/assets/react/../package.json',
      '/assets/pages/%2e%2e/health.ts',
    ]) {
      expect((await get(path)).status, path).toBe(404);
    }
  });

  it('have the OpenAPI document of each contract', async () => {
    const documents = (await (await get('/openapi')).json()) as { name: string; url: string }[];
    expect(documents.map(({ name }) => name)).toContain('platform');
    for (const { url } of documents) {
      const document = (await (await get(url)).json()) as { openapi: string; paths: object };
      expect(document.openapi).toMatch(/^3\./);
      expect(Object.keys(document.paths).length).toBeGreaterThan(0);
    }
  });
});

describe('the log', () => {
  it('has one line per request, with its id and without its query string', async () => {
    await get('/nowhere?token=very-secret', { 'x-request-id': 'logged-1' });
    await until(() => test.log.some((line) => line.includes('logged-1')));
    const lines = test.log.filter((line) => line.includes('logged-1')).map((line) => JSON.parse(line) as object);
    expect(lines).toMatchObject([{ level: 'info', msg: 'GET /nowhere 404', requestId: 'logged-1' }]);
    expect(test.log.join('')).not.toContain('very-secret');
  });
});
