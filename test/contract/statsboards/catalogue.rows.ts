import type { StatsboardsApp } from './boot.js';

type Row = { id: number } & Record<string, unknown>;

/** Rows of a league, made through the contract. */
export class Catalogue {
  #made = 0;
  #year = 1900;

  constructor(
    private readonly test: StatsboardsApp,
    private readonly token: string,
  ) {}

  name(what: string): string {
    return `${what} ${++this.#made}`;
  }

  /** A year without a season, 1900 to 2999. */
  year(): number {
    return this.#year++;
  }

  setting(values: object = {}): Promise<Row> {
    return this.create('settings', {
      key: this.name('key'),
      value: 'dark',
      value_type: 'string',
      category: 'ui',
      ...values,
    });
  }

  season(values: object = {}): Promise<Row & { year: number }> {
    const year = this.year();
    return this.create('seasons', { year, description: `${year} Season`, ...values });
  }

  sport(values: object = {}): Promise<Row> {
    return this.create('sports', { title: this.name('Sport'), description: 'Rules', ...values });
  }

  position(sportId: number, values: object = {}): Promise<Row & { title: string }> {
    return this.create('positions', { title: this.name('Position'), sport_id: sportId, ...values });
  }

  async tournament(values: { season_id?: number; sport_id?: number } & Record<string, unknown> = {}): Promise<Row> {
    const season_id = values.season_id ?? (await this.season()).id;
    const sport_id = values.sport_id ?? (await this.sport()).id;
    return this.create('tournaments', { title: this.name('Tournament'), ...values, season_id, sport_id });
  }

  team(sportId: number, values: object = {}): Promise<Row> {
    return this.create('teams', { title: this.name('Team'), sport_id: sportId, ...values });
  }

  /** A tournament of a new sport with two teams, and a third that is not entered. */
  async league(): Promise<League> {
    const season = await this.season();
    const sport = await this.sport();
    const tournament = await this.tournament({ season_id: season.id, sport_id: sport.id });
    const teams = [await this.team(sport.id), await this.team(sport.id), await this.team(sport.id)];
    const entries = [];
    for (const { id } of teams.slice(0, 2)) {
      entries.push(await this.post(`/api/team_in_tournament/${id}in${tournament.id}`));
    }
    return {
      year: season.year,
      seasonId: season.id,
      sportId: sport.id,
      tournamentId: tournament.id,
      teamIds: teams.map(({ id }) => id),
      entryIds: entries.map(({ id }) => id),
    };
  }

  /** A finished match, by SQL: matches are another part of the contract. */
  async match({ tournamentId, teamIds }: Pick<League, 'tournamentId' | 'teamIds'>): Promise<number> {
    const [{ id }] = await this.test.database.sql<{ id: number }>(
      `insert into match (tournament_id, team_a_id, team_b_id, match_date, week, score_home, score_away)
       values ($1, $2, $3, '2024-01-15T19:00:00Z', 1, 2, 1) returning id`,
      [tournamentId, teamIds[0], teamIds[1]],
    );
    return id;
  }

  private create<T extends Row>(resource: string, body: object): Promise<T> {
    return this.post(`/api/${resource}/`, body);
  }

  private async post<T extends Row>(path: string, body?: object): Promise<T> {
    const answer = await this.test.call<T>('POST', path, { token: this.token, ...(body ? { body } : {}) });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}

export interface League {
  year: number;
  seasonId: number;
  sportId: number;
  tournamentId: number;
  teamIds: number[];
  /** Of the first two teams. */
  entryIds: number[];
}
