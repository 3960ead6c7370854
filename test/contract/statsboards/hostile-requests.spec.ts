import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootStatsboards, type StatsboardsApp } from './boot.js';
import { Catalogue } from './catalogue.rows.js';
import { type SignedUp, signUp } from './sign-up.js';

let test: StatsboardsApp;
let admin: SignedUp;
let make: Catalogue;
beforeAll(async () => {
  test = await bootStatsboards();
  admin = await signUp(test, 'admin');
  make = new Catalogue(test, admin.token);
});
afterAll(() => test.close());

const send = async (path: string, json: string): Promise<{ status: number; body: unknown }> => {
  const answer = await fetch(`http://${test.host}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${admin.token}` },
    body: json,
  });
  return { status: answer.status, body: await answer.json() };
};

describe('a body', () => {
  it.each(['/api/auth/login', '/api/users/register', '/api/sports/', '/api/teams/', '/api/scoreboards/'])(
    'that is nested as deep as it can be is refused by %s',
    async (path) => {
      for (const levels of [101, 2_000, 400_000]) {
        const json = `{"title":${'['.repeat(levels)}${']'.repeat(levels)}}`;
        const { status, body } = await send(path, json);
        expect([levels, status, body]).toEqual([levels, 422, expect.objectContaining({ detail: expect.any(String) })]);
      }
    },
  );

  it.each([
    ['/api/users/register', '{"username":"half","email":"\\ud800@example.org","password":"correct horse"}'],
    ['/api/sports/', '{"title":"\\uD800"}'],
    ['/api/sports/', '{"title":"Half","\\udc00":1}'],
    ['/api/scoreboards/', '{"match_id":1,"period_labels_json":["\\udfff"]}'],
  ])('with half of a surrogate pair is refused by %s', async (path, json) => {
    expect(await send(path, json)).toMatchObject({
      status: 422,
      body: { detail: expect.stringContaining('surrogate') },
    });
  });

  it('may hold whole ones, and a backslash before what looks like one', async () => {
    const { status, body } = await send('/api/sports/', String.raw`{"title":"\ud83c\udfc8 \\ud800"}`);
    expect([status, body]).toEqual([200, expect.objectContaining({ title: String.raw`🏈 \ud800` })]);
  });
});

describe('a request', () => {
  it('has two minutes to come in', () => {
    const server: Server = test.app.getHttpServer();
    expect(server.requestTimeout).toBe(120_000);
  });
});

describe('a period', () => {
  it('with more digits than a number has is told by its clocks all the same', async () => {
    const match = await make.match(await make.league());
    await test.database.sql('select ensure_live_rows($1)', [match]);
    const [{ id }] = await test.database.sql<{ id: number }>('select id from matchdata where match_id = $1', [match]);
    const body = { period_key: '12345678901234567890' };
    expect((await test.call('PUT', `/api/matchdata/${id}/`, { body })).status).toBe(200);
    expect((await test.call('GET', `/api/matches/id/${match}/gameclock`)).status).toBe(200);
  });
});

describe('a page of another origin', () => {
  const write = (origin: string | undefined, init: RequestInit) =>
    fetch(`http://${test.host}/api/sports/`, {
      method: 'POST',
      ...init,
      headers: origin === undefined ? {} : { origin },
    });
  const form = (title: string): RequestInit => ({ body: new URLSearchParams({ title }) });

  it('cannot write, not even what a browser sends without asking first', async () => {
    const count = async () => (await test.call<unknown[]>('GET', '/api/sports/')).body.length;
    const before = await count();
    for (const origin of ['http://evil.example', 'null']) {
      for (const init of [form('Foreign'), {}]) {
        const answer = await write(origin, init);
        expect([answer.status, await answer.json()]).toEqual([
          403,
          { detail: expect.stringContaining('CORS_ORIGINS') },
        ]);
      }
    }
    expect(await count()).toBe(before);
  });

  it('is another than our own pages and clients that are no browsers', async () => {
    expect((await write(`http://${test.host}`, form('Own page'))).status).toBe(200);
    expect((await write(undefined, form('No browser'))).status).toBe(200);
  });
});
