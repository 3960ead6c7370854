import type { TestDatabase } from '../../support/database.js';

/** Soccer by plain SQL, as another program would write it. */
export interface World {
  sportId: number;
  league: number;
  cup: number;
  team(name: string): Promise<number>;
  match(match: PlayedMatch): Promise<string>;
}

export interface Counts {
  goals?: number | null;
  corners?: number | null;
  shots?: number | null;
  shots_on_target?: number | null;
  yellow_cards?: number | null;
  fouls?: number | null;
}

export type SideCounts = { full?: Counts; first_half?: Counts; second_half?: Counts };

export interface PlayedMatch {
  /** Opaque id; made up when absent. */
  id?: string;
  home: string;
  away: string;
  /** ISO 8601, or null for a match without a date. */
  at: string | null;
  /** Absent: not played. */
  score?: [home: number, away: number];
  status?: string;
  tournament?: number;
  venue?: string;
  referee?: string;
  counts?: { home: SideCounts; away: SideCounts };
}

let made = 0;

export async function createWorld(database: TestDatabase, year = 2025, country = 'England'): Promise<World> {
  const one = async (sql: string, values: unknown[] = []): Promise<number> =>
    (await database.sql<{ id: number }>(sql, values))[0].id;
  const sportId = await one(
    `insert into sport (title, kind) values ('Soccer', 'soccer')
     on conflict (title) do update set kind = excluded.kind returning id`,
  );
  const seasonId = await one(
    'insert into season (year) values ($1) on conflict (year) do update set year = excluded.year returning id',
    [year],
  );
  const tournament = async (title: string): Promise<number> => {
    const competitionId = await one(
      'insert into competition (sport_id, title, country) values ($1, $2, $3) returning id',
      [sportId, title, country],
    );
    return one(
      'insert into tournament (title, season_id, sport_id, competition_id) values ($1, $2, $3, $4) returning id',
      [title, seasonId, sportId, competitionId],
    );
  };
  const league = await tournament('Premier League');
  const cup = await tournament('FA Cup');
  const teams = new Map<string, number>();

  async function team(name: string): Promise<number> {
    const known = teams.get(name);
    if (known !== undefined) return known;
    const id = await one('insert into team (title, code, sport_id) values ($1, $2, $3) returning id', [
      name,
      name.slice(0, 3).toUpperCase(),
      sportId,
    ]);
    teams.set(name, id);
    return id;
  }

  async function match(played: PlayedMatch): Promise<string> {
    const publicId = played.id ?? `m${String(++made).padStart(24, '0')}`;
    const [homeId, awayId] = [await team(played.home), await team(played.away)];
    const [scoreHome, scoreAway] = played.score ?? [null, null];
    const matchId = await one(
      `insert into match (team_a_id, team_b_id, tournament_id, match_date, status, public_id, venue, referee,
                          score_home, score_away)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
      [
        homeId,
        awayId,
        played.tournament ?? league,
        played.at,
        played.status ?? (played.score ? 'finished' : 'scheduled'),
        publicId,
        played.venue ?? null,
        played.referee ?? null,
        scoreHome,
        scoreAway,
      ],
    );
    for (const [teamId, sides] of [
      [homeId, played.counts?.home],
      [awayId, played.counts?.away],
    ] as const) {
      for (const [period, counts] of Object.entries(sides ?? {})) {
        const columns = Object.keys(counts);
        const values = Object.values(counts);
        await database.sql(
          `insert into match_stat_line (match_id, team_id, period${columns.map((name) => `, ${name}`).join('')})
           values ($1, $2, $3${values.map((_, index) => `, $${index + 4}`).join('')})`,
          [matchId, teamId, period, ...values],
        );
      }
    }
    return publicId;
  }

  return { sportId, league, cup, team, match };
}

export const DAY_MS = 86_400_000;

/** The moment `days` before another one. */
export const before = (at: string, days: number): string => new Date(Date.parse(at) - days * DAY_MS).toISOString();
