import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNT_ROUTES, type DocumentedRoute, NULLABLE } from './accounts.documented.js';
import { type Answer, bootStatsboards, type CallOptions, type StatsboardsApp } from './boot.js';
import { departures } from './documented-shape.js';
import { type SignedUp, signUp } from './sign-up.js';

let test: StatsboardsApp;
let admin: SignedUp;
beforeAll(async () => {
  test = await bootStatsboards();
  admin = await signUp(test, 'admin');
});
afterAll(() => test.close());

interface Call {
  path: string;
  options: CallOptions;
}

let made = 0;
const fresh = (): string => `new_${++made}`;

async function newRole(): Promise<number> {
  const body = { name: fresh(), description: 'Can moderate' };
  return (await test.call<{ id: number }>('POST', '/api/roles/', { body, token: admin.token })).body.id;
}

/** For each documented route a call that succeeds, made of rows of its own. */
const CALLS: Record<string, () => Promise<Call>> = {
  'GET /api/roles/': async () => ({ path: '/api/roles/', options: {} }),
  'GET /api/roles/paginated': async () => ({ path: '/api/roles/paginated?search=ADM', options: {} }),
  'GET /api/roles/id/{item_id}/': async () => ({ path: `/api/roles/id/${await newRole()}/`, options: {} }),
  'POST /api/roles/': async () => ({
    path: '/api/roles/',
    options: { token: admin.token, body: { name: fresh(), description: 'Can moderate content and users' } },
  }),
  'PUT /api/roles/{item_id}/': async () => ({
    path: `/api/roles/${await newRole()}/`,
    options: { token: admin.token, body: { description: 'Updated role description' } },
  }),
  'DELETE /api/roles/id/{model_id}': async () => ({
    path: `/api/roles/id/${await newRole()}`,
    options: { token: admin.token },
  }),
  'POST /api/auth/login': async () => {
    const { username, password } = await signUp(test);
    return { path: '/api/auth/login', options: { form: { username, password } } };
  },
  'GET /api/auth/me': own('/api/auth/me'),
  'POST /api/auth/heartbeat': own('/api/auth/heartbeat'),
  'POST /api/users/register': async () => {
    const username = fresh();
    const body = { username, email: `${username}@example.com`, password: 'SecurePass123!', person_id: null };
    return { path: '/api/users/register', options: { body } };
  },
  'GET /api/users/me': own('/api/users/me'),
  'PUT /api/users/me': own('/api/users/me', () => ({ email: `${fresh()}@example.com`, is_active: true })),
  'DELETE /api/users/me': own('/api/users/me'),
  'POST /api/users/me/change-password': own('/api/users/me/change-password', () => ({
    old_password: 'correct horse',
    new_password: 'NewPassword456!',
  })),
  'GET /api/users/{user_id}': others(({ id }) => `/api/users/${id}`),
  'PUT /api/users/{user_id}': others(
    ({ id }) => `/api/users/${id}`,
    () => ({ email: `${fresh()}@example.com`, is_active: false }),
  ),
  'DELETE /api/users/{user_id}': others(({ id }) => `/api/users/${id}`),
  'POST /api/users/{user_id}/change-password': others(
    ({ id }) => `/api/users/${id}/change-password`,
    () => ({ new_password: 'NewPassword123!' }),
  ),
  'GET /api/users/{user_id}/roles': others(({ id }) => `/api/users/${id}/roles`),
  'POST /api/users/{user_id}/roles': others(
    ({ id }) => `/api/users/${id}/roles`,
    () => ({ role_id: 3 }),
  ),
  'DELETE /api/users/{user_id}/roles/{role_id}': others(({ id }) => `/api/users/${id}/roles/1`),
  'GET /api/users/search': async () => ({ path: '/api/users/search?search=user_&role_names=admin', options: {} }),
};

function own(path: string, body?: () => object): () => Promise<Call> {
  return async () => ({ path, options: { token: (await signUp(test)).token, ...(body ? { body: body() } : {}) } });
}

function others(path: (user: SignedUp) => string, body?: () => object): () => Promise<Call> {
  return async () => ({
    path: path(await signUp(test)),
    options: { token: admin.token, ...(body ? { body: body() } : {}) },
  });
}

const withOtherSlash = (path: string): string => {
  const [plain, query] = path.split('?');
  const changed = plain.endsWith('/') ? plain.slice(0, -1) : `${plain}/`;
  return query === undefined ? changed : `${changed}?${query}`;
};

const keyOf = ({ method, path }: DocumentedRoute): string => `${method} ${path}`;

describe.each(ACCOUNT_ROUTES.map((route) => [keyOf(route), route] as const))('%s', (key, route) => {
  it('answers as documented, with and without the slash', async () => {
    for (const written of [(path: string) => path, withOtherSlash]) {
      const { path, options } = await CALLS[key]();
      const { status, body } = await test.call(route.method, written(path), options);
      expect([status, departures(body, route.answer ?? null, NULLABLE)]).toEqual([route.status, []]);
      if (route.status === 204) expect(body).toBeUndefined();
    }
  });

  it.runIf(route.errors.includes(401))('401 without a token, or with a bad one', async () => {
    const { path, options } = await CALLS[key]();
    const isLogin = key === 'POST /api/auth/login';
    const changed: CallOptions[] = isLogin
      ? [{ form: { username: 'nobody', password: 'nothing' } }]
      : [
          { ...options, token: undefined },
          { ...options, token: 'x.y.z' },
        ];
    for (const each of changed) expectDetail(await test.call(route.method, path, each), 401);
  });

  it.runIf(route.errors.includes(403))('403 without the role', async () => {
    const { path, options } = await CALLS[key]();
    for (const role of [[], ['editor']]) {
      const { token } = await signUp(test, ...role);
      const answer = await test.call(route.method, path, { ...options, token });
      expectDetail(answer, 403);
      expect(answer.body).toEqual({ detail: 'Access denied. Required roles: admin' });
    }
  });

  it.runIf(route.errors.includes(404))('404 for what there is none of', async () => {
    const { options } = await CALLS[key]();
    const path = route.path.replace(/\{\w+\}/, '2147483647').replace('{role_id}', '1');
    expectDetail(await test.call(route.method, path, options), 404);
  });
});

