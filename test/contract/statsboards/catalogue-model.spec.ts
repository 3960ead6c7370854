import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bootStatsboards, type StatsboardsApp } from './boot.js';
import {
  byTitle,
  CatalogueModel,
  put,
  remove,
  type Season,
  type Sport,
  type Team,
  type Tournament,
} from './catalogue.model.js';
import { type Ground, LeagueModel } from './league.model.js';
import { LEAGUE_STEPS, leagueStep, NONE } from './league.steps.js';
import { type SignedUp, signUp } from './sign-up.js';

const RUNS = 20;
const LONGEST = 40;

let test: StatsboardsApp;
let admin: SignedUp;
beforeAll(async () => {
  test = await bootStatsboards();
  admin = await signUp(test, 'admin');
});
afterAll(() => test.close());

async function ask<T>(method: string, path: string, body?: object): Promise<[number, T]> {
  const answer = await test.call<T>(method, path, { token: admin.token, ...(body ? { body } : {}) });
  return [answer.status, answer.body];
}

const KINDS = [
  'createSeason',
  'updateSeason',
  'deleteSeason',
  'createSport',
  'updateSport',
  'deleteSport',
  'createTeam',
  'updateTeam',
  'deleteTeam',
  'createTournament',
  'deleteTournament',
  'enter',
  'withdraw',
  'lists',
] as const;

/** One step: what is done, to which row (an index into those there are, or none), with which values. */
interface Step {
  kind: (typeof KINDS)[number];
  pick: number;
  other: number;
  text: string;
  number: number;
  flag: boolean | null;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS),
  pick: fc.nat(6),
  other: fc.nat(6),
  text: fc.constantFrom('Alpha', 'beta', 'Гамма', 'Über', 'delta'),
  number: fc.integer({ min: 1, max: 4 }),
  flag: fc.option(fc.boolean()),
});

/** The id of a row, or of none. */
const idOf = (rows: readonly { id: number }[], pick: number): number => rows[pick]?.id ?? NONE;

type Act = (model: CatalogueModel, step: Step) => Promise<void>;

/** Takes the step on both sides and compares the answers. */
const STEPS: Record<(typeof KINDS)[number], Act> = {
  async createSeason(model, { text, number, flag }) {
    const body = { year: 2000 + number, description: text, iscurrent: flag ?? false };
    const [status, made] = await ask<Season>('POST', '/api/seasons/', body);
    expect(status).toBe(model.canCreateSeason(body.year));
    if (status !== 200) return;
    expect(made).toEqual({ id: made.id, ...body });
    model.putSeason(made);
  },
  async updateSeason(model, { pick, text, number, flag }) {
    const id = idOf(model.seasons, pick);
    const changes = flag === null ? { year: 2000 + number } : { description: flag ? text : null, iscurrent: flag };
    const [status, changed] = await ask<Season>('PUT', `/api/seasons/${id}/`, changes);
    expect(status).toBe(model.canUpdateSeason(id, flag === null ? 2000 + number : undefined));
    if (status !== 200) return;
    expect(changed).toEqual({ ...model.seasons.find((season) => season.id === id), ...changes });
    model.putSeason(changed);
  },
  async deleteSeason(model, { pick }) {
    const id = idOf(model.seasons, pick);
    expect((await ask('DELETE', `/api/settings/seasons/id/${id}`))[0]).toBe(id === NONE ? 404 : 200);
    model.deleteSeason(id);
  },
  async createSport(model, { text }) {
    const [status, made] = await ask<Sport>('POST', '/api/sports/', { title: text });
    expect(status).toBe(model.sports.some(({ title }) => title === text) ? 409 : 200);
    if (status === 200) model.sports.push({ id: made.id, title: made.title });
  },
  async updateSport(model, { pick, text }) {
    const id = idOf(model.sports, pick);
    const isTaken = model.sports.some((sport) => sport.title === text && sport.id !== id);
    const [status] = await ask('PUT', `/api/sports/${id}/`, { title: text });
    expect(status).toBe(id === NONE ? 404 : isTaken ? 409 : 200);
    if (status === 200) put(model.sports, { id, title: text });
  },
  async deleteSport(model, { pick }) {
    const id = idOf(model.sports, pick);
    expect((await ask('DELETE', `/api/sports/id/${id}`))[0]).toBe(id === NONE ? 404 : 200);
    model.deleteSport(id);
  },
  async createTeam(model, { pick, text, number, flag }) {
    const sport_id = idOf(model.sports, pick);
    const team_eesl_id = flag === null ? null : number;
    const known = model.teams.find((team) => team_eesl_id !== null && team.team_eesl_id === team_eesl_id);
    const [status, made] = await ask<Team>('POST', '/api/teams/', { title: text, team_eesl_id, sport_id });
    expect(status).toBe(sport_id === NONE ? 409 : 200);
    if (status !== 200) return;
    if (known) expect(made.id).toBe(known.id);
    put(model.teams, { id: made.id, title: text, team_eesl_id, sport_id, city: known?.city ?? null });
  },
  async updateTeam(model, { pick, text, number, flag }) {
    const id = idOf(model.teams, pick);
    const changes = flag === null ? { team_eesl_id: number } : { title: text, city: flag ? text : null };
    const isTaken = flag === null && model.teams.some((team) => team.team_eesl_id === number && team.id !== id);
    const [status, changed] = await ask<Team>('PUT', `/api/teams/${id}/`, changes);
    expect(status).toBe(id === NONE ? 404 : isTaken ? 409 : 200);
    if (status !== 200) return;
    const expected = { ...model.teams.find((team) => team.id === id), ...changes } as Team;
    expect(changed).toMatchObject(expected);
    put(model.teams, expected);
  },
  async deleteTeam(model, { pick }) {
    const id = idOf(model.teams, pick);
    expect((await ask('DELETE', `/api/teams/id/${id}`))[0]).toBe(id === NONE ? 404 : 200);
    model.deleteTeam(id);
  },
  async createTournament(model, { pick, other, text }) {
    const body = { title: text, season_id: idOf(model.seasons, pick), sport_id: idOf(model.sports, other) };
    const [status, made] = await ask<Tournament>('POST', '/api/tournaments/', body);
    expect(status).toBe(body.season_id === NONE || body.sport_id === NONE ? 409 : 200);
    if (status === 200) model.tournaments.push({ id: made.id, ...body });
  },
  async deleteTournament(model, { pick }) {
    const id = idOf(model.tournaments, pick);
    expect((await ask('DELETE', `/api/tournaments/id/${id}`))[0]).toBe(id === NONE ? 404 : 200);
    model.deleteTournament(id);
  },
  async enter(model, { pick, other }) {
    const [team_id, tournament_id] = [idOf(model.teams, pick), idOf(model.tournaments, other)];
    const isMissing = team_id === NONE || tournament_id === NONE;
    const [status] = await ask('POST', `/api/team_in_tournament/${team_id}in${tournament_id}`);
    expect(status).toBe(isMissing ? 404 : model.isEntered(team_id, tournament_id) ? 409 : 200);
    if (status === 200) model.entries.push({ team_id, tournament_id });
  },
  async withdraw(model, { pick, other }) {
    const [team, tournament] = [idOf(model.teams, pick), idOf(model.tournaments, other)];
    const [status] = await ask('DELETE', `/api/team_in_tournament/${team}in${tournament}`);
    expect(status).toBe(model.isEntered(team, tournament) ? 204 : 404);
    remove(model.entries, ({ team_id, tournament_id }) => team_id === team && tournament_id === tournament);
  },
  async lists(model, { pick }) {
    const id = idOf(model.tournaments, pick);
    const ids = async (path: string) =>
      (await ask<{ id: number }[]>('GET', `/api/tournaments/id/${id}/teams/${path}`))[1].map((team) => team.id);
    expect(await ids('')).toEqual(model.enteredTeams(id).map((team) => team.id));
    expect(await ids('available')).toEqual(model.availableTeams(id).map((team) => team.id));
  },
};

