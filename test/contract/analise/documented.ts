import { simulateSoccerLeague } from '#core/season/soccer-league.js';
import { loaderOn } from '../../imports/seasons.js';
import type { TestDatabase } from '../../support/database.js';

export const MATCH = 'f4vscquffy37afgv0arwcbztg';
export const ARSENAL = '4dsgumo7d4zupm2ugsvm4zm4d';
export const PALACE = '1c8m2ko0wxq1asfkuykurdr0y';
export const TOURNAMENT = '51r6ph2woavlbbpk8f29nynf8';
export const BADGE = 'https://r2.thesportsdb.com/images/media/team/badge/uyhbfe1612467038.png';

const CLUBS = [
  'Arsenal',
  'Crystal Palace',
  'Aston Villa',
  'Brighton',
  'Chelsea',
  'Everton',
  'Fulham',
  'Liverpool',
  'Newcastle',
  'Wolves',
];

/** The document's example: its match and teams, with two simulated seasons behind them. */
export async function loadDocumentedExample(database: TestDatabase): Promise<void> {
  await loaderOn(database.url).load(
    simulateSoccerLeague({
      seed: 'analise',
      source: 'test-files',
      competition: { code: 'E0', title: 'Premier League', country: 'England', sport: 'soccer' },
      size: CLUBS.length,
      exchanged: 0,
      clubs: CLUBS,
      years: [2024, 2025],
      asOf: '2025-12-27',
    }),
  );
  const [{ id: tournamentId }] = await database.sql<{ id: number }>(
    'select t.id from tournament t join season s on s.id = t.season_id where s.year = 2025',
  );
  const team = async (name: string, code: string, badge: string): Promise<number> => {
    const [{ id }] = await database.sql<{ id: number }>(
      'update team set code = $2, team_logo_url = $3 where title = $1 returning id',
      [name, code, badge],
    );
    return id;
  };
  const arsenal = await team('Arsenal', 'ARS', BADGE);
  const palace = await team(
    'Crystal Palace',
    'CRY',
    'https://r2.thesportsdb.com/images/media/team/badge/ia6i3m1656014992.png',
  );
  await database.sql(
    `insert into match (team_a_id, team_b_id, tournament_id, match_date, status, public_id, venue)
     values ($1, $2, $3, '2025-12-27T20:00:00Z', 'scheduled', $4, 'Emirates Stadium')`,
    [arsenal, palace, tournamentId, MATCH],
  );
  await database.sql(
    `insert into external_ref (source, kind, external_id, internal_id)
     values ('vstats', 'team', $1, $2), ('vstats', 'team', $3, $4), ('vstats', 'tournament', $5, $6)`,
    [ARSENAL, arsenal, PALACE, palace, TOURNAMENT, tournamentId],
  );
}
