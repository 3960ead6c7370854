import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootApp, type TestApp } from '../support/app.js';
import { GraphqlSocket } from '../support/graphql-socket.js';

let app: TestApp;
beforeAll(async () => {
  app = await bootApp({
    LOGIN_ATTEMPTS_PER_MINUTE: '1000',
    AUTH_SECRET: 'a secret for tests, long enough for anybody',
  });
});
afterAll(() => app?.close());

interface Session {
  token: string;
  user: { id: string; username: string; email: string; roles: string[] };
}

const LOGIN = `mutation ($username: String!, $password: String!) {
  login(username: $username, password: $password) { token user { id username email roles } }
}`;
const REGISTER = `mutation ($input: RegisterInput!) { register(input: $input) { id username roles isActive isOnline lastOnline } }`;
const ME = '{ me { username roles } }';

let made = 0;
async function signUp(role?: string): Promise<Session & { password: string }> {
  const username = `gql_${++made}`;
  const input = { username, email: `${username}@example.org`, password: 'correct horse' };
  await app.graphql(REGISTER, { input });
  if (role) {
    await app.database.sql(
      `insert into user_role select u.id, r.id from "user" u, role r where u.username = $1 and r.name = $2`,
      [username, role],
    );
  }
  const { data } = await app.graphql<{ login: Session }>(LOGIN, { username, password: input.password });
  return { ...data.login, password: input.password };
}

const codeOf = async (query: string, variables?: Record<string, unknown>, token?: string): Promise<unknown> =>
  (await app.graphql(query, variables, token)).errors?.[0].extensions['code'];

describe('accounts', () => {
  it('are registered, log in and say who they are', async () => {
    const { token, user } = await signUp();
    expect(user).toMatchObject({ username: 'gql_1', email: 'gql_1@example.org', roles: ['user'] });
    expect(await app.graphql(ME, {}, token)).toMatchObject({ data: { me: { username: 'gql_1', roles: ['user'] } } });
  });

  it('tell what is wrong by a code', async () => {
    const { user } = await signUp();
    const input = { username: user.username, email: 'free@example.org', password: 'correct horse' };
    expect(await codeOf(REGISTER, { input })).toBe('USERNAME_TAKEN');
    expect(await codeOf(REGISTER, { input: { ...input, username: 'free name', email: user.email } })).toBe(
      'EMAIL_TAKEN',
    );
    for (const wrong of [{ email: 'nobody' }, { password: '12345' }, { username: 'ab' }, { username: 'a\0b' }]) {
      const code = await codeOf(REGISTER, { input: { ...input, username: 'free name', ...wrong } });
      expect(code, JSON.stringify(wrong)).toBe('INVALID_ARGUMENT');
    }
    const personId = '2147483647';
    expect(await codeOf(REGISTER, { input: { ...input, username: 'free name', personId } })).toBe('INVALID_ARGUMENT');
    expect(await codeOf(LOGIN, { username: user.username, password: 'wrong' })).toBe('WRONG_CREDENTIALS');
    expect(await codeOf(ME)).toBe('NOT_AUTHENTICATED');
    expect(await codeOf(ME, {}, 'x.y.z')).toBe('INVALID_TOKEN');
  });

  it('change their password: the old tokens end, the new one is good', async () => {
    const { token, password, user } = await signUp();
    const change = `mutation ($old: String!, $new: String!) {
      changePassword(oldPassword: $old, newPassword: $new) { token user { id } }
    }`;
    expect(await codeOf(change, { old: 'wrong', new: 'battery staple' }, token)).toBe('WRONG_PASSWORD');
    expect(await codeOf(change, { old: password, new: 'battery staple' })).toBe('NOT_AUTHENTICATED');
    const { data } = await app.graphql<{ changePassword: Session }>(
      change,
      { old: password, new: 'battery staple' },
      token,
    );
    expect(data.changePassword.user.id).toBe(user.id);
    expect(await codeOf(ME, {}, token)).toBe('INVALID_TOKEN');
    expect(await codeOf(ME, {}, data.changePassword.token)).toBeUndefined();
  });

  it('say they are here, change their address, and go', async () => {
    const { token, user } = await signUp();
    const { data } = await app.graphql<{ reportPresence: object }>(
      'mutation { reportPresence { isOnline lastOnline } }',
      {},
      token,
    );
    expect(data.reportPresence).toEqual({ isOnline: true, lastOnline: expect.stringMatching(/Z$/) });
    const change = 'mutation ($email: String!) { changeEmail(email: $email) { email } }';
    expect(await app.graphql(change, { email: 'new@example.org' }, token)).toMatchObject({
      data: { changeEmail: { email: 'new@example.org' } },
    });
    expect(await codeOf(change, { email: 'gql_1@example.org' }, token)).toBe('EMAIL_TAKEN');
    expect(await codeOf(change, { email: 'nobody' }, token)).toBe('INVALID_ARGUMENT');
    expect(await app.graphql('mutation { deleteMyAccount }', {}, token)).toMatchObject({
      data: { deleteMyAccount: user.id },
    });
    expect(await codeOf(ME, {}, token)).toBe('INVALID_TOKEN');
  });

  it('over a socket use the token it was opened with', async () => {
    const { token, user } = await signUp();
    const ask = async (payload?: object): Promise<unknown> => {
      const socket = await GraphqlSocket.open(app.host);
      socket.send({ type: 'connection_init', payload });
      await socket.next(({ type }) => type === 'connection_ack');
      socket.subscribe('1', ME);
      const answer = await socket.next(({ id }) => id === '1');
      socket.socket.close();
      return answer.payload;
    };
    expect(await ask({ authorization: `Bearer ${token}` })).toMatchObject({
      data: { me: { username: user.username } },
    });
    for (const payload of [undefined, { authorization: 7 }]) {
      expect(await ask(payload)).toMatchObject({ errors: [{ extensions: { code: 'NOT_AUTHENTICATED' } }] });
    }
  });
});