function expectDetail(answer: Answer, status: number): void {
  expect([answer.status, typeof (answer.body as { detail?: unknown }).detail]).toEqual([status, 'string']);
}

it('every documented route has its call', () => {
  expect(Object.keys(CALLS).toSorted()).toEqual(ACCOUNT_ROUTES.map(keyOf).toSorted());
});

describe('the documented 400s', () => {
  const detail = async (method: string, path: string, options: CallOptions): Promise<[number, string]> => {
    const { status, body } = await test.call<{ detail: string }>(method, path, { token: admin.token, ...options });
    return [status, body.detail];
  };

  it('behaviour 47: a role of this name, a role that users have, and their number', async () => {
    const name = fresh();
    const { body: role } = await test.call<{ id: number; user_count: number }>('POST', '/api/roles', {
      token: admin.token,
      body: { name },
    });
    expect(role.user_count).toBe(0);
    expect(await detail('POST', '/api/roles', { body: { name } })).toEqual([400, `Role ${name} already exists`]);
    const { id } = await signUp(test, name);
    expect(await test.call('GET', `/api/roles/${role.id}`)).toMatchObject({ body: { user_count: 1 } });
    expect(await detail('DELETE', `/api/roles/id/${role.id}`, {})).toEqual([
      400,
      `Cannot delete role ${name} - role is assigned to users`,
    ]);
    await test.call('DELETE', `/api/users/${id}/roles/${role.id}`, { token: admin.token });
    expect((await detail('DELETE', `/api/roles/id/${role.id}`, {}))[0]).toBe(200);
  });

  it('behaviour 49: a user name or an address there is already', async () => {
    const { username, email } = await signUp(test);
    const register = (changed: object) =>
      detail('POST', '/api/users/register', {
        body: { username: fresh(), email: `${fresh()}@example.com`, password: 'correct horse', ...changed },
      });
    expect(await register({ username })).toEqual([400, 'Username already exists']);
    expect(await register({ email })).toEqual([400, 'Email already exists']);
    const { token } = await signUp(test);
    expect(await detail('PUT', '/api/users/me', { token, body: { email } })).toEqual([400, 'Email already exists']);
  });

  it('behaviour 50: the old password is wrong', async () => {
    const { token } = await signUp(test);
    const body = { old_password: 'wrong', new_password: 'NewPassword456!' };
    expect(await detail('POST', '/api/users/me/change-password', { token, body })).toEqual([400, 'Incorrect password']);
  });

  it('a role the user has, or has not', async () => {
    const { id } = await signUp(test, 'coach');
    expect(await detail('POST', `/api/users/${id}/roles`, { body: { role_id: 5 } })).toEqual([
      400,
      'User already has this role',
    ]);
    expect(await detail('DELETE', `/api/users/${id}/roles/6`, {})).toEqual([400, 'User does not have this role']);
  });

  it('404 for a role there is none of', async () => {
    const { id } = await signUp(test);
    const answer = [404, 'Role 2147483647 not found'];
    expect(await detail('POST', `/api/users/${id}/roles`, { body: { role_id: 2147483647 } })).toEqual(answer);
    expect(await detail('DELETE', `/api/users/${id}/roles/2147483647`, {})).toEqual(answer);
  });
});

describe('what the real client calls besides', () => {
  it('PATCH and DELETE of a role without /id', async () => {
    const id = await newRole();
    const patched = await test.call('PATCH', `/api/roles/${id}`, {
      token: admin.token,
      body: { name: 'ignored', description: null },
    });
    expect(patched).toMatchObject({ status: 200, body: { id, description: null } });
    expect(await test.call('DELETE', `/api/roles/${id}`, { token: admin.token })).toMatchObject({ status: 200 });
  });

  it('users below /id, and making them administrators', async () => {
    const { id, token } = await signUp(test);
    const call = (method: string, path: string) => test.call(method, path, { token: admin.token, body: {} });
    expect(await call('POST', `/api/users/${id}/admin`)).toMatchObject({ body: { roles: ['user', 'admin'] } });
    expect(await call('POST', `/api/users/${id}/admin`)).toMatchObject({ status: 200 });
    expect(await test.call('GET', `/api/users/${id}`, { token })).toMatchObject({ status: 200 });
    expect(await call('DELETE', `/api/users/${id}/admin`)).toMatchObject({ body: { roles: ['user'] } });
    expect(await test.call('GET', `/api/users/${id}`, { token })).toMatchObject({ status: 403 });
    expect(await call('DELETE', `/api/users/id/${id}`)).toMatchObject({
      status: 200,
      body: { detail: `USER ${id} deleted successfully` },
    });
  });
});
