import { randomBytes } from 'node:crypto';
import type { StatsboardsApp } from './boot.js';

export interface SignedUp {
  id: number;
  username: string;
  email: string;
  password: string;
  token: string;
}

export const logIn = async (test: StatsboardsApp, username: string, password: string): Promise<string> => {
  const { body } = await test.call<{ access_token: string }>('POST', '/api/auth/login', {
    form: { username, password },
  });
  return body.access_token;
};

/** A new user with these roles besides `user`, and a token. */
export async function signUp(test: StatsboardsApp, ...roles: string[]): Promise<SignedUp> {
  const username = `user_${randomBytes(6).toString('hex')}`;
  const user = { username, email: `${username}@example.org`, password: 'correct horse' };
  const { status, body } = await test.call<{ id: number }>('POST', '/api/users/register', { body: user });
  if (status !== 200) throw new Error(`register: ${status} ${JSON.stringify(body)}`);
  await test.database.sql(
    'insert into user_role (user_id, role_id) select $1, id from role where name = any($2) on conflict do nothing',
    [body.id, roles],
  );
  return { ...user, id: body.id, token: await logIn(test, username, user.password) };
}
