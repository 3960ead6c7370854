import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootStatsboards, type StatsboardsApp } from './boot.js';
import { Catalogue } from './catalogue.rows.js';
import { type Page, People, type Person } from './people.rows.js';
import { playersInTournaments } from './players-in-tournaments.suite.js';
import { expectDetail } from './route-checks.js';
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

const get = <T>(path: string): Promise<T> => people.get<T>(path);
const names = (page: Page<Person>): string[] => page.data.map((person) => person.first_name);

describe('persons', () => {
  it('have the fields they were given, moments without a zone, and empty texts otherwise', async () => {
    const { body } = await test.call<Person>('POST', '/api/persons/', { body: { person_dob: '1990-01-15' } });
    expect(body).toEqual({
      id: body.id,
      person_eesl_id: null,
      first_name: '',
      second_name: '',
      person_photo_url: '',
      person_photo_icon_url: '',
      person_photo_web_url: '',
      person_dob: '1990-01-15T00:00:00',
      owner_user_id: null,
      isprivate: false,
    });
    for (const path of [`id/${body.id}`, `id/${body.id}/`, `${body.id}/`]) {
      expect(await get(`/api/persons/${path}`)).toEqual(body);
    }
  });

  it('behaviour 44: with a known EESL id are changed instead of created', async () => {
    const eesl = { person_eesl_id: 4711 };
    const first = await test.call<Person>('POST', '/api/persons/', {
      body: { ...eesl, first_name: 'Anna', second_name: 'Old' },
    });
    const second = await test.call<Person>('POST', '/api/persons/', { body: { ...eesl, second_name: 'New' } });
    expect(second.body).toMatchObject({ id: first.body.id, first_name: 'Anna', second_name: 'New' });
    expect(await get('/api/persons/eesl_id/4711')).toEqual(second.body);
    expectDetail(await test.call('GET', '/api/persons/eesl_id/4712'), 404);
    const other = await people.person();
    expectDetail(await test.call('PUT', `/api/persons/${other.id}/`, { body: eesl }), 409);
  });

  it('S2: null clears what may be empty and is refused for a name', async () => {
    const { id } = await people.person();
    const body = { person_dob: null, person_photo_url: null };
    expect((await test.call('PUT', `/api/persons/${id}/`, { body })).body).toMatchObject({
      ...body,
      person_photo_icon_url: '/static/uploads/persons/icons/123.jpg',
    });
    const refused = await test.call<{ detail: string }>('PUT', `/api/persons/${id}/`, { body: { first_name: null } });
    expectDetail(refused, 422);
    expect(refused.body.detail).toContain('first_name');
  });

  it.each([
    [{ first_name: 'x'.repeat(101) }, 'first_name'],
    [{ second_name: 7 }, 'second_name'],
    [{ person_dob: '1990-02-31' }, 'person_dob'],
    [{ person_dob: 'yesterday' }, 'person_dob'],
    [{ person_eesl_id: 'x' }, 'person_eesl_id'],
    [{ person_eesl_id: 2 ** 31 }, 'person_eesl_id'],
    [{ isprivate: null }, 'isprivate'],
    [{ first_name: 'a\0b' }, 'first_name'],
  ])('422 names the field: %j', async (body, field) => {
    const answer = await test.call<{ errors: { field: string }[] }>('POST', '/api/persons/', { body });
    expectDetail(answer, 422);
    expect(answer.body.errors.map((error) => error.field)).toEqual([field]);
  });

  it('409 for an owner there is none of; 404 for a person there is none of', async () => {
    expectDetail(await test.call('POST', '/api/persons/', { body: { owner_user_id: 2147483647 } }), 409);
    expectDetail(await test.call('PUT', '/api/persons/2147483647/', { body: { first_name: 'A' } }), 404);
    expectDetail(await test.call('DELETE', '/api/persons/id/2147483647', { token: admin.token }), 404);
  });

  it('behaviour 30, 31: are found by a part of either name, in any case and script', async () => {
    await people.person({ first_name: 'Ёлка', second_name: 'Щукина' });
    await people.person({ first_name: 'Émile', second_name: 'Щербаков' });
    const search = (text: string) => get<Page<Person>>(`/api/persons/paginated?search=${encodeURIComponent(text)}`);
    expect(names(await search('ЩУК'))).toEqual(['Ёлка']);
    expect(names(await search('ёлк'))).toEqual(['Ёлка']);
    expect(names(await search('щ'))).toEqual(['Émile', 'Ёлка']);
    expect(names(await search('ÉMI'))).toEqual(['Émile']);
    expect((await search('%')).metadata).toMatchObject({ total_items: 0, total_pages: 0, has_next: false });
    const all = await get<Page<Person>>('/api/persons/paginated?search=');
    expect(all.metadata['total_items']).toBe((await get<{ total_items: number }>('/api/persons/count')).total_items);
  });

  it('metadata are exact on every page and beyond the last', async () => {
    for (let n = 0; n < 5; n++) await people.person({ first_name: `Zed ${n}`, second_name: 'Paged' });
    const page = (n: number) => get<Page<Person>>(`/api/persons/paginated?search=Paged&items_per_page=2&page=${n}`);
    const told = { items_per_page: 2, total_items: 5, total_pages: 3 };
    expect((await page(1)).metadata).toEqual({ ...told, page: 1, has_next: true, has_previous: false });
    expect((await page(3)).metadata).toEqual({ ...told, page: 3, has_next: false, has_previous: true });
    expect(await page(4)).toEqual({ data: [], metadata: { ...told, page: 4, has_next: false, has_previous: true } });
    expect([...names(await page(1)), ...names(await page(2)), ...names(await page(3))]).toEqual(
      Array.from({ length: 5 }, (_, n) => `Zed ${n}`),
    );
  });

  it('S9: an order there is not falls back to the family name', async () => {
    const usual = await get('/api/persons/paginated?items_per_page=100');
    expect(await get('/api/persons/paginated?items_per_page=100&order_by=nothing&order_by_two=x;y')).toEqual(usual);
    const { data } = await get<Page<Person>>('/api/persons/paginated?order_by=first_name&ascending=false');
    const firsts = data.map((person) => person.first_name);
    expect(firsts).toEqual(firsts.toSorted(new Intl.Collator('en-US').compare).toReversed());
  });

  it('filters by owner and privacy, under both names of the owner', async () => {
    const owner = await signUp(test);
    const mine = await people.person({ owner_user_id: owner.id, isprivate: true });
    for (const query of [`owner_user_id=${owner.id}`, `user_id=${owner.id}`, `user_id=${owner.id}&isprivate=true`]) {
      const { data } = await get<Page<Person>>(`/api/persons/paginated?${query}`);
      expect(data.map(({ id }) => id)).toEqual([mine.id]);
    }
    const { data } = await get<Page<Person>>(`/api/persons/paginated?user_id=${owner.id}&isprivate=false`);
    expect(data).toEqual([]);
  });

  it('behaviour 36: those not in a sport are all who have no player there', async () => {
    const sport = await make.sport();
    const { personId } = await people.player(sport.id);
    const outside = await people.person();
    const all = await get<Person[]>(`/api/persons/not-in-sport/${sport.id}/all`);
    const ids = all.map(({ id }) => id);
    expect([ids.includes(personId), ids.includes(outside.id)]).toEqual([false, true]);
    const { metadata } = await get<Page<Person>>(`/api/persons/not-in-sport/${sport.id}`);
    expect(metadata['total_items']).toBe(all.length);
    // Nobody where there is no such sport, as the document has it.
    expect(await get<Person[]>('/api/persons/not-in-sport/2147483647/all')).toEqual([]);
    expect((await get<Page<Person>>('/api/persons/not-in-sport/2147483647')).metadata['total_items']).toBe(0);
  });

  it('have their photo where the real client looks for it', async () => {
    const { id } = await people.person();
    const answer = await fetch(`http://${test.host}/api/persons/${id}/photo`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/static/uploads/persons/web/123.jpg']);
    const { body } = await test.call<Person>('POST', '/api/persons/', { body: {} });
    expectDetail(await test.call('GET', `/api/persons/${body.id}/photo`), 404);
  });
});

describe('players', () => {
  it('behaviour 41: a person plays a sport once; of twenty at the same time one wins', async () => {
    const [sport, person] = [await make.sport(), await people.person()];
    const body = { person_id: person.id, sport_id: sport.id };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => test.call('POST', '/api/players/add-person-to-sport', { body })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
    const add = (changed: object) =>
      test.call('POST', '/api/players/add-person-to-sport', { body: { ...body, ...changed } });
    expectDetail(await add({ person_id: 2147483647 }), 404);
    expectDetail(await add({ sport_id: 2147483647 }), 404);
    expectDetail(await add({ sport_id: null }), 422);
  });

  it('are created, changed, read and deleted; a known EESL id is changed instead', async () => {
    const [sport, person] = [await make.sport(), await people.person()];
    const body = { sport_id: sport.id, person_id: person.id, player_eesl_id: 815 };
    const created = await test.call<{ id: number }>('POST', '/api/players/', { body });
    const again = await test.call('POST', '/api/players/', { body: { player_eesl_id: 815, isprivate: true } });
    expect(again.body).toEqual({ ...created.body, isprivate: true });
    const { id } = created.body;
    for (const path of [`id/${id}`, `${id}/`, 'eesl_id/815', `person/id/${person.id}`]) {
      expect(await get(`/api/players/${path}`), path).toEqual(again.body);
    }
    expect(await get(`/api/players/id/${id}/person`)).toMatchObject({ id: person.id });
    expect(await get('/api/players/')).toContainEqual(again.body);
    const cleared = await test.call('PUT', `/api/players/${id}/`, { body: { player_eesl_id: null } });
    expect(cleared.body).toMatchObject({ player_eesl_id: null, person_id: person.id });
    expectDetail(await test.call('PUT', `/api/players/${id}/`, { body: { sport_id: 2147483647 } }), 409);
    expectDetail(await test.call('DELETE', `/api/players/id/${id}`), 401);
    const deleted = await test.call('DELETE', `/api/players/id/${id}`, { token: admin.token });
    expect(deleted.body).toEqual({ detail: `Player ${id} deleted successfully` });
    expectDetail(await test.call('GET', `/api/players/id/${id}`), 404);
    expectDetail(await test.call('GET', `/api/players/person/id/${person.id}`), 404);
  });

  it('behaviour 41: removing one takes tournaments and appearances along; plays stay, without the player', async () => {
    const squad = await people.squad();
    const matchId = await make.match(squad);
    const [{ id: appearance }] = await test.database.sql<{ id: number }>(
      `insert into player_match (match_id, team_id, player_team_tournament_id) values ($1, $2, $3) returning id`,
      [matchId, squad.teamIds[0], squad.people[0].entryId],
    );
    const [{ id: play }] = await test.database.sql<{ id: number }>(
      `insert into football_event (match_id, event_number, run_player, tackle_player) values ($1, 1, $2, $2) returning id`,
      [matchId, appearance],
    );
    const path = `/api/players/remove-person-from-sport/personid/${squad.people[0].personId}/sportid/${squad.sportId}`;
    expect((await test.call('DELETE', path)).status).toBe(200);
    expectDetail(await test.call('DELETE', path), 404);
    const left = await test.database.sql(
      `select run_player, tackle_player, (select count(*)::int from player_match where match_id = $1) as appearances,
              (select count(*)::int from player_team_tournament where id = $2) as entries
       from football_event where id = $3`,
      [matchId, squad.people[0].entryId, play],
    );
    expect(left).toEqual([{ run_player: null, tackle_player: null, appearances: 0, entries: 0 }]);
    expect(await get(`/api/persons/${squad.people[0].personId}`)).toMatchObject({ id: squad.people[0].personId });
  });

  it('go with their person, and the account too', async () => {
    const { playerId, personId } = await people.player((await make.sport()).id);
    const user = await signUp(test);
    await test.database.sql('update "user" set person_id = $1 where id = $2', [personId, user.id]);
    expect((await test.call('DELETE', `/api/persons/id/${personId}`, { token: admin.token })).status).toBe(200);
    expectDetail(await test.call('GET', `/api/players/${playerId}`), 404);
    expectDetail(await test.call('GET', '/api/auth/me', { token: user.token }), 401);
  });

  it('lists need a sport, know teams and names, and are not found for a sport there is none of', async () => {
    const { sportId, teamIds, people: members } = await people.squad();
    for (const list of ['details', 'details-with-photos', 'full-details']) {
      const path = `/api/players/paginated/${list}`;
      const ids = async (query: string) =>
        (await get<Page<{ id: number }>>(`${path}?sport_id=${sportId}${query}`)).data.map(({ id }) => id);
      const all = members.map(({ playerId }) => playerId);
      expect(await ids('')).toEqual(all);
      expect(await ids('&ascending=false')).toEqual(all.toReversed());
      expect(await ids(`&team_id=${teamIds[1]}`)).toEqual([all[1]]);
      expect(await ids('&search=DOE&order_by=second_name')).toHaveLength(4);
      expect(await ids('&search=nobody')).toEqual([]);
      expect(await ids('&isprivate=true')).toEqual([]);
      expectDetail(await test.call('GET', `${path}?sport_id=2147483647`), 404);
      expectDetail(await test.call('GET', path), 400);
    }
    const photos = await get<Page<object>>(`/api/players/paginated/details-with-photos?sport_id=${sportId}`);
    expect(photos.data[0]).toMatchObject({ person_photo_icon_url: '/static/uploads/persons/icons/123.jpg' });
    const full = await get<Page<object>>(`/api/players/paginated/full-details?sport_id=${sportId}&items_per_page=1`);
    expect(full.data[0]).toMatchObject({
      person: { id: members[0].personId },
      sport: { id: sportId },
      player_team_tournaments: [{ team: { id: teamIds[0] }, position: { title: expect.any(String) as string } }],
    });
  });

  it('behaviour 42, 43: careers by team title and by season, the latest first; entries without a team in no team', async () => {
    const sport = await make.sport();
    const { playerId } = await people.player(sport.id);
    const years = [await make.season(), await make.season(), await make.season()];
    const teams = [await make.team(sport.id, { title: 'Zebras' }), await make.team(sport.id, { title: 'ants' })];
    const tournaments = [];
    for (const [n, season] of years.entries()) {
      const tournament = await make.tournament({ season_id: season.id, sport_id: sport.id });
      await people.enter(playerId, tournament.id, { team_id: n === 2 ? null : teams[n].id });
      tournaments.push(tournament);
    }
    const career = await get<{ career_by_team: object[]; career_by_tournament: object[] }>(
      `/api/players/id/${playerId}/career`,
    );
    expect(career.career_by_team).toMatchObject([{ team_title: 'ants' }, { team_title: 'Zebras' }]);
    expect(career.career_by_tournament).toMatchObject(years.map(({ year }) => ({ season_year: year })).toReversed());
    const seen = await get(`/api/players/id/${playerId}/in-tournament/${tournaments[0].id}`);
    expect(seen).toMatchObject({
      tournament_assignment: { team_title: 'Zebras', tournament_year: String(years[0].year) },
      ...career,
    });
    const elsewhere = await make.tournament({ sport_id: sport.id });
    expectDetail(await test.call('GET', `/api/players/id/${playerId}/in-tournament/${elsewhere.id}`), 404);
  });
});

playersInTournaments({ test: () => test, admin: () => admin, people: () => people });
