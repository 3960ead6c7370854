import { describe, expect, it } from 'vitest';
import type { Answer, CallOptions, StatsboardsApp } from './boot.js';
import type { CatalogueRoute } from './catalogue.documented.js';
import { departures } from './documented-shape.js';
import { type SignedUp, signUp } from './sign-up.js';

/** A call of a documented route. */
export interface DocumentedCall {
  path: string;
  body?: object;
}

/** For each documented route a call that succeeds, on rows of its own. */
export type DocumentedCalls = Readonly<Record<string, () => Promise<DocumentedCall>>>;

interface Subject {
  test(): StatsboardsApp;
  admin(): SignedUp;
  calls: DocumentedCalls;
  nullable: readonly string[];
}

export function expectDetail(answer: Answer, status: number): void {
  expect([answer.status, typeof (answer.body as { detail?: unknown } | undefined)?.detail]).toEqual([status, 'string']);
}

const withOtherSlash = (path: string): string => {
  const [plain, query] = path.split('?');
  const changed = plain.endsWith('/') ? plain.slice(0, -1) : `${plain}/`;
  return query === undefined ? changed : `${changed}?${query}`;
};

const keyOf = ({ method, path }: CatalogueRoute): string => `${method} ${path}`;

/** Status, form and documented failures of each route. */
export function describeDocumentedRoutes(routes: readonly CatalogueRoute[], subject: Subject): void {
  const { test, admin, calls, nullable } = subject;
  const optionsOf = (route: CatalogueRoute, { body }: DocumentedCall): CallOptions => ({
    ...(body ? { body } : {}),
    ...(route.admin ? { token: admin().token } : {}),
  });

  describe.each(routes.map((route) => [keyOf(route), route] as const))('%s', (key, route) => {
    it('answers as documented, with and without the slash', async () => {
      for (const written of [(path: string) => path, withOtherSlash]) {
        const made = await calls[key]();
        const { status, body } = await test().call(route.method, written(made.path), optionsOf(route, made));
        expect([status, departures(body ?? null, route.answer ?? null, nullable)]).toEqual([route.status, []]);
        const items = Array.isArray(body) ? body : (body as { data?: unknown } | undefined)?.data;
        if (Array.isArray(items)) expect(items.length).toBeGreaterThan(0);
        if (route.status === 204) expect(body).toBeUndefined();
      }
    });

    if (route.admin) {
      it('401 without a token, or with a bad one; 403 without the role', async () => {
        const made = await calls[key]();
        const options = optionsOf(route, made);
        expectDetail(await test().call(route.method, made.path, { ...options, token: undefined }), 401);
        expectDetail(await test().call(route.method, made.path, { ...options, token: 'x.y.z' }), 401);
        const { token } = await signUp(test(), 'editor');
        expectDetail(await test().call(route.method, made.path, { ...options, token }), 403);
      });
    }

    if (route.errors.includes(404) && route.path.includes('{')) {
      it('404 for what there is none of', async () => {
        const made = await calls[key]();
        const path = route.path.replaceAll(/\{\w+\}/g, '2147483647');
        expectDetail(await test().call(route.method, path, optionsOf(route, made)), 404);
      });
    }

    if (route.errors.includes(400) && route.method === 'GET') {
      it('400 for a query that cannot be used', async () => {
        const [path] = (await calls[key]()).path.split('?');
        for (const query of ['page=0', 'items_per_page=0', 'items_per_page=101', 'ascending=perhaps']) {
          const answer = await test().call<{ detail: string }>('GET', `${path}?sport_id=1&${query}`);
          expectDetail(answer, 400);
          expect(answer.body.detail).toContain(query.split('=')[0]);
        }
      });
    }
  });

  it('every documented route has its call', () => {
    expect(Object.keys(calls).toSorted()).toEqual(routes.map(keyOf).toSorted());
  });
}
