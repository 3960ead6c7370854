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
    const names = { first_name: 'Secret', second_name: 'Private', isprivate: true };
    const personId = await post('/api/persons/', { ...names, owner_user_id: owner.id });
    const playerId = await post('/api/players/', {
      person_id: personId,
      sport_id: sportId,
      isprivate: true,
      user_id: owner.id,
    });
    const seenBy = async (token?: string) => {
      const options = token === undefined ? {} : { token };
      const read = async (path: string) => test.call<{ id: number }>('GET', path, options);
      const list = async (path: string) => {
        const { body } = await test.call<{ data: { id: number }[] } | { id: number }[]>('GET', path, options);
        return ('data' in body ? body.data : body).map(({ id }) => id);
      };
      const graphql = await test.call<{ data: Record<string, unknown> }>('POST', '/graphql', {
        ...options,
        body: { query: `{ person(id: ${personId}) { id } player(id: ${playerId}) { person { id } } }` },
      });
      return {
        person: (await read(`/api/persons/id/${personId}`)).status === 200,
        photo: (await read(`/api/persons/${personId}/photo`)).status,
        player: (await read(`/api/players/id/${playerId}`)).status === 200,
        career: (await read(`/api/players/id/${playerId}/career`)).status === 200,
        persons: (await list('/api/persons/paginated?search=Secret')).includes(personId),
        all: (await list('/api/persons/')).includes(personId),
        outside: (await list('/api/persons/not-in-sport/2147483647/all')).includes(personId),
        players: (await list(`/api/players/paginated/details?sport_id=${sportId}`)).includes(playerId),
        ofSport: (await list(`/api/sports/id/${sportId}/players`)).includes(playerId),
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
      graphql: { person: null, player: null },
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
      graphql: { person: { id: String(personId) }, player: { person: { id: String(personId) } } },
    };
    expect(await seenBy()).toEqual(hidden);
    expect(await seenBy(other.token)).toEqual(hidden);
    expect(await seenBy(owner.token)).toEqual(shown);
    expect(await seenBy(admin.token)).toEqual(shown);
  });
});

privateMatches(() => ({ test, admin, owner, other }));