async function expectSameState(model: CatalogueModel): Promise<void> {
  const rows = async <T>(resource: string) => (await ask<T[]>('GET', `/api/${resource}/`))[1];
  expect(await rows<Season>('seasons')).toEqual(model.seasons.toSorted((a, b) => b.year - a.year));
  expect(model.seasons.filter(({ iscurrent }) => iscurrent).length).toBeLessThanOrEqual(1);
  expect(await rows<Sport>('sports')).toMatchObject(byTitle(model.sports));
  expect(await rows<Team>('teams')).toMatchObject(byTitle(model.teams));
  expect(await rows<Tournament>('tournaments')).toMatchObject(byTitle(model.tournaments));
  expect(await rows('team_in_tournament')).toMatchObject(model.entries);
}

it(`any sequence of up to ${LONGEST} operations answers and ends as in the model`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: LONGEST, size: 'max' }), async (steps) => {
      for (const table of ['season', 'sport']) await test.database.sql(`delete from ${table}`);
      const model = new CatalogueModel();
      for (const each of steps) await STEPS[each.kind](model, each);
      await expectSameState(model);
    }),
    { numRuns: RUNS, seed: 20_261_121 },
  );
}, 120_000);

/** Two sports, each with a tournament and a team. */
async function grounds(): Promise<Ground[]> {
  const make = async (path: string, body: object) => (await ask<{ id: number }>('POST', `/api/${path}/`, body))[1].id;
  const season_id = await make('seasons', { year: 2000 });
  const made: Ground[] = [];
  for (const title of ['Football', 'Chess']) {
    const sportId = await make('sports', { title });
    const tournamentId = await make('tournaments', { title, season_id, sport_id: sportId });
    made.push({ sportId, tournamentId, teamId: await make('teams', { title, sport_id: sportId }) });
  }
  return made;
}

async function expectSameLeague(model: LeagueModel): Promise<void> {
  const byId = (rows: readonly object[]) => (rows as readonly { id: number }[]).toSorted((a, b) => a.id - b.id);
  const rows = async (resource: string) => byId((await ask<object[]>('GET', `/api/${resource}/`))[1]);
  for (const [resource, expected] of Object.entries({
    positions: model.positions,
    persons: model.persons,
    players_team_tournament: model.entries,
    sponsors: model.sponsors,
  }))
    expect(await rows(resource), resource).toMatchObject(byId(expected));
  expect(await rows('sponsor_in_sponsor_line')).toMatchObject(model.placements);
  for (const { key, value } of model.settings) {
    expect((await ask('GET', `/api/settings/value/${encodeURIComponent(key)}`))[1]).toEqual({ value });
  }
}

it(`people, rosters, sponsors and settings too`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(leagueStep, { minLength: 5, maxLength: LONGEST, size: 'max' }), async (steps) => {
      for (const table of ['season', 'sport', 'person', 'sponsor', 'sponsor_line', 'global_setting'])
        await test.database.sql(`delete from ${table}`);
      const model = new LeagueModel(await grounds());
      for (const each of steps) await LEAGUE_STEPS[each.kind](ask, model, each);
      await expectSameLeague(model);
    }),
    { numRuns: RUNS, seed: 20_261_122 },
  );
}, 120_000);
