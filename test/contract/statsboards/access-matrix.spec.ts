import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controllerRoutes, type Handler } from '../handlers.js';
import { bootStatsboards, type StatsboardsApp } from './boot.js';
import { signUp } from './sign-up.js';

const MODES = ['open', 'authenticated'] as const;
const CALLERS = ['anonymous', 'user', 'editor', 'admin'] as const;
type Mode = (typeof MODES)[number];
type Caller = (typeof CALLERS)[number];

/** `in`: the guard let the caller through, whatever came of it. */
type Outcome = 'in' | '401' | '403';

let apps: Record<Mode, StatsboardsApp>;
let tokens: Record<Caller, string | undefined>;
let routes: Handler[];
beforeAll(async () => {
  const open = await bootStatsboards({ STATSBOARDS_WRITES: 'open' });
  apps = { open, authenticated: await bootStatsboards({ STATSBOARDS_WRITES: 'authenticated' }, open.database) };
  tokens = {
    anonymous: undefined,
    user: (await signUp(open)).token,
    editor: (await signUp(open, 'editor')).token,
    admin: (await signUp(open, 'admin')).token,
  };
  routes = controllerRoutes(open.app).filter(({ path }) => path.startsWith('/api/'));
});
afterAll(async () => {
  await apps.authenticated.close();
  await apps.open.close();
});

const NEEDS: Record<string, Record<Caller, Outcome>> = {
  public: { anonymous: 'in', user: 'in', editor: 'in', admin: 'in' },
  'signed-in': { anonymous: '401', user: 'in', editor: 'in', admin: 'in' },
  editor: { anonymous: '401', user: '403', editor: 'in', admin: 'in' },
  admin: { anonymous: '401', user: '403', editor: '403', admin: 'in' },
};

const expected = ({ access }: Handler, mode: Mode): Record<Caller, Outcome> =>
  NEEDS[access === 'write' ? { open: 'public', authenticated: 'editor' }[mode] : access];

/** An id of nothing, so that a call that gets in finds nothing to spoil. */
const NOTHING = '2147483647';
const urlOf = ({ path }: Handler): string => path.replace(/:\w+(?:\([^)]*\))?/g, NOTHING);

async function probe(route: Handler, mode: Mode, caller: Caller): Promise<{ outcome: Outcome; status: number }> {
  const url = urlOf(route);
  // Calls about the own account may end it.
  const isOwn = url.includes('/me') && caller !== 'anonymous';
  const token = isOwn ? (await signUp(apps.open, caller)).token : tokens[caller];
  const body = ['GET', 'DELETE'].includes(route.method) ? {} : { body: {} };
  const answer = await apps[mode].call<{ detail?: unknown }>(route.method, url, {
    ...(token ? { token } : {}),
    ...body,
  });
  const refused = answer.status === 403 && String(answer.body.detail).startsWith('Access denied.');
  return { outcome: answer.status === 401 ? '401' : refused ? '403' : 'in', status: answer.status };
}

describe('who may call what', () => {
  it('is what every route says, for every caller, in both modes; nothing breaks', { timeout: 300_000 }, async () => {
    const lines: string[] = [];
    const wrong: string[] = [];
    for (const route of routes) {
      const cells = MODES.flatMap((mode) => CALLERS.map((caller) => ({ mode, caller })));
      const columns = await Promise.all(
        cells.map(async ({ mode, caller }) => {
          const { outcome, status } = await probe(route, mode, caller);
          const name = `${route.method} ${route.path} as ${caller}, ${mode}`;
          if (outcome !== expected(route, mode)[caller]) wrong.push(`${name}: ${outcome}`);
          if (status === 500) wrong.push(`${name}: fails`);
          return outcome;
        }),
      );
      lines.push(
        `${route.method.padEnd(7)} ${route.path.padEnd(96)} ${columns.map((each) => each.padEnd(4)).join(' ')}`,
      );
    }
    expect(wrong).toEqual([]);
    const head = `${' '.repeat(105)}open                authenticated\n${' '.repeat(105)}${MODES.map(() => 'none user edit admn').join(' ')}`;
    const matrix = [head, ...lines.map((line) => line.trimEnd()).toSorted()].join('\n');
    await expect(`${matrix}\n`).toMatchFileSnapshot('access-matrix.txt');
  });

  it('is said by every route', () => {
    expect(routes.filter(({ access }) => !(access in NEEDS) && access !== 'write')).toEqual([]);
  });

  it('lets nobody but administrators delete what the document says only they may', () => {
    const deletes = routes.filter(({ method, path }) => method === 'DELETE' && /\/id\/:\w+$/.test(path));
    const others = deletes.filter(({ access }) => access !== 'admin').map(({ path }) => path);
    // The document leaves this one open.
    expect(others.filter((path) => !path.startsWith('/api/settings/seasons/'))).toEqual([]);
    expect(deletes.length).toBeGreaterThan(0);
  });
});
