import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OfflineSweeper } from '../../../src/modules/accounts/index.js';
import { bootStatsboards, type StatsboardsApp } from './boot.js';
import { logIn, type SignedUp, signUp } from './sign-up.js';

let test: StatsboardsApp;
let admin: SignedUp;
beforeAll(async () => {
  test = await bootStatsboards();
  admin = await signUp(test, 'admin');
});
afterAll(() => test.close());

interface User {
  id: number;
  username: string;
  email: string | null;
  roles: string[];
  is_active: boolean;
  is_online: boolean;
  last_online: string | null;
}
interface Page<T> {
  data: T[];
  metadata: Record<string, number | boolean>;
}

const me = (token: string) => test.call<User & { detail?: string }>('GET', '/api/auth/me', { token });
const login = (username: string, password: string) =>
  test.call<{ detail?: string }>('POST', '/api/auth/login', { form: { username, password } });

describe('register', () => {
  it('gives the role user and no other; unknown fields are ignored', async () => {
    const body = {
      username: 'newcomer',
      email: 'newcomer@example.org',
      password: 'secret',
      roles: ['admin'],
      is_active: false,
      id: 1,
    };
    const answer = await test.call<User>('POST', '/api/users/register', { body });
    expect([answer.status, answer.body]).toMatchObject([200, { roles: ['user'], is_active: true, is_online: false }]);
    expect(JSON.stringify(answer.body)).not.toMatch(/password|argon2/);
  });

  it('keeps passwords as argon2id', async () => {
    const { id } = await signUp(test);
    const [{ hashed_password: hashed }] = await test.database.sql<{ hashed_password: string }>(
      'select hashed_password from "user" where id = $1',
      [id],
    );
    expect(hashed).toMatch(/^\$argon2id\$v=19\$m=7168,t=5,p=1\$/);
  });

  it.each([
    [{ username: 'ab' }, 'username'],
    [{ username: 'x'.repeat(101) }, 'username'],
    [{ username: 'a\0bc' }, 'username'],
    [{ username: undefined }, 'username'],
    [{ username: 12345 }, 'username'],
    [{ email: 'nobody' }, 'email'],
    [{ email: null }, 'email'],
    [{ password: '12345' }, 'password'],
    [{ password: 'x'.repeat(257) }, 'password'],
    [{ person_id: 'x' }, 'person_id'],
    [{ person_id: 2147483647 }, 'person_id'],
  ])('refuses %j by name', async (changed, field) => {
    const body = { username: 'some_name', email: 'some@example.org', password: 'secret', ...changed };
    const answer = await test.call<{ detail: string; errors: { field: string }[] }>('POST', '/api/users/register', {
      body,
    });
    expect([answer.status, answer.body.errors.map((error) => error.field)]).toEqual([422, [field]]);
    expect(answer.body.detail).toContain(field);
  });

  it('of one name fifty times at once makes one user; the others are told', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        test.call<{ detail?: string }>('POST', '/api/users/register', {
          body: { username: 'wanted_by_many', email: `many${n}@example.org`, password: 'secret' },
        }),
      ),
    );
    const told = answers.map(({ status, body }) => `${status} ${body.detail ?? 'made'}`);
    expect(told.toSorted()).toEqual(['200 made', ...Array.from({ length: 49 }, () => '400 Username already exists')]);
    const users = await test.database.sql(`select id from "user" where username = 'wanted_by_many'`);
    expect(users).toHaveLength(1);
  });

  it('links a person', async () => {
    const [{ id: personId }] = await test.database.sql<{ id: number }>(
      `insert into person (first_name, second_name) values ('Jo', 'Doe') returning id`,
    );
    const body = { username: 'jo_doe', email: 'jo@example.org', password: 'secret', person_id: personId };
    expect(await test.call('POST', '/api/users/register', { body })).toMatchObject({ body: { person_id: personId } });
  });
});

