import { Client } from 'pg';

export const PEOPLE = 10_000;
export const MATCHES = 10_000;
const TEAMS = 200;

/** One sport with teams and their matches, and as many persons who play it, each in two tournaments. */
export async function fillLeague(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`
    insert into sport (id, title) values (1, 'Football');
    insert into season (id, year) values (1, 2023), (2, 2024);
    insert into tournament (id, title, sport_id, season_id) values (1, 'League', 1, 1), (2, 'League', 1, 2);
    insert into position (id, title, sport_id) select n, 'Position ' || n, 1 from generate_series(1, 10) n;
    insert into team (id, title, city, sport_id)
      select n, 'Команда ' || n, 'City', 1 from generate_series(1, ${TEAMS}) n;
    insert into person (id, first_name, second_name, person_dob)
      select n, 'Иван ' || n % 97, 'Иванов ' || n, '1990-01-15T00:00:00Z' from generate_series(1, ${PEOPLE}) n;
    insert into player (id, person_id, sport_id) select n, n, 1 from generate_series(1, ${PEOPLE}) n;
    insert into player_team_tournament (player_id, team_id, tournament_id, position_id, player_number)
      select p, 1 + p % ${TEAMS}, t, 1 + p % 10, (p % 99)::text from generate_series(1, ${PEOPLE}) p, generate_series(1, 2) t;
    insert into match (id, tournament_id, team_a_id, team_b_id, week, match_date)
      select n, 1 + n % 2, 1 + n % ${TEAMS}, 1 + (n + 7) % ${TEAMS}, n % 20, '2024-01-01'::timestamptz + n * interval '1 hour'
      from generate_series(1, ${MATCHES}) n;
    analyze;`);
  await client.end();
}
