import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
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

const of = ({ app }: TestApp) => request(app.getHttpServer());
const get = (path: string, headers: Record<string, string> = {}): request.Test => of(test).get(path).set(headers);

describe('health', () => {
  it('answers as documented', async () => {
    const { body } = await get('/health').expect(200);
    expect(body).toEqual({
      status: 'healthy',
      service: 'touchline',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      environment: 'test',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
    });
  });

  it('is ready when database, migrations and journal are', async () => {
    const checks = { database: 'ok', migrations: 'ok', journal: 'ok' };
    await get('/health/ready').expect(200, { status: 'ready', checks });
  });

  it('is not ready while the journal listener is down, and says so', async () => {
    const kill = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'touchline listener'`;
    await until(async () => {
      await test.database.sql(kill);
      await sleep(5);
      const { status, body } = (await get('/health/ready')) as {
        status: number;
        body: { checks: { journal: string } };
      };
      return status === 503 && body.checks.journal === 'not listening';
    });
    await until(async () => (await get('/health/ready')).status === 200);
  });

  it('is not ready without its migrations, but alive', async () => {
    const fresh = await bootApp();
    await fresh.database.sql(`delete from migration where name like '%LiveRows'`);
    const { body } = await of(fresh).get('/health/ready').expect(503);
    expect(body).toMatchObject({ checks: { migrations: expect.stringContaining('LiveRows') as string } });
    await of(fresh).get('/health/live').expect(200);
    await fresh.close();
  });

  it('is not ready while it drains', async () => {
    const fresh = await bootApp();
    fresh.app.get(Health).drain();
    const { body } = await of(fresh).get('/health/ready').expect(503);
    expect(body).toMatchObject({ checks: { process: 'draining' } });
    await fresh.close();
  });
});

describe('every response', () => {
  it.each(['/', '/health', '/nowhere', '/%zz', '/graphql', '/assets/pages/style.css'])(
    'carries the security headers: %s',
    async (path) => {
      await get(path)
        .expect('strict-transport-security', 'max-age=31536000; includeSubDomains')
        .expect('x-content-type-options', 'nosniff')
        .expect('x-frame-options', 'DENY')
        .expect('x-xss-protection', '1; mode=block')
        .expect('content-security-policy', /default-src 'self'/);
    },
  );

  it("has a request id: the caller's when it is a sensible one", async () => {
    await get('/health', { 'x-request-id': 'abc-123' }).expect('x-request-id', 'abc-123');
    await get('/health', { 'x-request-id': 'a b' }).expect('x-request-id', /^[\da-f-]{36}$/);
  });

  it('allows the listed origin and no other', async () => {
    const allowed = async (origin: string): Promise<string | undefined> =>
      (await get('/health', { origin })).get('access-control-allow-origin');
    expect(await allowed('https://scores.example')).toBe('https://scores.example');
    expect(await allowed('https://scores.example.evil.example')).toBeUndefined();
  });
});

describe('errors', () => {
  it('are problem details without a stack, whatever is wrong with the request', async () => {
    const unknown = await get('/nowhere')
      .expect(404)
      .expect('content-type', /application\/problem\+json/);
    expect(unknown.body).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    const malformed = await of(test).post('/graphql').type('json').send('{"query": ').expect(400);
    expect(malformed.text).not.toContain('at ');
  });
});

describe('pages', () => {
  it('are all there, and load nothing from another host', async () => {
    for (const path of PAGE_PATHS.map((each) => each.replace(':document', 'platform'))) {
      const { text: html } = await get(path).expect(200).expect('content-type', 'text/html; charset=utf-8');
      const links = [...html.matchAll(/(?:src|href)="([^"]+)"/g)]
        .map(([, url]) => url)
        .filter((url) => !url.startsWith('data:'));
      expect(links.length).toBeGreaterThan(1);
      for (const link of links) {
        expect(link, path).toMatch(/^\//);
        await get(link).expect(200);
      }
    }
  });

  it('show documents with a viewer that asks no other host for anything', async () => {
    const { text: bundle } = await get('/assets/redoc/redoc.standalone.js').buffer();
    expect(bundle.length).toBeGreaterThan(500_000);
    expect(bundle).not.toContain('cdn.redoc.ly');
  });

  it('serve assets only, not the packages they come from', async () => {
    await get('/assets/graphiql/package.json').expect(404);
    // Sent as they stand: no client tidies them up.
    await get('/assets/react/../package.json').expect(403);
    await get('/assets/pages/%2e%2e/health.ts').expect(403);
  });

  it('have the OpenAPI document of each contract', async () => {
    const documents = (await get('/openapi')).body as { name: string; url: string }[];
    expect(documents.map(({ name }) => name)).toContain('platform');
    for (const { url } of documents) {
      const document = (await get(url)).body as { openapi: string; paths: object };
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
