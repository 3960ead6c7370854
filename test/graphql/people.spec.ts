import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootStatsboards, type StatsboardsApp } from '../contract/statsboards/boot.js';
import { Catalogue } from '../contract/statsboards/catalogue.rows.js';
import { People, type Squad } from '../contract/statsboards/people.rows.js';
import { type SignedUp, signUp } from '../contract/statsboards/sign-up.js';
import { statementsOf } from './statements.js';

let test: StatsboardsApp;
let admin: SignedUp;
let editor: SignedUp;
let make: Catalogue;
let people: People;
const squads: Squad[] = [];
beforeAll(async () => {
  test = await bootStatsboards();
  admin = await signUp(test, 'admin');
  editor = await signUp(test, 'editor');
  make = new Catalogue(test, admin.token);
  people = new People(test, make);
  for (let count = 0; count < 4; count++) squads.push(await people.squad());
});
afterAll(() => test.close());

interface Answer<Data> {
  data: Data;
  errors?: { message: string; extensions: { code: string; kind: string } }[];
}

async function ask<Data>(query: string, variables: object = {}, token?: string): Promise<Answer<Data>> {
  return (await test.call<Answer<Data>>('POST', '/graphql', { body: { query, variables }, token })).body;
}

async function code(query: string, variables: object, token?: string): Promise<string | undefined> {
  return (await ask(query, variables, token)).errors?.[0].extensions.code;
}

interface Names {
  persons: {
    totalCount: number;
    edges: { cursor: string; node: { secondName: string } }[];
    pageInfo: { hasNextPage: boolean };
  };
}

describe('queries', () => {
  it('pages of persons are read forwards and backwards, by name', async () => {
    const query = `query($first: Int, $last: Int, $after: String, $before: String) {
      persons(filter: { text: "DOE" }, first: $first, last: $last, after: $after, before: $before) {
        totalCount pageInfo { hasNextPage } edges { cursor node { secondName } } } }`;
    const { data } = await ask<Names>(query, { first: 100 });
    expect(data.persons.totalCount).toBe(16);
    const all = data.persons.edges.map(({ node }) => node.secondName);
    const forwards = await ask<Names>(query, { first: 3, after: data.persons.edges[3].cursor });
    expect(forwards.data.persons.edges.map(({ node }) => node.secondName)).toEqual(all.slice(4, 7));
    const backwards = await ask<Names>(query, { last: 3, before: data.persons.edges[4].cursor });
    expect(backwards.data.persons.edges.map(({ node }) => node.secondName)).toEqual(all.slice(1, 4));
  });

  it.each([1, 20])('statements do not grow with the page: %i', async (first) => {
    const query = `query($first: Int) {
      persons(first: $first) { totalCount edges { node { players { edges { node { sport { title }
        career { edges { node { position team { name } tournament { title } } } } } } } } } }
      players(first: $first) { totalCount edges { node { person { firstName } sport { title } career { edges { node { number } } } } } }
      rosterEntries(first: $first) { totalCount edges { node { player { person { firstName } } team { name } tournament { title } } } } }`;
    const sent = await statementsOf(async () => {
      expect((await ask(query, { first })).errors).toBeUndefined();
    });
    // Three pages and their numbers; players, persons, sports, careers, teams and tournaments at two depths at most.
    expect(sent.length).toBeLessThanOrEqual(18);
  });

  it('players and entries are filtered', async () => {
    const [squad] = squads;
    const query = `query($t: ID, $s: ID, $team: ID) {
      players(filter: { tournamentId: $t, sportId: $s }) { edges { node { id } } }
      ofTeam: players(filter: { teamId: $team }) { edges { node { id } } }
      rosterEntries(filter: { tournamentId: $t, unassigned: true }) { edges { node { id team { id } position } } } }`;
    const { data } = await ask(query, { t: squad.tournamentId, s: squad.sportId, team: squad.teamIds[0] });
    const node = (id: number | undefined) => ({ node: { id: String(id) } });
    expect(data).toEqual({
      players: { edges: squad.people.slice(0, 3).map(({ playerId }) => node(playerId)) },
      ofTeam: { edges: [node(squad.people[0].playerId)] },
      rosterEntries: { edges: [{ node: { id: String(squad.people[2].entryId), team: null, position: null } }] },
    });
  });

  it('one of each, and null for none', async () => {
    const query = `query($p: ID!, $q: ID!) { person(id: $p) { firstName players { totalCount edges { node { id } } } } player(id: $q) { person { id } }
      none: person(id: 2147483647) { id } nobody: player(id: 2147483647) { id } }`;
    const [
      {
        people: [{ personId, playerId }],
      },
    ] = squads;
    const { data } = await ask(query, { p: personId, q: playerId });
    expect(data).toMatchObject({
      person: { players: { totalCount: 1, edges: [{ node: { id: String(playerId) } }] } },
      player: { person: { id: String(personId) } },
      none: null,
      nobody: null,
    });
  });
});

