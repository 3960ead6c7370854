import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { controllerRoutes } from '../handlers.js';
import { bootStatsboards, type StatsboardsApp } from './boot.js';
import { CLIENT_ROUTES, DOCUMENTED_ROUTES } from './route-coverage.documented.js';

let test: StatsboardsApp;
/** Who may call, by method and path; parameters are all alike. */
let access: Map<string, string>;
beforeAll(async () => {
  test = await bootStatsboards();
  access = new Map(
    controllerRoutes(test.app).map((route) => [
      `${route.method} ${route.path.replace(/:\w+(?:\([^)]*\))?/g, '{}')}`,
      route.access,
    ]),
  );
});
afterAll(() => test.close());

const accessOf = (documented: string): string | undefined =>
  access.get(documented.replace(/\{\w+\}/g, '{}').replace(/\/$/, ''));

describe('every documented route', () => {
  it('is there, and every other that real clients call', () => {
    const routes: string[] = [...Object.values(DOCUMENTED_ROUTES).flat(), ...CLIENT_ROUTES];
    expect(routes.filter((route) => accessOf(route) === undefined)).toEqual([]);
  });

  it('of which the document says admin is for administrators', () => {
    expect(DOCUMENTED_ROUTES.admin.filter((route) => accessOf(route) !== 'admin')).toEqual([]);
  });

  it('of which it says token is for whoever has one', () => {
    expect(DOCUMENTED_ROUTES.token.filter((route) => accessOf(route) !== 'signed-in')).toEqual([]);
  });

  it('of which it says nothing may be read by everybody, and written as STATSBOARDS_WRITES says', () => {
    const expected = (route: string): string => {
      const isWrite = !route.startsWith('GET ') && !/\/(?:login|register)$/.test(route);
      return isWrite ? 'write' : 'public';
    };
    expect(DOCUMENTED_ROUTES.open.filter((route) => accessOf(route) !== expected(route))).toEqual([]);
  });
});
