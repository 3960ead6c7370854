import type { TestDatabase } from '../support/database.js';

type Row = Record<string, string | number | boolean | Date | null | undefined>;

/** Writes rows as another program would: by SQL. Everything not given has the default of its column. */
export class Fixtures {
  #made = 0;

  constructor(private readonly database: TestDatabase) {}

  sport(row: Row = {}): Promise<number> {
    return this.insert('sport', { title: `Sport ${++this.#made}`, kind: 'soccer', ...row });
  }

  season(year: number): Promise<number> {
    return this.insert('season', { year });
  }

  competition(sportId: number, row: Row = {}): Promise<number> {
    return this.insert('competition', { sport_id: sportId, title: `Competition ${++this.#made}`, ...row });
  }

  tournament(sportId: number, seasonId: number, row: Row = {}): Promise<number> {
    const title = `Tournament ${++this.#made}`;
    return this.insert('tournament', { sport_id: sportId, season_id: seasonId, title, ...row });
  }

  team(row: Row = {}): Promise<number> {
    return this.insert('team', { title: `Team ${++this.#made}`, ...row });
  }

  match(homeId: number, awayId: number, row: Row = {}): Promise<number> {
    return this.insert('match', { team_a_id: homeId, team_b_id: awayId, ...row });
  }

  /** A finished match with its result. */
  result(homeId: number, awayId: number, [home, away]: readonly [number, number], row: Row = {}): Promise<number> {
    return this.match(homeId, awayId, { status: 'finished', score_home: home, score_away: away, ...row });
  }

  async insert(table: string, row: Row): Promise<number> {
    const columns = Object.keys(row).filter((column) => row[column] !== undefined);
    const places = columns.map((_, index) => `$${index + 1}`);
    const [{ id }] = await this.database.sql<{ id: number }>(
      `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')}) returning id`,
      columns.map((column) => row[column]),
    );
    return id;
  }
}
