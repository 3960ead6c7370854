import type { StatsboardsApp } from './boot.js';
import type { Catalogue } from './catalogue.rows.js';

export interface Squad {
  sportId: number;
  seasonId: number;
  tournamentId: number;
  teamIds: number[];
  positionId: number;
  /** On the rosters of the two teams, one after the other; then one in the tournament without a team, then one outside. */
  people: { personId: number; playerId: number; entryId?: number }[];
}

export interface Person {
  id: number;
  first_name: string;
  second_name: string;
}

/** An entry of a player for a tournament. */
export interface Entry {
  id: number;
  player_id: number;
  first_name?: string;
  second_name?: string;
}

export interface Page<T> {
  data: T[];
  metadata: Record<string, number | boolean>;
}

/** Persons, players and rosters, made through the contract. */
export class People {
  #made = 0;

  constructor(
    private readonly test: StatsboardsApp,
    private readonly make: Catalogue,
  ) {}

  person(values: object = {}): Promise<{ id: number }> {
    return this.#post('/api/persons/', {
      first_name: 'John',
      // In the order they are made.
      second_name: `Doe ${String(++this.#made).padStart(6, '0')}`,
      person_photo_url: '/static/uploads/persons/photos/123.jpg',
      person_photo_icon_url: '/static/uploads/persons/icons/123.jpg',
      person_photo_web_url: '/static/uploads/persons/web/123.jpg',
      person_dob: '1990-01-15T00:00:00',
      ...values,
    });
  }

  async player(sportId: number, values: object = {}): Promise<{ personId: number; playerId: number }> {
    const { id: personId } = await this.person(values);
    const body = { person_id: personId, sport_id: sportId };
    const { id: playerId } = await this.#post('/api/players/add-person-to-sport', body);
    return { personId, playerId };
  }

  enter(playerId: number, tournamentId: number, values: object = {}): Promise<{ id: number }> {
    const body = { player_id: playerId, tournament_id: tournamentId, player_number: '12', ...values };
    return this.#post('/api/players_team_tournament/', body);
  }

  /** A league with one player in each of two teams, one without a team, and one who is not in the tournament. */
  async squad(): Promise<Squad> {
    const { sportId, seasonId, tournamentId, teamIds } = await this.make.league();
    const { id: positionId } = await this.make.position(sportId, { category: 'offense' });
    const people: Squad['people'] = [];
    for (const team_id of [teamIds[0], teamIds[1], null]) {
      const player = await this.player(sportId);
      const values = { team_id, position_id: team_id === null ? null : positionId };
      people.push({ ...player, entryId: (await this.enter(player.playerId, tournamentId, values)).id });
    }
    people.push(await this.player(sportId));
    return { sportId, seasonId, tournamentId, teamIds, positionId, people };
  }

  /** What anybody may read. */
  async get<T>(path: string): Promise<T> {
    const { status, body } = await this.test.call<T>('GET', path);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  async #post(path: string, body: object): Promise<{ id: number }> {
    const answer = await this.test.call<{ id: number }>('POST', path, { body });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}