describe('mutations', () => {
  const CREATE = 'mutation($i: PersonInput!) { createPerson(input: $i) { id firstName secondName isPrivate } }';

  it('need a token of an editor, deletions of persons an administrator', async () => {
    const user = await signUp(test);
    expect(await code(CREATE, { i: {} })).toBe('NOT_AUTHENTICATED');
    expect(await code(CREATE, { i: {} }, user.token)).toBe('ROLE_REQUIRED');
    const remove = 'mutation($id: ID!) { deletePerson(id: $id) }';
    expect(await code(remove, { id: 1 }, editor.token)).toBe('ROLE_REQUIRED');
    expect(await code(remove, { id: 2147483647 }, admin.token)).toBe('PERSON_NOT_FOUND');
  });

  it('take a person through a season: known, player, registered, transferred, withdrawn, gone', async () => {
    const league = await make.league();
    const act = async <Data>(query: string, variables: object): Promise<Data> => {
      const { data, errors } = await ask<Data>(query, variables, admin.token);
      expect(errors).toBeUndefined();
      return data;
    };
    const { createPerson } = await act<{ createPerson: { id: string } }>(CREATE, {
      i: { firstName: 'Ada', secondName: 'Byron' },
    });
    const PLAYER = 'mutation($p: ID!, $s: ID!) { createPlayer(personId: $p, sportId: $s) { id person { firstName } } }';
    const who = { p: createPerson.id, s: league.sportId };
    const { createPlayer } = await act<{ createPlayer: { id: string } }>(PLAYER, who);
    expect(await code(PLAYER, who, editor.token)).toBe('PLAYER_EXISTS');
    expect(await code(PLAYER, { ...who, p: 2147483647 }, editor.token)).toBe('PERSON_NOT_FOUND');

    const REGISTER = `mutation($i: RegisterPlayerInput!) { registerPlayerInTournament(input: $i) {
      number position team { id } player { id } tournament { id } } }`;
    const input = {
      playerId: createPlayer.id,
      tournamentId: league.tournamentId,
      teamId: league.teamIds[0],
      number: '7',
    };
    expect(await act(REGISTER, { i: input })).toEqual({
      registerPlayerInTournament: {
        number: '7',
        position: null,
        team: { id: String(league.teamIds[0]) },
        player: { id: createPlayer.id },
        tournament: { id: String(league.tournamentId) },
      },
    });
    expect(await code(REGISTER, { i: input }, editor.token)).toBe('PLAYER_ALREADY_IN_TOURNAMENT');
    const foreign = { ...input, tournamentId: squads[0].tournamentId };
    expect(await code(REGISTER, { i: foreign }, editor.token)).toBe('INVALID_ARGUMENT');

    const TRANSFER = `mutation($p: ID!, $t: ID!, $team: ID, $n: String) {
      transferPlayer(playerId: $p, tournamentId: $t, teamId: $team, number: $n) { number team { id } } }`;
    const move = { p: createPlayer.id, t: league.tournamentId, team: league.teamIds[1], n: '8' };
    expect(await act(TRANSFER, move)).toEqual({
      transferPlayer: { number: '8', team: { id: String(league.teamIds[1]) } },
    });
    expect(await act(TRANSFER, { ...move, team: null, n: undefined })).toEqual({
      transferPlayer: { number: '8', team: null },
    });
    expect(await code(TRANSFER, { ...move, team: squads[0].teamIds[0] }, editor.token)).toBe('INVALID_ARGUMENT');

    const WITHDRAW = 'mutation($p: ID!, $t: ID!) { withdrawPlayer(playerId: $p, tournamentId: $t) }';
    expect(await act(WITHDRAW, { p: createPlayer.id, t: league.tournamentId })).toEqual({ withdrawPlayer: true });
    expect(await code(WITHDRAW, { p: createPlayer.id, t: league.tournamentId }, editor.token)).toBe(
      'ROSTER_ENTRY_NOT_FOUND',
    );
    await act('mutation($id: ID!) { deletePlayer(id: $id) }', { id: createPlayer.id });
    await act('mutation($id: ID!) { deletePerson(id: $id) }', { id: createPerson.id });
    expect((await ask('query($id: ID!) { person(id: $id) { id } }', { id: createPerson.id })).data).toEqual({
      person: null,
    });
  });
});

