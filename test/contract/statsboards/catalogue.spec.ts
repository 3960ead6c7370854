import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, bootStatsboards, type CallOptions, type StatsboardsApp } from './boot.js';
import { CATALOGUE_ROUTES, type CatalogueRoute, NULLABLE } from './catalogue.documented.js';
import { Catalogue, type League } from './catalogue.rows.js';
import { departures } from './documented-shape.js';
import { type SignedUp, signUp } from './sign-up.js';

let test: StatsboardsApp;
let admin: SignedUp;
let make: Catalogue;
beforeAll(async () => {
  test = await bootStatsboards();
  admin = await signUp(test, 'admin');
  make = new Catalogue(test, admin.token);
});
afterAll(() => test.close());

interface Call {
  path: string;
  body?: object;
}

const inLeague = (path: (league: League) => string) => async (): Promise<Call> => {
  const league = await make.league();
  await make.match(league);
  return { path: path(league) };
};

const ofPosition =
  (path: (position: { id: number; title: string }) => string, body?: (sportId: number) => object) =>
  async (): Promise<Call> => {
    const { id: sportId } = await make.sport();
    return { path: path(await make.position(sportId)), ...(body ? { body: body(sportId) } : {}) };
  };

/** For each documented route a call that succeeds, on rows of its own. */
const CALLS: Record<string, () => Promise<Call>> = {
  'GET /api/settings/grouped': async () => (await make.setting(), { path: '/api/settings/grouped' }),
  'GET /api/settings/category/{category}': async () => (await make.setting(), { path: '/api/settings/category/ui' }),
  'GET /api/settings/value/{key}': async () => ({
    path: `/api/settings/value/${encodeURIComponent(String((await make.setting())['key']))}`,
  }),
  'POST /api/settings/': async () => ({
    path: '/api/settings/',
    body: {
      key: make.name('theme'),
      value: 'dark',
      value_type: 'string',
      category: 'ui',
      description: 'Default theme',
    },
  }),
  'PUT /api/settings/{item_id}/': async () => ({
    path: `/api/settings/${(await make.setting()).id}/`,
    body: { key: make.name('theme'), value: 'light', value_type: 'string', category: 'ui', description: 'Updated' },
  }),
  'DELETE /api/settings/id/{model_id}': async () => ({ path: `/api/settings/id/${(await make.setting()).id}` }),
  'GET /api/settings/seasons/': async () => (await make.season(), { path: '/api/settings/seasons/' }),
  'GET /api/settings/seasons/id/{item_id}/': async () => ({
    path: `/api/settings/seasons/id/${(await make.season()).id}/`,
  }),
  'POST /api/settings/seasons/': async () => ({
    path: '/api/settings/seasons/',
    body: { year: make.year(), description: '2024 Season', iscurrent: true },
  }),
  'PUT /api/settings/seasons/{item_id}/': async () => ({
    path: `/api/settings/seasons/${(await make.season()).id}/`,
    body: { description: 'Updated 2024 Season', iscurrent: false },
  }),
  'DELETE /api/settings/seasons/id/{model_id}': async () => ({
    path: `/api/settings/seasons/id/${(await make.season()).id}`,
  }),
  'GET /api/seasons/': async () => (await make.season(), { path: '/api/seasons/' }),
  'GET /api/seasons/paginated': async () => (await make.season(), { path: '/api/seasons/paginated?search=season' }),
  'GET /api/seasons/id/{item_id}/': async () => ({ path: `/api/seasons/id/${(await make.season()).id}/` }),
  'GET /api/seasons/year/{season_year}': async () => ({ path: `/api/seasons/year/${(await make.season()).year}` }),
  'GET /api/seasons/id/{item_id}/sports/id/{sport_id}/tournaments': inLeague(
    ({ seasonId, sportId }) => `/api/seasons/id/${seasonId}/sports/id/${sportId}/tournaments`,
  ),
  'GET /api/seasons/year/{year}/tournaments': inLeague(({ year }) => `/api/seasons/year/${year}/tournaments`),
  'GET /api/seasons/year/{year}/sports/id/{sport_id}/tournaments': inLeague(
    ({ year, sportId }) => `/api/seasons/year/${year}/sports/id/${sportId}/tournaments`,
  ),
  'GET /api/seasons/year/{year}/teams': inLeague(({ year }) => `/api/seasons/year/${year}/teams`),
  'GET /api/seasons/year/{year}/matches': inLeague(({ year }) => `/api/seasons/year/${year}/matches`),
  'POST /api/seasons/': async () => ({
    path: '/api/seasons/',
    body: { year: make.year(), description: '2025 Season', iscurrent: true },
  }),
  'PUT /api/seasons/{item_id}/': async () => ({
    path: `/api/seasons/${(await make.season()).id}/`,
    body: { description: 'Updated 2024 Season', iscurrent: false },
  }),
  'DELETE /api/seasons/id/{model_id}': async () => ({ path: `/api/seasons/id/${(await make.season()).id}` }),
  'GET /api/tournaments/id/{tournament_id}/teams/': inLeague(
    ({ tournamentId }) => `/api/tournaments/id/${tournamentId}/teams/`,
  ),
  'GET /api/tournaments/id/{tournament_id}/teams/paginated': inLeague(
    ({ tournamentId }) => `/api/tournaments/id/${tournamentId}/teams/paginated?page=1&items_per_page=20`,
  ),
  'GET /api/tournaments/id/{tournament_id}/teams/available': inLeague(
    ({ tournamentId }) => `/api/tournaments/id/${tournamentId}/teams/available`,
  ),
  'GET /api/team_in_tournament/tournament/id/{tournament_id}/teams': inLeague(
    ({ tournamentId }) => `/api/team_in_tournament/tournament/id/${tournamentId}/teams`,
  ),
  'POST /api/team_in_tournament/{team_id}in{tournament_id}': inLeague(
    ({ teamIds, tournamentId }) => `/api/team_in_tournament/${teamIds[2]}in${tournamentId}`,
  ),
  'GET /api/team_in_tournament/{team_id}in{tournament_id}': inLeague(
    ({ teamIds, tournamentId }) => `/api/team_in_tournament/${teamIds[0]}in${tournamentId}`,
  ),
  'PUT /api/team_in_tournament/{item_id}/': async () => {
    const { entryIds, teamIds, tournamentId } = await make.league();
    const body = { tournament_id: tournamentId, team_id: teamIds[2] };
    return { path: `/api/team_in_tournament/${entryIds[0]}/`, body };
  },
  'DELETE /api/team_in_tournament/{team_id}in{tournament_id}': inLeague(
    ({ teamIds, tournamentId }) => `/api/team_in_tournament/${teamIds[0]}in${tournamentId}`,
  ),
  'POST /api/sports/': async () => ({
    path: '/api/sports/',
    body: { title: make.name('American Football'), description: 'American football rules and gameplay' },
  }),
  'PUT /api/sports/{item_id}/': async () => ({
    path: `/api/sports/${(await make.sport()).id}/`,
    body: { title: make.name('American Football'), description: 'Updated description' },
  }),
  'GET /api/sports/id/{item_id}/': async () => ({ path: `/api/sports/id/${(await make.sport()).id}/` }),
  'GET /api/sports/': async () => (await make.sport(), { path: '/api/sports/' }),
  'GET /api/sports/paginated': async () => (await make.sport(), { path: '/api/sports/paginated' }),
  'GET /api/sports/id/{sport_id}/tournaments': inLeague(({ sportId }) => `/api/sports/id/${sportId}/tournaments`),
  'GET /api/sports/id/{sport_id}/teams': inLeague(({ sportId }) => `/api/sports/id/${sportId}/teams`),
  'GET /api/sports/id/{sport_id}/positions': async () => {
    const { id } = await make.sport();
    await make.position(id);
    return { path: `/api/sports/id/${id}/positions` };
  },
  'GET /api/sports/id/{sport_id}/teams/paginated': inLeague(
    ({ sportId }) => `/api/sports/id/${sportId}/teams/paginated?search=TEAM`,
  ),
  'DELETE /api/sports/id/{model_id}': async () => ({ path: `/api/sports/id/${(await make.sport()).id}` }),
  'POST /api/positions/': async () => ({
    path: '/api/positions/',
    body: { title: 'Quarterback', sport_id: (await make.sport()).id },
  }),
  'PUT /api/positions/{item_id}/': ofPosition(
    ({ id }) => `/api/positions/${id}/`,
    (sport_id) => ({ title: 'Wide Receiver', sport_id }),
  ),
  'GET /api/positions/title/{item_title}/': ofPosition(
    ({ title }) => `/api/positions/title/${encodeURIComponent(title)}/`,
  ),
  'DELETE /api/positions/id/{model_id}': ofPosition(({ id }) => `/api/positions/id/${id}`),
};

