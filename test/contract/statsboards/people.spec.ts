import { afterAll, beforeAll } from 'vitest';
import { bootStatsboards, type StatsboardsApp } from './boot.js';
import { Catalogue } from './catalogue.rows.js';
import { describeDocumentedRoutes, type DocumentedCalls } from './route-checks.js';
import { NULLABLE, PEOPLE_ROUTES } from './people.documented.js';
import { People, type Squad } from './people.rows.js';
import { type SignedUp, signUp } from './sign-up.js';

let test: StatsboardsApp;
let admin: SignedUp;
let make: Catalogue;
let people: People;
beforeAll(async () => {
  test = await bootStatsboards();
  admin = await signUp(test, 'admin');
  make = new Catalogue(test, admin.token);
  people = new People(test, make);
});
afterAll(() => test.close());

const inSquad = (path: (squad: Squad) => string) => async () => ({ path: path(await people.squad()) });

const CALLS: DocumentedCalls = {
  'GET /api/persons/not-in-sport/{sport_id}/all': async () => {
    await people.squad();
    return { path: `/api/persons/not-in-sport/${(await make.sport()).id}/all` };
  },
  'GET /api/persons/not-in-sport/{sport_id}': async () => {
    await people.squad();
    return { path: `/api/persons/not-in-sport/${(await make.sport()).id}` };
  },
  'GET /api/players/paginated/details': inSquad(({ sportId }) => `/api/players/paginated/details?sport_id=${sportId}`),
  'POST /api/players/add-person-to-sport': async () => {
    const [sport, person, user] = [await make.sport(), await people.person(), await signUp(test)];
    const body = { person_id: person.id, sport_id: sport.id, isprivate: false, user_id: user.id };
    return { path: '/api/players/add-person-to-sport', body };
  },
  'DELETE /api/players/remove-person-from-sport/personid/{person_id}/sportid/{sport_id}': inSquad(
    ({ people: [{ personId }], sportId }) =>
      `/api/players/remove-person-from-sport/personid/${personId}/sportid/${sportId}`,
  ),
  'GET /api/players/id/{player_id}/career': inSquad(
    ({ people: [{ playerId }] }) => `/api/players/id/${playerId}/career`,
  ),
  'GET /api/players/id/{player_id}/in-tournament/{tournament_id}': inSquad(
    ({ people: [{ playerId }], tournamentId }) => `/api/players/id/${playerId}/in-tournament/${tournamentId}`,
  ),
  'GET /api/tournaments/id/{tournament_id}/players/': inSquad(
    ({ tournamentId }) => `/api/tournaments/id/${tournamentId}/players/`,
  ),
  'GET /api/tournaments/id/{tournament_id}/players/paginated': inSquad(
    ({ tournamentId }) => `/api/tournaments/id/${tournamentId}/players/paginated`,
  ),
  'GET /api/tournaments/id/{tournament_id}/players/available': inSquad(
    ({ tournamentId }) => `/api/tournaments/id/${tournamentId}/players/available`,
  ),
  'GET /api/tournaments/id/{tournament_id}/players/without-team': inSquad(
    ({ tournamentId }) => `/api/tournaments/id/${tournamentId}/players/without-team?search=DOE`,
  ),
  'GET /api/tournaments/id/{tournament_id}/players/without-team/all': inSquad(
    ({ tournamentId }) => `/api/tournaments/id/${tournamentId}/players/without-team/all`,
  ),
  'GET /api/sports/id/{sport_id}/players': inSquad(({ sportId }) => `/api/sports/id/${sportId}/players`),
};

describeDocumentedRoutes(PEOPLE_ROUTES, { test: () => test, admin: () => admin, calls: CALLS, nullable: NULLABLE });
