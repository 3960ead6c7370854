import type { TestDatabase } from './database.js';

let made = 0;

/** Two teams and a match between them, by plain SQL: as another program would write them. */
export async function createMatch(
  database: Pick<TestDatabase, 'sql'>,
): Promise<{ matchId: number; homeId: number; awayId: number }> {
  made++;
  const teams = await database.sql<{ id: number }>(
    `insert into team (title, code) values ($1, 'HOM'), ($2, 'AWY') returning id`,
    [`Home ${made}`, `Away ${made}`],
  );
  const [homeId, awayId] = teams.map(({ id }) => id);
  const [{ id: matchId }] = await database.sql<{ id: number }>(
    'insert into match (team_a_id, team_b_id) values ($1, $2) returning id',
    [homeId, awayId],
  );
  return { matchId, homeId, awayId };
}
