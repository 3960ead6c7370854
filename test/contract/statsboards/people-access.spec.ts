import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootStatsboards, type StatsboardsApp } from './boot.js';
import { privateMatches } from './private-matches.suite.js';
import { expectDetail } from './route-checks.js';
import { type SignedUp, signUp } from './sign-up.js';

let test: StatsboardsApp;
let admin: SignedUp;
let owner: SignedUp;
let other: SignedUp;
beforeAll(async () => {
  test = await bootStatsboards({ STATSBOARDS_WRITES: 'authenticated' });
  admin = await signUp(test, 'admin');
  owner = await signUp(test, 'editor');
  other = await signUp(test, 'editor');
});
afterAll(() => test.close());

const post = async (path: string, body: object): Promise<number> => {
  const answer = await test.call<{ id: number }>('POST', path, { body, token: admin.token });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
};

describe('where writes need a token', () => {
  it('G5: what the document leaves open needs an editor', async () => {
    const user = await signUp(test);
    for (const [method, path, body] of [
      ['POST', '/api/persons/', { first_name: 'A' }],
      ['POST', '/api/players/', {}],
      ['POST', '/api/players_team_tournament/', { player_id: 1 }],
      ['POST', '/api/sponsors/', { title: 'A' }],
      ['POST', '/api/sponsor_lines/', {}],
      ['POST', '/api/sponsor_in_sponsor_line/1in1', undefined],
      ['POST', '/api/persons/upload_photo', undefined],
      ['POST', '/api/matches/', {}],
      ['POST', '/api/matches/add', {}],
      ['POST', '/api/players_match/', {}],
      ['DELETE', '/api/players/remove-person-from-sport/personid/1/sportid/1', undefined],
    ] as const) {
      const options = body ? { body } : {};
      expectDetail(await test.call(method, path, options), 401);
      expectDetail(await test.call(method, path, { ...options, token: user.token }), 403);
      const { status } = await test.call(method, path, { ...options, token: owner.token });
      expect([path, [401, 403].includes(status)]).toEqual([path, false]);
    }
  });

  it('G6: private persons and players are seen by their owner and administrators only', async () => {
    const sportId = await post('/api/sports/', { title: 'Private Football' });
    const otherSportId = await post('/api/sports/', { title: 'Private Rugby' });
    const names = { first_name: 'Secret', second_name: 'Private', isprivate: true };
    const personId = await post('/api/persons/', { ...names, owner_user_id: owner.id });
    const playerId = await post('/api/players/', {
      person_id: personId,
      sport_id: sportId,
      isprivate: true,
      user_id: owner.id,
    });
    const teamId = await post('/api/teams/', { title: 'Public Team', sport_id: sportId });
    const seasonId = await post('/api/seasons/', { year: 2031 });
    const tournamentId = await post('/api/tournaments/', { title: 'Public', sport_id: sportId, season_id: seasonId });
    const entry = { player_id: playerId, team_id: teamId, tournament_id: tournamentId };
    const entryId = await post('/api/players_team_tournament/', entry);
    const rosters = [
      `/api/tournaments/id/${tournamentId}/players/`,
      `/api/tournaments/id/${tournamentId}/players/paginated`,
      `/api/teams/id/${teamId}/tournament/id/${tournamentId}/players`,
      `/api/teams/id/${teamId}/tournament/id/${tournamentId}/players_with_persons`,
      ...['', '/details', '/details-with-photos', '/full-details'].map(
        (more) => `/api/players_team_tournament/tournament/${tournamentId}/players/paginated${more}`,
      ),
    ];
    const seenBy = async (token?: string) => {
      const options = token === undefined ? {} : { token };
      const read = async (path: string) => test.call<{ id: number }>('GET', path, options);
      const list = async (path: string) => {
        const { body } = await test.call<{ data: { id: number }[] } | { id: number }[]>('GET', path, options);
        return ('data' in body ? body.data : body).map(({ id }) => id);
      };
      const graphql = await test.call<{ data: Record<string, unknown> }>('POST', '/graphql', {
        ...options,
        body: {
          query: `{ person(id: ${personId}) { id } player(id: ${playerId}) { person { id } }
                    rosterEntries(filter: { text: "Secret" }) { totalCount } }`,
        },
      });
      return {
        person: (await read(`/api/persons/id/${personId}`)).status === 200,
        photo: (await read(`/api/persons/${personId}/photo`)).status,
        player: (await read(`/api/players/id/${playerId}`)).status === 200,
        career: (await read(`/api/players/id/${playerId}/career`)).status === 200,
        persons: (await list('/api/persons/paginated?search=Secret')).includes(personId),
        all: (await list('/api/persons/')).includes(personId),
        outside: (await list(`/api/persons/not-in-sport/${otherSportId}/all`)).includes(personId),
        players: (await list(`/api/players/paginated/details?sport_id=${sportId}`)).includes(playerId),
        ofSport: (await list(`/api/sports/id/${sportId}/players`)).includes(playerId),
        rosters: await Promise.all(rosters.map(async (path) => (await list(path)).length)),
        ofEntry: (await read(`/api/players_team_tournament/id/${entryId}/person`)).status,
        ofPlayer: (await read(`/api/players/id/${playerId}/person`)).status,
        graphql: graphql.body.data,
      };
    };
    const hidden = {
      person: false,
      photo: 404,
      player: false,
      career: false,
      persons: false,
      all: false,
      outside: false,
      players: false,
      ofSport: false,
      rosters: rosters.map(() => 0),
      ofEntry: 404,
      ofPlayer: 404,
      graphql: { person: null, player: null, rosterEntries: { totalCount: 0 } },
    };
    const shown = {
      person: true,
      photo: 404,
      player: true,
      career: true,
      persons: true,
      all: true,
      outside: true,
      players: true,
      ofSport: true,
      rosters: rosters.map(() => 1),
      ofEntry: 200,
      ofPlayer: 200,
      graphql: {
        person: { id: String(personId) },
        player: { person: { id: String(personId) } },
        rosterEntries: { totalCount: 1 },
      },
    };
    expect(await seenBy()).toEqual(hidden);
    expect(await seenBy(other.token)).toEqual(hidden);
    expect(await seenBy(owner.token)).toEqual(shown);
    expect(await seenBy(admin.token)).toEqual(shown);
  });
});

