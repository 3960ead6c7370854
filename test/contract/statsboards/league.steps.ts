import * as fc from 'fast-check';
import { expect } from 'vitest';
import { put, remove } from './catalogue.model.js';
import type { LeagueModel, Named, Person, Player, Position, RosterEntry, Setting } from './league.model.js';

/** Calls a route as an administrator. */
export type Ask = <T>(method: string, path: string, body?: object) => Promise<[number, T]>;

export const NONE = 2_147_483_647;

/** What a step works with: indexes into the rows there are, beyond which there is none, and a text. */
export interface Choice {
  pick: number;
  other: number;
  text: string;
  flag: boolean;
}

const idOf = (rows: readonly { id: number }[], pick: number): number => rows[pick]?.id ?? NONE;
const groundOf = (model: LeagueModel, pick: number) => model.grounds[pick % model.grounds.length];

/** Takes the step on both sides and compares the answers. */
export const LEAGUE_STEPS = {
  async createSetting(ask: Ask, model: LeagueModel, { text, flag }: Choice): Promise<void> {
    const body = { key: text, value: String(flag) };
    const [status, made] = await ask<Setting>('POST', '/api/settings/', body);
    expect(status).toBe(model.settings.some(({ key }) => key === text) ? 409 : 201);
    if (status === 201) model.settings.push({ id: made.id, ...body });
  },
  async updateSetting(ask: Ask, model: LeagueModel, { pick, text }: Choice): Promise<void> {
    const id = idOf(model.settings, pick);
    const isTaken = model.settings.some((setting) => setting.key === text && setting.id !== id);
    const [status] = await ask('PUT', `/api/settings/${id}/`, { key: text });
    expect(status).toBe(id === NONE ? 404 : isTaken ? 409 : 200);
    if (status === 200) model.settings[pick].key = text;
  },
  async createPosition(ask: Ask, model: LeagueModel, { pick, text }: Choice): Promise<void> {
    const body = { title: text, sport_id: groundOf(model, pick).sportId };
    const [status, made] = await ask<Position>('POST', '/api/positions/', body);
    const isTaken = model.positions.some(({ title, sport_id }) => title === text && sport_id === body.sport_id);
    expect(status).toBe(isTaken ? 409 : 200);
    if (status === 200) model.positions.push({ id: made.id, ...body });
  },
  async deletePosition(ask: Ask, model: LeagueModel, { pick }: Choice): Promise<void> {
    const id = idOf(model.positions, pick);
    expect((await ask('DELETE', `/api/positions/id/${id}`))[0]).toBe(id === NONE ? 404 : 200);
    model.deletePosition(id);
  },
  async createPerson(ask: Ask, model: LeagueModel, { text, flag }: Choice): Promise<void> {
    const body = { first_name: flag ? 'Ян' : 'Ann', second_name: text };
    const [status, made] = await ask<Person>('POST', '/api/persons/', body);
    expect(status).toBe(200);
    model.persons.push({ id: made.id, ...body });
  },
  async updatePerson(ask: Ask, model: LeagueModel, { pick, text }: Choice): Promise<void> {
    const id = idOf(model.persons, pick);
    const [status] = await ask('PUT', `/api/persons/${id}/`, { second_name: text });
    expect(status).toBe(id === NONE ? 404 : 200);
    if (status === 200) model.persons[pick].second_name = text;
  },
  async deletePerson(ask: Ask, model: LeagueModel, { pick }: Choice): Promise<void> {
    const id = idOf(model.persons, pick);
    expect((await ask('DELETE', `/api/persons/id/${id}`))[0]).toBe(id === NONE ? 404 : 200);
    model.deletePerson(id);
  },
  async addToSport(ask: Ask, model: LeagueModel, { pick, other }: Choice): Promise<void> {
    const body = { person_id: idOf(model.persons, pick), sport_id: groundOf(model, other).sportId };
    const known = model.playerOf(body.person_id, body.sport_id);
    const [status, made] = await ask<Player>('POST', '/api/players/add-person-to-sport', body);
    expect(status).toBe(body.person_id === NONE ? 404 : known ? 409 : 200);
    if (status === 200) model.players.push({ id: made.id, ...body });
  },
  async removeFromSport(ask: Ask, model: LeagueModel, { pick, other }: Choice): Promise<void> {
    const [personId, { sportId }] = [idOf(model.persons, pick), groundOf(model, other)];
    const player = model.playerOf(personId, sportId);
    const path = `/api/players/remove-person-from-sport/personid/${personId}/sportid/${sportId}`;
    expect((await ask('DELETE', path))[0]).toBe(player ? 200 : 404);
    if (player) model.deletePlayer(player.id);
  },
  async register(ask: Ask, model: LeagueModel, { pick, other, flag }: Choice): Promise<void> {
    const { tournamentId: tournament_id, teamId } = groundOf(model, other);
    const player_id = idOf(model.players, pick);
    const body = { player_id, tournament_id, team_id: flag ? teamId : null, position_id: model.positions[other]?.id };
    const [status, made] = await ask<RosterEntry>('POST', '/api/players_team_tournament/', body);
    expect(status).toBe(player_id === NONE ? 409 : 200);
    if (status !== 200) return;
    const known = model.entriesOf(tournament_id).find((entry) => entry.player_id === player_id);
    if (known) expect(made.id).toBe(known.id);
    put(model.entries, { ...body, id: made.id, position_id: body.position_id ?? known?.position_id ?? null });
  },
  async transfer(ask: Ask, model: LeagueModel, { pick, other, flag }: Choice): Promise<void> {
    const id = idOf(model.entries, pick);
    const team_id = flag ? groundOf(model, other).teamId : null;
    const [status] = await ask('PUT', `/api/players_team_tournament/${id}/`, { team_id });
    expect(status).toBe(id === NONE ? 404 : 200);
    if (status === 200) model.entries[pick].team_id = team_id;
  },
  async withdraw(ask: Ask, model: LeagueModel, { pick }: Choice): Promise<void> {
    const id = idOf(model.entries, pick);
    expect((await ask('DELETE', `/api/players_team_tournament/id/${id}`))[0]).toBe(id === NONE ? 404 : 200);
    remove(model.entries, (entry) => entry.id === id);
  },
  async createSponsor(ask: Ask, model: LeagueModel, { text, flag }: Choice): Promise<void> {
    const [path, rows] = flag ? ['sponsors', model.sponsors] : ['sponsor_lines', model.lines];
    const [status, made] = await ask<Named>('POST', `/api/${path}/`, { title: text });
    expect(status).toBe(200);
    rows.push({ id: made.id, title: text });
  },
  async deleteSponsor(ask: Ask, model: LeagueModel, { pick, flag }: Choice): Promise<void> {
    const [path, rows] = flag ? ['sponsors', model.sponsors] : ['sponsor_lines', model.lines];
    const id = idOf(rows, pick);
    expect((await ask('DELETE', `/api/${path}/id/${id}`))[0]).toBe(200);
    if (flag) model.deleteSponsor(id);
    else model.deleteLine(id);
  },
  async place(ask: Ask, model: LeagueModel, { pick, other }: Choice): Promise<void> {
    const [sponsor_id, sponsor_line_id] = [idOf(model.sponsors, pick), idOf(model.lines, other)];
    const isIn = model.placements.some(
      (placed) => placed.sponsor_id === sponsor_id && placed.sponsor_line_id === sponsor_line_id,
    );
    const [status] = await ask('POST', `/api/sponsor_in_sponsor_line/${sponsor_id}in${sponsor_line_id}`);
    expect(status).toBe(sponsor_id === NONE || sponsor_line_id === NONE || isIn ? 409 : 200);
    if (status === 200) model.placements.push({ sponsor_id, sponsor_line_id });
  },
  async lists(ask: Ask, model: LeagueModel, { pick, other }: Choice): Promise<void> {
    const ground = groundOf(model, pick);
    const ids = async (path: string) => (await ask<{ id: number }[]>('GET', path))[1].map(({ id }) => id);
    const of = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);
    const players = `/api/tournaments/id/${ground.tournamentId}/players`;
    expect(await ids(`${players}/available`)).toEqual(of(model.available(ground)));
    expect(await ids(`${players}/without-team/all`)).toEqual(of(model.withoutTeam(ground)));
    expect(await ids(`/api/persons/not-in-sport/${ground.sportId}/all`)).toEqual(of(model.notInSport(ground.sportId)));
    const line = idOf(model.lines, other);
    const placed = model.placements.filter(({ sponsor_line_id }) => sponsor_line_id === line);
    const listed = await ids(`/api/sponsor_in_sponsor_line/sponsor_line/id/${line}/sponsors`);
    expect(listed.toSorted((a, b) => a - b)).toEqual(
      placed.map(({ sponsor_id }) => sponsor_id).toSorted((a, b) => a - b),
    );
  },
};

export type LeagueStep = Choice & { kind: keyof typeof LEAGUE_STEPS };

export const leagueStep: fc.Arbitrary<LeagueStep> = fc.record({
  kind: fc.constantFrom(...(Object.keys(LEAGUE_STEPS) as (keyof typeof LEAGUE_STEPS)[])),
  pick: fc.nat(5),
  other: fc.nat(5),
  text: fc.constantFrom('Alpha', 'beta', 'Гамма', 'Über', 'delta'),
  flag: fc.boolean(),
});
