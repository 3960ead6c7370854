import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FirstAdmin } from '../../../src/modules/accounts/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { bootStatsboards, type StatsboardsApp } from './boot.js';
import { logIn, signUp } from './sign-up.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('guessing a password', () => {
  it('is slowed down, then with the right one too, and says when to come back; logging in is not', async () => {
    const test = await bootStatsboards({ LOGIN_ATTEMPTS_PER_MINUTE: '3' }, database);
    const body = { username: 'guessed', email: 'guessed@example.org', password: 'correct horse' };
    await test.call('POST', '/api/users/register', { body });
    const guess = (username: string, password: string) =>
      test.call<{ detail: string }>('POST', '/api/auth/login', { form: { username, password } });
    for (const _ of [1, 2, 3, 4]) expect((await guess('guessed', 'correct horse')).status).toBe(200);
    for (const _ of [1, 2, 3]) expect((await guess('guessed', 'wrong')).status).toBe(401);
    const refused = await guess('guessed', 'correct horse');
    expect(refused.status).toBe(429);
    expect(refused.body.detail).toMatch(/^Too many attempts\. Try again in \d+ s$/);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await guess('somebody else', 'wrong')).status).toBe(401);
    await test.close();
  });
});

describe('the first administrator', () => {
  const works = async (test: StatsboardsApp, username: string, password: string): Promise<unknown> => {
    const token = await logIn(test, username, password);
    return (await test.call<{ roles: string[] }>('GET', '/api/auth/me', { token })).body.roles;
  };

  it('comes from ADMIN_USERNAME, ADMIN_EMAIL and ADMIN_PASSWORD, once, and keeps a changed password', async () => {
    const environment = { ADMIN_USERNAME: 'boss', ADMIN_EMAIL: 'boss@example.org', ADMIN_PASSWORD: 'first password' };
    const test = await bootStatsboards(environment, database);
    const admins = test.app.get(FirstAdmin);
    expect(await admins.ensure()).toEqual({ username: 'boss' });
    expect(await works(test, 'boss', 'first password')).toEqual(['user', 'admin']);
    await database.sql(`update "user" set password_version = 5 where username = 'boss'`);
    await Promise.all([admins.ensure(), admins.ensure()]);
    expect(await database.sql(`select email, password_version from "user" where username = 'boss'`)).toEqual([
      { email: 'boss@example.org', password_version: 5 },
    ]);
    await test.close();
  });

  it('cannot go, stop or hand in the role while there is no other; of two at once one stays', async () => {
    const test = await bootStatsboards({}, database);
    await database.sql(`delete from "user"`);
    const [first, second] = [await signUp(test, 'admin'), await signUp(test)];
    const [person] = await database.sql<{ id: number }>(
      `insert into person (first_name) values ('First') returning id`,
    );
    await database.sql('update "user" set person_id = $1 where id = $2', [person.id, first.id]);
    const refused = { detail: 'The last administrator must stay; make somebody else one first' };
    for (const [method, path, body] of [
      ['DELETE', '/api/users/me'],
      ['DELETE', `/api/users/${first.id}`],
      ['DELETE', `/api/users/${first.id}/roles/2`],
      ['DELETE', `/api/users/${first.id}/admin`],
      ['PUT', '/api/users/me', { is_active: false }],
      ['DELETE', `/api/persons/id/${person.id}`],
    ] as const) {
      const answer = await test.call(method, path, { token: first.token, ...(body ? { body } : {}) });
      expect([path, answer.status, answer.body]).toEqual([path, 409, refused]);
    }
    expect((await test.call('POST', `/api/users/${second.id}/admin`, { token: first.token })).status).toBe(200);
    const leaving = [first, second].map(({ token }) => test.call('DELETE', '/api/users/me', { token }));
    expect((await Promise.all(leaving)).map(({ status }) => status).toSorted()).toEqual([200, 409]);
    await test.close();
  });

  it('of the demo has a random password, told once and kept for its owner alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'touchline-'));
    const test = await bootStatsboards({ DEMO: 'on', DATA_DIR: folder }, database);
    const admins = test.app.get(FirstAdmin);
    const told = await admins.ensure();
    const file = join(folder, 'admin-password');
    expect(told).toEqual({ username: 'admin', password: readFileSync(file, 'utf8').trim(), passwordFile: file });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(told?.password).toMatch(/^[\w-]{16}$/);
    expect(await works(test, 'admin', String(told?.password))).toEqual(['user', 'admin']);
    expect(await admins.ensure()).toEqual({ username: 'admin', passwordFile: file });
    await test.close();
    rmSync(folder, { recursive: true });
  });

  it('is not made where nobody asks for one, and not without a password', async () => {
    const none = await bootStatsboards({}, database);
    expect(await none.app.get(FirstAdmin).ensure()).toBeUndefined();
    await none.close();
    const half = await bootStatsboards({ ADMIN_USERNAME: 'chief' }, database);
    await expect(half.app.get(FirstAdmin).ensure()).rejects.toThrow('ADMIN_USERNAME needs ADMIN_PASSWORD');
    await half.close();
  });
});

describe('the secret of tokens', () => {
  it('without AUTH_SECRET is kept, so that tokens outlive a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'touchline-'));
    const environment = { DATA_DIR: folder, AUTH_SECRET: '' };
    const first = await bootStatsboards(environment, database);
    const body = { username: 'survivor', email: 'survivor@example.org', password: 'correct horse' };
    await first.call('POST', '/api/users/register', { body });
    const token = await logIn(first, 'survivor', 'correct horse');
    await first.close();
    const second = await bootStatsboards(environment, database);
    expect((await second.call('GET', '/api/auth/me', { token })).status).toBe(200);
    await second.close();
    const other = await bootStatsboards({}, database);
    expect((await other.call('GET', '/api/auth/me', { token })).status).toBe(401);
    await other.close();
    rmSync(folder, { recursive: true });
  });
});
