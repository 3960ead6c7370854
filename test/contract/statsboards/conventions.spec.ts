import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Unavailable } from '../../../src/core/kernel/domain-error.js';
import { RolesService } from '../../../src/modules/accounts/index.js';
import { bootStatsboards, type StatsboardsApp } from './boot.js';

let test: StatsboardsApp;
beforeAll(async () => {
  test = await bootStatsboards({ CORS_ORIGINS: 'https://front.example' });
});
afterAll(() => test.close());

interface Failure {
  detail: string;
  errors?: { field: string; message: string }[];
}

describe('paths', () => {
  it('answer with and without a slash at the end, without a redirect', async () => {
    const plain = await test.call('GET', '/api/roles');
    const slashed = await test.call('GET', '/api/roles/');
    expect([plain.status, slashed.status]).toEqual([200, 200]);
    expect(slashed.body).toEqual(plain.body);
  });

  it.each(['/api', '/api/nothing', '/api/nothing/at/all/'])('that do not exist: %s', async (path) => {
    const { status, body, headers } = await test.call<Failure>('GET', path);
    expect([status, typeof body.detail]).toEqual([404, 'string']);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it('leave those of the other contract below /api in its language', async () => {
    const { status, body } = await test.call('GET', '/api/partida/x/nothing');
    expect([status, body]).toEqual([404, { detail: 'Recurso não encontrado' }]);
  });

  it.each([
    ['/api/roles/%zz', 404],
    [`/api/roles/${'1'.repeat(2_000)}`, 414],
  ])('that cannot be read: %.20s', async (path, expected) => {
    const { status, body } = await test.call<Failure>('GET', path);
    expect([status, typeof body.detail]).toEqual([expected, 'string']);
  });

  it.each(['abc', '1.5', '1e3', '99999999999', '9'.repeat(200), '0x10', '%20'])(
    'an id that is none: %s',
    async (id) => {
      for (const path of [`/api/roles/${id}/`, `/api/roles/id/${id}/`]) {
        const { status, body } = await test.call<Failure>('GET', path);
        expect([status, body.detail]).toEqual([422, 'Validation error: item_id must be an integer']);
        expect(body.errors).toEqual([{ field: 'item_id', message: 'item_id must be an integer' }]);
      }
    },
  );

  it.each([
    ['POST', '/api/team_in_tournament/xin5', 'team_id'],
    ['GET', '/api/team_in_tournament/5inx/', 'tournament_id'],
    ['DELETE', '/api/team_in_tournament/1in2in3', 'team_id'],
    ['POST', '/api/sponsor_in_sponsor_line/5in%20', 'sponsor_line_id'],
    ['GET', '/api/sponsor_in_sponsor_line/1.5in5', 'sponsor_id'],
    ['DELETE', '/api/sponsor_in_sponsor_line/9xin1/', 'sponsor_id'],
    ['PUT', '/api/team_in_tournament/xin5', 'item_id'],
  ])('a pair of ids of which one is none: %s %s', async (method, path, field) => {
    const { status, body } = await test.call<Failure>(method, path, method === 'PUT' ? { body: {} } : {});
    expect([status, body.detail]).toEqual([422, `Validation error: ${field} must be an integer`]);
  });

  it.each(['0', '-1', '2147483647'])('an id of nothing: %s', async (id) => {
    const { status, body } = await test.call<Failure>('GET', `/api/roles/id/${id}`);
    expect([status, body]).toEqual([404, { detail: `Role ${id} not found` }]);
  });
});

describe('queries', () => {
  it.each([
    ['page=0', 'page'],
    ['page=-1', 'page'],
    ['page=x', 'page'],
    ['page=1.5', 'page'],
    ['page=99999999999', 'page'],
    ['items_per_page=0', 'items_per_page'],
    ['items_per_page=101', 'items_per_page'],
    ['ascending=perhaps', 'ascending'],
    ['search=a%00b', 'search'],
    ['search=a&search=b', 'search'],
    [`search=${'x'.repeat(101)}`, 'search'],
  ])('behaviour 33: %s is refused by name', async (query, field) => {
    const { status, body } = await test.call<Failure>('GET', `/api/roles/paginated?${query}`);
    expect(status).toBe(422);
    expect(body.detail).toMatch(new RegExp(`^Validation error: ${field} `));
    expect(body.errors?.map((problem) => problem.field)).toEqual([field]);
  });

  it('tell everything that is wrong', async () => {
    const { body } = await test.call<Failure>('GET', '/api/roles/paginated?page=0&items_per_page=0');
    expect(body.errors?.map(({ field }) => field).toSorted()).toEqual(['items_per_page', 'page']);
  });

  it('may hold what nobody asked for', async () => {
    expect((await test.call('GET', '/api/roles/paginated?tables=drop')).status).toBe(200);
  });
});

describe('no body', () => {
  const headers = { 'content-type': 'application/json' };

  it.each([
    ['DELETE', '/api/team_in_tournament/1in1', 404],
    ['DELETE', '/api/sports/id/1', 401],
    ['PUT', '/api/gameclock/id/1/running/', 404],
    ['POST', '/api/auth/heartbeat', 401],
  ])('is no error where none is asked for, whatever its type is said to be: %s %s', async (method, path, expected) => {
    expect((await test.call(method, path, { headers })).status).toBe(expected);
  });

  it('lacks every field that must be there, and changes nothing where none must', async () => {
    const missing = await test.call<Failure>('POST', '/api/users/register', { headers });
    expect([missing.status, missing.body.errors?.map(({ field }) => field)]).toEqual([
      422,
      ['username', 'email', 'password'],
    ]);
    expect((await test.call('PUT', '/api/scoreboards/id/1/', { headers })).status).toBe(404);
  });
});

describe('bodies that cannot be read', () => {
  it.each([
    ['{"username"', 'application/json', 422],
    ['', 'application/json', 422],
    ['<a/>', 'application/xml', 415],
  ])('%j as %s', async (body, type, expected) => {
    const answer = await fetch(`http://${test.host}/api/users/register`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    const { detail } = (await answer.json()) as Failure;
    expect([answer.status, typeof detail]).toEqual([expected, 'string']);
  });

  it('too large', async () => {
    const { status, body } = await test.call<Failure>('POST', '/api/users/register', {
      body: { username: 'x'.repeat(2 << 20) },
    });
    expect([status, typeof body.detail]).toEqual([413, 'string']);
  });
});

it('HEAD tells of an answer what GET does, and leaves it out', async () => {
  const of = async (method: string) => {
    const { status, headers } = await fetch(`http://${test.host}/api/roles/`, { method });
    return [status, headers.get('content-type'), headers.get('content-length')];
  };
  expect(await of('HEAD')).toEqual(await of('GET'));
  expect((await of('HEAD'))[1]).toBe('application/json; charset=utf-8');
});

describe('a failure of our own', () => {
  it('behaviour 60: names the request and tells nothing else', async () => {
    const broken = vi.spyOn(test.app.get(RolesService), 'list').mockRejectedValueOnce(new Error('secret detail'));
    const { status, body } = await test.call('GET', '/api/roles', { headers: { 'x-request-id': 'abc-1' } });
    expect([status, body]).toEqual([500, { detail: 'Internal server error', success: false, request_id: 'abc-1' }]);
    expect(test.log.join('')).toContain('secret detail');
    broken.mockRejectedValueOnce(new Unavailable('DOWN', 'The scorer is asleep'));
    expect(await test.call('GET', '/api/roles')).toMatchObject({
      status: 503,
      body: { detail: 'The scorer is asleep' },
    });
    broken.mockRestore();
  });
});

describe('a front end on another origin', () => {
  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])('may %s with a token when it is listed', async (method) => {
    const { status, headers } = await test.call('OPTIONS', '/api/roles/1/', {
      headers: {
        origin: 'https://front.example',
        'access-control-request-method': method,
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('https://front.example');
    expect(headers.get('access-control-allow-methods')).toContain(method);
    expect(headers.get('access-control-allow-headers')).toContain('authorization');
  });
});
