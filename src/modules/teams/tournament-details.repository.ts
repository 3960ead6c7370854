import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { seasonRow, sportRow } from '#modules/competitions/index.js';
import type { Visibility } from '#platform/auth/caller.js';
import type { TournamentDetails } from './details.row.js';
import { visibleTeams } from './team-conditions.js';
import type { TeamRow } from './team.row.js';
import { sponsorJson, sponsorLineJson } from '#modules/sponsors/index.js';
import { type StoredTeam, TEAM, teamRow } from './team.table.js';

type Surroundings = Pick<TournamentDetails, 'id' | 'season' | 'sport' | 'mainSponsor' | 'sponsorLine'>;

const SURROUNDINGS = `${seasonRow('e')} as season, ${sportRow('s')} as sport,
  case when p.id is not null then ${sponsorJson('p')} end as "mainSponsor",
  case when l.id is not null then ${sponsorLineJson('l')} end as "sponsorLine"
  from tournament t
  join season e on e.id = t.season_id
  join sport s on s.id = t.sport_id
  left join sponsor p on p.id = t.main_sponsor_id
  left join sponsor_line l on l.id = t.sponsor_line_id`;

@Injectable()
export class TournamentDetailsRepository {
  constructor(private readonly em: EntityManager) {}

  /** Teams entered for these tournaments, in alphabetical order, each with the tournament. */
  async listEntered(
    tournamentIds: readonly number[],
    visibility: Visibility,
  ): Promise<{ tournamentId: number; team: TeamRow }[]> {
    const where = visibleTeams(visibility).when(tournamentIds, 'e.tournament_id = any(array[?]::int[])');
    const rows = await this.em.execute<(StoredTeam & { tournamentId: number })[]>(
      `select e.tournament_id as "tournamentId", ${TEAM.select('t')}
       from team_tournament e join team t on t.id = e.team_id where ${where.sql} order by t.title, t.id`,
      where.params,
    );
    return rows.map(({ tournamentId, ...team }) => ({ tournamentId, team: teamRow(team) }));
  }

  /** Season, sport and sponsors of these tournaments. */
  async listSurroundings(tournamentIds: readonly number[]): Promise<Surroundings[]> {
    return this.em.execute<Surroundings[]>(`select t.id, ${SURROUNDINGS} where t.id = any(array[?]::int[])`, [
      tournamentIds,
    ]);
  }
}