describe('G6: a private row is changed by its owner and administrators only', () => {
  it.each([
    ['persons', 'owner_user_id', 'person_eesl_id', { first_name: 'Hidden', second_name: 'Away' }],
    ['players', 'user_id', 'player_eesl_id', {}],
    ['teams', 'user_id', 'team_eesl_id', { title: 'Hidden', sport_id: 1 }],
    ['tournaments', 'user_id', 'tournament_eesl_id', { title: 'Hidden', sport_id: 1, season_id: 1 }],
    ['matches', 'user_id', 'match_eesl_id', { team_a_id: 1, team_b_id: 2, week: 1 }],
  ] as const)('%s', async (resource, ownerField, number, values) => {
    const body: Record<string, unknown> = { ...values };
    if ('sport_id' in body) body['sport_id'] = await post('/api/sports/', { title: `Hidden ${resource}` });
    if ('season_id' in body) body['season_id'] = await post('/api/seasons/', { year: 2040 });
    if ('team_a_id' in body) {
      const sport_id = await post('/api/sports/', { title: 'Hidden match' });
      body['team_a_id'] = await post('/api/teams/', { title: 'A', sport_id });
      body['team_b_id'] = await post('/api/teams/', { title: 'B', sport_id });
    }
    const hidden = { ...body, isprivate: true, [ownerField]: owner.id, [number]: 987_001 };
    const id = await post(`/api/${resource}/`, hidden);
    const path = `/api/${resource}/${id}/`;
    const before = (await test.call('GET', path, { token: owner.token })).body;
    for (const change of [{}, { isprivate: false }, { [ownerField]: other.id }]) {
      expectDetail(await test.call('PUT', path, { body: change, token: other.token }), 404);
    }
    const mutation = { persons: 'Person', teams: 'Team', tournaments: 'Tournament' }[resource as string];
    if (mutation !== undefined) {
      const query = `mutation { update${mutation}(id: ${id}, input: {}) { id } }`;
      const update = (token: string) =>
        test.call<{ errors?: { extensions: object }[] }>('POST', '/graphql', { token, body: { query } });
      const refused = [{ extensions: { code: `${mutation.toUpperCase()}_NOT_FOUND` } }];
      expect((await update(other.token)).body).toMatchObject({ errors: refused });
      expect((await update(owner.token)).body.errors).toBeUndefined();
    }
    const again = { ...body, [number]: 987_001, isprivate: false };
    expectDetail(await test.call('POST', `/api/${resource}/`, { body: again, token: other.token }), 409);
    expect((await test.call('GET', path, { token: owner.token })).body).toEqual(before);
    expect((await test.call('PUT', path, { body: {}, token: owner.token })).status).toBe(200);
    expect((await test.call('POST', `/api/${resource}/`, { body: hidden, token: owner.token })).status).toBe(200);
    expect((await test.call('PUT', path, { body: { isprivate: false }, token: admin.token })).status).toBe(200);
    expect((await test.call('PUT', path, { body: {}, token: other.token })).status).toBe(200);
  });
});

privateMatches(() => ({ test, admin, owner, other }));