const withOtherSlash = (path: string): string => {
  const [plain, query] = path.split('?');
  const changed = plain.endsWith('/') ? plain.slice(0, -1) : `${plain}/`;
  return query === undefined ? changed : `${changed}?${query}`;
};

const keyOf = ({ method, path }: CatalogueRoute): string => `${method} ${path}`;
const optionsOf = ({ admin: needsAdmin }: CatalogueRoute, { body }: Call): CallOptions => ({
  ...(body ? { body } : {}),
  ...(needsAdmin ? { token: admin.token } : {}),
});

function expectDetail(answer: Answer, status: number): void {
  expect([answer.status, typeof (answer.body as { detail?: unknown }).detail]).toEqual([status, 'string']);
}

describe.each(CATALOGUE_ROUTES.map((route) => [keyOf(route), route] as const))('%s', (key, route) => {
  it('answers as documented, with and without the slash', async () => {
    for (const written of [(path: string) => path, withOtherSlash]) {
      const made = await CALLS[key]();
      const { status, body } = await test.call(route.method, written(made.path), optionsOf(route, made));
      expect([status, departures(body ?? null, route.answer, NULLABLE)]).toEqual([route.status, []]);
      if (Array.isArray(body)) expect(body.length).toBeGreaterThan(0);
      if (route.status === 204) expect(body).toBeUndefined();
    }
  });

  it.runIf(route.admin)('401 without a token, or with a bad one; 403 without the role', async () => {
    const made = await CALLS[key]();
    const options = optionsOf(route, made);
    expectDetail(await test.call(route.method, made.path, { ...options, token: undefined }), 401);
    expectDetail(await test.call(route.method, made.path, { ...options, token: 'x.y.z' }), 401);
    const { token } = await signUp(test, 'editor');
    expectDetail(await test.call(route.method, made.path, { ...options, token }), 403);
  });

  it.runIf(route.errors.includes(404))('404 for what there is none of', async () => {
    const made = await CALLS[key]();
    const path = route.path.replace('{item_title}', 'None').replaceAll(/\{\w+\}/g, '2147483647');
    expectDetail(await test.call(route.method, path, optionsOf(route, made)), 404);
  });
});

it('every documented route has its call', () => {
  expect(Object.keys(CALLS).toSorted()).toEqual(CATALOGUE_ROUTES.map(keyOf).toSorted());
});
