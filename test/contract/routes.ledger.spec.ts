import { RequestMethod, type Type } from '@nestjs/common';
import { GUARDS_METADATA, METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { InstanceWrapper } from '@nestjs/core/injector/instance-wrapper.js';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLIC } from '../../src/platform/auth/public.js';
import { registeredRoutes } from '../../src/platform/http/route-list.js';
import { JournalListener, UpgradeRouter } from '../../src/realtime/index.js';
import { bootApp, type TestApp } from '../support/app.js';
import { until } from '../support/feed.js';

let test: TestApp;
beforeAll(async () => {
  test = await bootApp();
  await until(() => test.app.get(JournalListener).healthy);
});
afterAll(() => test.close());

const discovery = (): DiscoveryService => new DiscoveryService(test.app.get(ModulesContainer));

interface Handler {
  owner: string;
  access: string;
  method: string;
  path: string;
}

/** Who may call: the guards of the class and the method, `public` when that is said, or nothing at all. */
function accessOf(type: Type, handler: object): string {
  const guards = [type, handler].flatMap((target) => (Reflect.getMetadata(GUARDS_METADATA, target) ?? []) as Type[]);
  if (guards.length > 0) return guards.map(({ name }) => name).join('+');
  return [type, handler].some((target) => Reflect.getMetadata(PUBLIC, target) === true) ? 'public' : '';
}

function methodsOf(wrappers: InstanceWrapper[]): { type: Type; name: string; handler: object }[] {
  const scanner = new MetadataScanner();
  return wrappers.flatMap(({ instance, metatype }) => {
    const prototype = instance && (Object.getPrototypeOf(instance) as object);
    if (!prototype || typeof metatype !== 'function') return [];
    return scanner.getAllMethodNames(prototype).map((name) => ({
      type: metatype as Type,
      name,
      handler: (prototype as Record<string, object>)[name],
    }));
  });
}

const join = (...parts: string[]): string => `/${parts.join('/')}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');

function controllerRoutes(): Handler[] {
  return methodsOf(discovery().getControllers()).flatMap(({ type, handler }) => {
    const path = Reflect.getMetadata(PATH_METADATA, handler) as string | string[] | undefined;
    if (path === undefined) return [];
    const method = RequestMethod[(Reflect.getMetadata(METHOD_METADATA, handler) as number | undefined) ?? 0];
    const prefix = Reflect.getMetadata(PATH_METADATA, type) as string;
    const access = accessOf(type, handler);
    return [path].flat().map((each) => ({ method, path: join(prefix, each), owner: type.name, access }));
  });
}

function rootFields(): Handler[] {
  return methodsOf(discovery().getProviders()).flatMap(({ type, name, handler }) => {
    const kind = Reflect.getMetadata('graphql:resolver_type', handler) as string | undefined;
    if (kind === undefined || !['Query', 'Mutation', 'Subscription'].includes(kind)) return [];
    const field = (Reflect.getMetadata('graphql:resolver_name', handler) as string | undefined) ?? name;
    return { method: kind, path: field, owner: type.name, access: accessOf(type, handler) };
  });
}

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
    const controllers = controllerRoutes();
    const sockets = test.app
      .get(UpgradeRouter)
      .paths.concat('/socket.io')
      .map((path) => ({ method: 'WS', path, owner: 'realtime', access: 'public' }));
    const handlers = [...controllers, ...plainRoutes(controllers), ...rootFields(), ...sockets];
    const ledger = handlers.map(line).toSorted().join('\n');
    await expect(`${ledger}\n`).toMatchFileSnapshot('routes.ledger.txt');
  });

  it('has no route twice: the second would never be called', () => {
    const seen = controllerRoutes().map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`);
    expect(seen.filter((route, index) => seen.indexOf(route) !== index)).toEqual([]);
  });

  it('has nothing that is neither guarded nor said to be public', () => {
    expect([...controllerRoutes(), ...rootFields()].filter(({ access }) => access === '')).toEqual([]);
  });

  it('answers with and without a trailing slash', async () => {
    for (const path of ['/health', '/health/', '/health/live/', '/docs/', '/graphiql/']) {
      expect((await fetch(`http://${test.host}${path}`, { redirect: 'manual' })).status, path).toBe(200);
    }
  });
});