describe('sponsors', () => {
  it('are made, put into lines, listed in order, and leave', async () => {
    const act = async <Data>(query: string, variables: object = {}): Promise<Data> => {
      const { data, errors } = await ask<Data>(query, variables, admin.token);
      expect(errors).toBeUndefined();
      return data;
    };
    const SPONSOR = 'mutation($i: SponsorInput!) { createSponsor(input: $i) { id title logoUrl scaleLogo } }';
    const ids: string[] = [];
    for (const title of ['Beta', 'acme']) {
      const { createSponsor } = await act<{ createSponsor: { id: string } }>(SPONSOR, { i: { title } });
      expect(createSponsor).toMatchObject({ title, logoUrl: '', scaleLogo: 1 });
      ids.push(createSponsor.id);
    }
    const { createSponsorLine: line } = await act<{ createSponsorLine: { id: string } }>(
      'mutation { createSponsorLine(title: "Main", isVisible: true) { id } }',
    );
    const ADD = `mutation($s: ID!, $l: ID!, $p: Int!) {
      addSponsorToLine(sponsorId: $s, sponsorLineId: $l, position: $p) { sponsors { edges { node { title position } } } } }`;
    await act(ADD, { s: ids[0], l: line.id, p: 2 });
    expect(await act(ADD, { s: ids[1], l: line.id, p: 1 })).toEqual({
      addSponsorToLine: {
        sponsors: { edges: [{ node: { title: 'acme', position: 1 } }, { node: { title: 'Beta', position: 2 } }] },
      },
    });
    expect(await code(ADD, { s: ids[0], l: line.id, p: 1 }, editor.token)).toBe('SPONSOR_ALREADY_IN_LINE');
    expect(await code(ADD, { s: 2147483647, l: line.id, p: 1 }, editor.token)).toBe('NO_SUCH_SPONSOR');
    const listed = await act(`{ sponsors(text: "E") { totalCount edges { node { title } } }
      sponsorLines { totalCount edges { node { title sponsors(last: 1) { totalCount pageInfo { hasPreviousPage } edges { node { title } } } } } } }`);
    expect(listed).toMatchObject({
      sponsors: { totalCount: 2, edges: [{ node: { title: 'acme' } }, { node: { title: 'Beta' } }] },
      sponsorLines: {
        totalCount: 1,
        edges: [
          {
            node: {
              sponsors: { totalCount: 2, pageInfo: { hasPreviousPage: true }, edges: [{ node: { title: 'Beta' } }] },
            },
          },
        ],
      },
    });
    await act('mutation($id: ID!) { deleteSponsor(id: $id) }', { id: ids[0] });
    const REMOVE = `mutation($s: ID!, $l: ID!) {
      removeSponsorFromLine(sponsorId: $s, sponsorLineId: $l) { sponsors { totalCount edges { node { title } } } } }`;
    expect(await act(REMOVE, { s: ids[1], l: line.id })).toEqual({
      removeSponsorFromLine: { sponsors: { totalCount: 0, edges: [] } },
    });
  });
});