describe('administrators', () => {
  const USERS = `query ($filter: UserFilter, $first: Int, $after: String) {
    users(filter: $filter, first: $first, after: $after) {
      totalCount edges { node { username roles } } pageInfo { hasNextPage endCursor }
    }
  }`;
  interface Users {
    users: {
      totalCount: number;
      edges: { node: { username: string; roles: string[] } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  }

  it('alone see users', async () => {
    expect(await codeOf(USERS)).toBe('NOT_AUTHENTICATED');
    expect(await codeOf(USERS, {}, (await signUp('editor')).token)).toBe('ROLE_REQUIRED');
  });

  it('read them page by page, each once, in the order of names', async () => {
    const { token } = await signUp('admin');
    const names: string[] = [];
    let after: string | undefined;
    let total = 0;
    do {
      const { data } = await app.graphql<Users>(USERS, { first: 2, after }, token);
      names.push(...data.users.edges.map(({ node }) => node.username));
      total = data.users.totalCount;
      after = data.users.pageInfo.hasNextPage ? data.users.pageInfo.endCursor : undefined;
    } while (after);
    expect(names).toHaveLength(total);
    expect(new Set(names).size).toBe(total);
    const { data } = await app.graphql<Users>(USERS, { filter: { roles: ['admin'], text: 'GQL' } }, token);
    expect(data.users.edges.every(({ node }) => node.roles.includes('admin'))).toBe(true);
    expect(await codeOf(USERS, { after: 'nonsense' }, token)).toBe('BAD_USER_INPUT');
  });

  it('give and take roles, which count at once', async () => {
    const { token } = await signUp('admin');
    const other = await signUp();
    const give = 'mutation ($user: ID!, $role: ID!) { assignRole(userId: $user, roleId: $role) { roles } }';
    const take = 'mutation ($user: ID!, $role: ID!) { removeRole(userId: $user, roleId: $role) { roles } }';
    const admin = { user: other.user.id, role: '2' };
    expect(await codeOf(give, admin, other.token)).toBe('ROLE_REQUIRED');
    expect(await app.graphql(give, admin, token)).toMatchObject({ data: { assignRole: { roles: ['user', 'admin'] } } });
    expect(await codeOf(give, admin, token)).toBe('ROLE_ALREADY_ASSIGNED');
    expect(await codeOf(USERS, {}, other.token)).toBeUndefined();
    expect(await app.graphql(take, admin, token)).toMatchObject({ data: { removeRole: { roles: ['user'] } } });
    expect(await codeOf(take, admin, token)).toBe('ROLE_NOT_ASSIGNED');
    expect(await codeOf(USERS, {}, other.token)).toBe('ROLE_REQUIRED');
    expect(await codeOf(give, { ...admin, role: '2147483647' }, token)).toBe('ROLE_NOT_FOUND');
  });
});

describe('what administrators do with others', () => {
  const USER = 'query ($id: ID!) { user(id: $id) { username isActive } }';
  const of = (mutation: string, fields: string): string =>
    `mutation ($user: ID!) { ${mutation}(userId: $user) ${fields} }`;

  it('keep them out, let them in, give them a password, delete them', async () => {
    const { token } = await signUp('admin');
    const other = await signUp();
    const user = other.user.id;
    expect(await app.graphql(of('deactivateUser', '{ isActive }'), { user }, token)).toMatchObject({
      data: { deactivateUser: { isActive: false } },
    });
    expect(await codeOf(LOGIN, { username: other.user.username, password: other.password })).toBe('USER_INACTIVE');
    expect(await app.graphql(of('activateUser', '{ isActive }'), { user }, token)).toMatchObject({
      data: { activateUser: { isActive: true } },
    });
    const set = 'mutation ($user: ID!, $new: String!) { setUserPassword(userId: $user, newPassword: $new) { id } }';
    expect(await codeOf(set, { user, new: 'battery staple' }, token)).toBeUndefined();
    expect(await codeOf(set, { user, new: '12345' }, token)).toBe('INVALID_ARGUMENT');
    expect(await codeOf(LOGIN, { username: other.user.username, password: 'battery staple' })).toBeUndefined();
    expect(await app.graphql(of('deleteUser', ''), { user }, token)).toMatchObject({ data: { deleteUser: user } });
    expect(await app.graphql(USER, { id: user }, token)).toMatchObject({ data: { user: null } });
    expect(await codeOf(of('deleteUser', ''), { user }, token)).toBe('USER_NOT_FOUND');
  });

  it('is for them alone', async () => {
    const { token, user } = await signUp('editor');
    for (const each of [
      'activateUser(userId: "1") { id }',
      'deactivateUser(userId: "1") { id }',
      'deleteUser(userId: "1")',
    ])
      expect(await codeOf(`mutation { ${each} }`, {}, token)).toBe('ROLE_REQUIRED');
    expect(await codeOf(USER, { id: user.id }, token)).toBe('ROLE_REQUIRED');
    expect(await codeOf('mutation { createRole(name: "scout") { id } }', {}, token)).toBe('ROLE_REQUIRED');
  });
});

describe('roles', () => {
  it('are made, described and deleted by administrators', async () => {
    const { token } = await signUp('admin');
    const create = 'mutation ($name: String!) { createRole(name: $name, description: "looks") { id name userCount } }';
    const { data } = await app.graphql<{ createRole: { id: string } }>(create, { name: 'scout' }, token);
    expect(data.createRole).toMatchObject({ name: 'scout', userCount: 0 });
    expect(await codeOf(create, { name: 'scout' }, token)).toBe('ROLE_NAME_TAKEN');
    expect(await codeOf(create, { name: 'x' }, token)).toBe('INVALID_ARGUMENT');
    const { id } = data.createRole;
    const describeRole = 'mutation ($id: ID!, $to: String) { describeRole(id: $id, description: $to) { description } }';
    for (const to of ['finds players', null]) {
      const changed = await app.graphql(describeRole, { id, to }, token);
      expect(changed).toMatchObject({ data: { describeRole: { description: to } } });
    }
    const remove = 'mutation ($id: ID!) { deleteRole(id: $id) }';
    expect(await codeOf(remove, { id: '2' }, token)).toBe('ROLE_IN_USE');
    expect(await app.graphql(remove, { id }, token)).toMatchObject({ data: { deleteRole: id } });
    expect(await codeOf(remove, { id }, token)).toBe('ROLE_NOT_FOUND');
  });

  it('are listed for everybody, with the number of users', async () => {
    const { data } = await app.graphql<{ roles: { totalCount: number; edges: { node: { name: string } }[] } }>(
      '{ roles(first: 3) { totalCount edges { node { id name description userCount } } pageInfo { hasNextPage } } }',
    );
    expect(data.roles.edges.map(({ node }) => node.name)).toEqual(['admin', 'coach', 'editor']);
    expect(data.roles.totalCount).toBe(6);
  });
});