describe('login', () => {
  it('takes a form or JSON', async () => {
    const { username, password } = await signUp(test);
    const json = await test.call('POST', '/api/auth/login', { body: { username, password } });
    expect([json.status, json.body]).toMatchObject([200, { token_type: 'bearer' }]);
    expect((await login(username, password)).status).toBe(200);
  });

  it('says the same of an unknown name and a wrong password', async () => {
    const { username } = await signUp(test);
    const [wrong, unknown] = [await login(username, 'wrong'), await login('nobody at all', 'wrong')];
    expect(wrong).toMatchObject({ status: 401, body: { detail: 'Incorrect username or password' } });
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
    expect(wrong.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('without a password is refused by name', async () => {
    expect(await test.call('POST', '/api/auth/login', { form: { username: 'x' } })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'password' }] },
    });
  });

  it('behaviour 48: not of an inactive user, and only he who knows the password learns why', async () => {
    const { id, username, password } = await signUp(test);
    await test.call('PUT', `/api/users/${id}`, { token: admin.token, body: { is_active: false } });
    expect(await login(username, password)).toMatchObject({
      status: 403,
      body: { detail: 'User account is inactive' },
    });
    expect((await login(username, 'wrong')).status).toBe(401);
  });
});

describe('a token', () => {
  it('ends with the password it was issued for', async () => {
    const { token, username } = await signUp(test);
    const body = { old_password: 'correct horse', new_password: 'battery staple' };
    expect((await test.call('POST', '/api/users/me/change-password', { token, body })).status).toBe(200);
    expect(await me(token)).toMatchObject({ status: 401, body: { detail: 'Could not validate credentials' } });
    expect((await login(username, 'correct horse')).status).toBe(401);
    expect((await me(await logIn(test, username, 'battery staple'))).status).toBe(200);
  });

  it('ends when an administrator sets the password', async () => {
    const { id, token, username } = await signUp(test);
    const body = { new_password: 'set by admin' };
    expect((await test.call('POST', `/api/users/${id}/change-password`, { token: admin.token, body })).status).toBe(
      200,
    );
    expect((await me(token)).status).toBe(401);
    expect((await login(username, 'set by admin')).status).toBe(200);
  });

  it('ends with deactivation, and stays so after activation', async () => {
    const { id, token, username, password } = await signUp(test);
    expect(await test.call('PUT', '/api/users/me', { token, body: { is_active: false } })).toMatchObject({
      status: 200,
      body: { is_active: false },
    });
    expect((await me(token)).status).toBe(401);
    await test.call('PUT', `/api/users/${id}`, { token: admin.token, body: { is_active: true } });
    expect((await me(token)).status).toBe(401);
    expect((await me(await logIn(test, username, password))).status).toBe(200);
  });

  it('ends with its user, who may delete himself; what he owned stays', async () => {
    const { id, token, username, password } = await signUp(test);
    await test.database.sql(`insert into team (title, user_id) values ('Left behind', $1)`, [id]);
    expect(await test.call('DELETE', '/api/users/me', { token })).toMatchObject({
      status: 200,
      body: { detail: 'USER deleted successfully' },
    });
    expect((await me(token)).status).toBe(401);
    expect((await login(username, password)).status).toBe(401);
    expect(await test.database.sql(`select user_id from team where title = 'Left behind'`)).toEqual([
      { user_id: null },
    ]);
  });

  it('holds the roles of now, not of its issue', async () => {
    const { id, token } = await signUp(test);
    const read = () => test.call('GET', `/api/users/${id}`, { token });
    expect((await read()).status).toBe(403);
    await test.call('POST', `/api/users/${id}/roles`, { token: admin.token, body: { role_id: 2 } });
    expect((await read()).status).toBe(200);
  });

  it('of another server, of no algorithm, or of the wrong scheme is none', async () => {
    const { id, token } = await signUp(test);
    const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${encode({ alg: 'none', typ: 'JWT' })}.${encode({ sub: String(id), pv: 1 })}.`;
    const [head, claims] = token.split('.');
    for (const forged of [unsigned, `${head}.${claims}.AAAA`, `${head}.${encode({ sub: '1', pv: 1 })}.AAAA`]) {
      expect((await me(forged)).status).toBe(401);
    }
    const basic = await test.call('GET', '/api/auth/me', { headers: { authorization: `Basic ${token}` } });
    expect(basic).toMatchObject({ status: 401, headers: expect.anything() as object });
    expect((await test.call<{ detail: string }>('GET', '/api/auth/me')).body.detail).toBe('Not authenticated');
  });
});

describe('PUT of a user', () => {
  it('changes what is given; null is refused, names stay', async () => {
    const { token, username } = await signUp(test);
    const put = (body: object) => test.call<User>('PUT', '/api/users/me', { token, body });
    expect(await put({ email: 'changed@example.org', username: 'other' })).toMatchObject({
      body: { email: 'changed@example.org', username, is_active: true },
    });
    expect((await put({})).status).toBe(200);
    expect(await put({ email: null })).toMatchObject({ status: 422, body: { errors: [{ field: 'email' }] } });
    expect(await put({ is_active: null })).toMatchObject({ status: 422, body: { errors: [{ field: 'is_active' }] } });
  });
});

describe('PUT of a role', () => {
  it('clears the description with null and leaves it when absent', async () => {
    const { body: role } = await test.call<{ id: number }>('POST', '/api/roles', {
      token: admin.token,
      body: { name: 'scorer', description: 'Keeps score' },
    });
    const put = (body: object) => test.call('PUT', `/api/roles/${role.id}`, { token: admin.token, body });
    expect(await put({ name: 'other' })).toMatchObject({ body: { name: 'scorer', description: 'Keeps score' } });
    expect(await put({ description: null })).toMatchObject({ body: { description: null } });
  });
});

describe('who is online', () => {
  it('behaviour 48: a heartbeat makes online; two minutes without, or never having had one, offline', async () => {
    const sweeper = test.app.get(OfflineSweeper);
    const { id, token } = await signUp(test);
    expect((await test.call('POST', '/api/auth/heartbeat', { token })).status).toBe(204);
    const { body: here } = await me(token);
    expect(here.is_online).toBe(true);
    expect(here.last_online).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    await sweeper.sweep();
    expect((await me(token)).body.is_online).toBe(true);
    for (const long of [`now() - interval '121 seconds'`, 'null']) {
      await test.database.sql(`update "user" set is_online = true, last_online = ${long} where id = $1`, [id]);
      expect(await sweeper.sweep()).toBe(1);
      expect((await me(token)).body.is_online).toBe(false);
    }
  });
});

describe('the search', () => {
  const search = async (query: string, token?: string): Promise<Page<User>> =>
    (await test.call<Page<User>>('GET', `/api/users/search?${query}`, token ? { token } : {})).body;

  it('behaviours 30, 31, 32: part of the name, in any case, Cyrillic too; not the address', async () => {
    const register = (username: string) =>
      test.call('POST', '/api/users/register', {
        body: { username, email: `${Math.random()}@unfindable.example`, password: 'secret' },
      });
    await register('Вратарь_Иван');
    const found = await search(`search=${encodeURIComponent('вРАТАРЬ')}`);
    expect(found.data.map(({ username }) => username)).toEqual(['Вратарь_Иван']);
    expect((await search('search=unfindable')).data).toEqual([]);
    expect((await search('search=nothing_like_this')).metadata).toEqual({
      page: 1,
      items_per_page: 20,
      total_items: 0,
      total_pages: 0,
      has_next: false,
      has_previous: false,
    });
    const all = await test.database.sql<{ count: number }>('select count(*)::int from "user"');
    expect((await search('search=')).metadata['total_items']).toBe(all[0].count);
    for (const literal of ['%25', '_____________________________', '%5C']) {
      expect((await search(`search=${literal}`)).data, literal).toEqual([]);
    }
  });

  it('D15: finds each user once, whatever the number of roles that match, and counts him once', async () => {
    const { id, username } = await signUp(test, 'coach', 'player', 'streamer');
    const found = await search(`search=${username}&role_names=coach&role_names=player&role_names=streamer`);
    expect(found.data.map((user) => user.id)).toEqual([id]);
    expect(found.data[0].roles).toEqual(['user', 'player', 'coach', 'streamer']);
    expect(found.metadata).toMatchObject({ total_items: 1, total_pages: 1 });
    expect((await search(`search=${username}&role_names=admin`)).data).toEqual([]);
  });

  it('answers 400 to a query that cannot be used, as its table says', async () => {
    for (const query of ['page=0', 'items_per_page=101', 'is_online=perhaps', `search=${'x'.repeat(101)}`]) {
      const { status, body } = await test.call<{ detail: string }>('GET', `/api/users/search?${query}`);
      expect([query, status]).toEqual([query, 400]);
      expect(body.detail).toContain(query.split('=')[0]);
    }
  });

  it('filters by being online, together with roles', async () => {
    const { username, token } = await signUp(test, 'coach');
    expect((await search(`search=${username}&is_online=true`)).data).toEqual([]);
    await test.call('POST', '/api/auth/heartbeat', { token });
    expect((await search(`search=${username}&is_online=true&role_names=coach`)).data).toHaveLength(1);
    expect((await search(`search=${username}&is_online=false`)).data).toEqual([]);
  });

  it('behaviour 34: orders by two columns; an unknown one falls back to the name', async () => {
    const names = async (query: string) => (await search(`items_per_page=100&${query}`)).data.map((u) => u.username);
    const byName = await names('');
    expect(await names('order_by=hashed_password')).toEqual(byName);
    expect(await names('order_by=__proto__&order_by_two=constructor')).toEqual(byName);
    expect(await names('ascending=false')).toEqual(byName.toReversed());
    const online = (await search('items_per_page=100&order_by=is_online&order_by_two=username&ascending=false')).data;
    const flags = online.map(({ is_online: flag }) => Number(flag));
    expect(flags).toEqual(flags.toSorted((a, b) => b - a));
  });

  it('pages hold everybody once', async () => {
    const { metadata } = await search('items_per_page=3');
    const pages = Array.from({ length: Number(metadata['total_pages']) }, (_, n) => n + 1);
    const found = await Promise.all(pages.map((page) => search(`items_per_page=3&page=${page}&order_by=is_active`)));
    const ids = found.flatMap(({ data }) => data.map(({ id }) => id));
    expect(new Set(ids).size).toBe(metadata['total_items']);
    expect(ids).toHaveLength(Number(metadata['total_items']));
    expect(found.at(-1)?.metadata).toMatchObject({ has_next: false, has_previous: true });
    expect((await search('page=1000')).metadata).toMatchObject({ total_items: metadata['total_items'] });
  });

  it('shows addresses to everybody while writes are open', async () => {
    const { username, email } = await signUp(test);
    expect((await search(`search=${username}`)).data[0].email).toBe(email);
  });
});

describe('e-mail addresses with STATSBOARDS_WRITES=authenticated', () => {
  it('are for administrators and the user himself', async () => {
    const closed = await bootStatsboards({ STATSBOARDS_WRITES: 'authenticated' }, test.database);
    const user = await signUp(closed);
    const seen = async (token?: string): Promise<string | null> => {
      const path = `/api/users/search?search=${user.username}&order_by=email`;
      return (await closed.call<Page<User>>('GET', path, token ? { token } : {})).body.data[0].email;
    };
    expect(await seen()).toBeNull();
    expect(await seen((await signUp(closed, 'editor')).token)).toBeNull();
    expect(await seen('no token at all')).toBeNull();
    expect(await seen(user.token)).toBe(user.email);
    expect(await seen(admin.token)).toBe(user.email);
    await closed.close();
  });
});
