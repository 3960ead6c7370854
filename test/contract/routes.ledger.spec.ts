import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registeredRoutes } from '../../src/platform/http/route-list.js';
import { JournalListener, UpgradeRouter } from '../../src/realtime/index.js';
import { bootApp, type TestApp } from '../support/app.js';
import { until } from '../support/feed.js';
import { controllerRoutes, type Handler, join, rootFields } from './handlers.js';

let test: TestApp;
beforeAll(async () => {
  test = await bootApp();
  await until(() => test.app.get(JournalListener).healthy);
});
afterAll(() => test.close());

/** Pages, documents and assets are registered without a controller; everybody may read them. */
function plainRoutes(controllers: Handler[]): Handler[] {
  const known = new Set(controllers.map(({ method, path }) => `${method} ${path}`));
  return registeredRoutes(test.app.getHttpAdapter().getInstance() as unknown as FastifyInstance)
    .map(({ method, path }) => ({ method, path: join(path), owner: 'platform', access: 'public' }))
    .filter(({ method, path }) => !known.has(`${method} ${path}`) && method !== 'OPTIONS');
}

const line = ({ method, path, owner, access }: Handler): string =>
  `${method.padEnd(12)} ${path.padEnd(40)} ${owner.padEnd(28)} ${access}`.trimEnd();

describe('the route ledger', () => {
  it('names every route, root field and socket with its owner and who may call it', async () => {
    const controllers = controllerRoutes(test.app);
    const sockets = test.app
      .get(UpgradeRouter)
      .paths.concat('/socket.io')
      .map((path) => ({ method: 'WS', path, owner: 'realtime', access: 'public' }));
    const handlers = [...controllers, ...plainRoutes(controllers), ...rootFields(test.app), ...sockets];
    const ledger = handlers.map(line).toSorted().join('\n');
    await expect(`${ledger}\n`).toMatchFileSnapshot('routes.ledger.txt');
  });

  it('has no route twice: the second would never be called', () => {
    const seen = controllerRoutes(test.app).map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(seen.filter((route, index) => seen.indexOf(route) !== index)).toEqual([]);
  });

  it('has nothing that is neither guarded nor said to be public', () => {
    expect([...controllerRoutes(test.app), ...rootFields(test.app)].filter(({ access }) => access === '')).toEqual([]);
  });

  it('lets nobody change anything over GraphQL without a token, but for getting one', () => {
    const open = rootFields(test.app).filter(({ method, access }) => method === 'Mutation' && access === 'public');
    expect(open.map(({ path }) => path).toSorted()).toEqual(['login', 'register']);
  });

  it('answers with and without a trailing slash', async () => {
    for (const path of ['/health', '/health/', '/health/live/', '/docs/', '/graphiql/']) {
      expect((await fetch(`http://${test.host}${path}`, { redirect: 'manual' })).status, path).toBe(200);
    }
  });
});
