import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Page } from '#core/kernel/page.js';
import { sportKindSql } from '#modules/competitions/index.js';
import type { Conditions } from '#platform/database/conditions.js';
import { substringPattern } from '#platform/database/substring-pattern.js';
import { visibleTeams } from './team-conditions.js';
import { type StoredTeam, TEAM } from './team.table.js';
import type { TeamFilter, TeamPosition } from './team.row.js';

const COLUMNS = TEAM.select('t');

/** Who takes part in a tournament: teams entered, and teams that have a match in it. */
const PARTICIPANTS = `
  select tournament_id, team_id from team_tournament where tournament_id = any(array[?]::int[])
  union select tournament_id, team_a_id from match where tournament_id = any(array[?]::int[])
  union select tournament_id, team_b_id from match where tournament_id = any(array[?]::int[])`;

@Injectable()
export class TeamsRepository {
  constructor(private readonly em: EntityManager) {}

  async findByIds(ids: readonly number[]): Promise<StoredTeam[]> {
    return this.em.execute<StoredTeam[]>(`select ${COLUMNS} from team t where t.id = any(array[?]::int[])`, [ids]);
  }

  /** Up to one row more than the page, in the order of reading: by name forwards, or backwards. */
  async list(filter: TeamFilter, { limit, direction, from }: Page<TeamPosition>): Promise<StoredTeam[]> {
    const where = conditions(filter);
    const [beyond, order] = direction === 'forward' ? ['>', 'asc'] : ['<', 'desc'];
    const position = from ? [from.name, from.id] : [];
    return this.em.execute<StoredTeam[]>(
      `select ${COLUMNS} from team t
       where ${where.sql} ${from ? `and (t.title, t.id) ${beyond} (?, ?)` : ''}
       order by t.title ${order}, t.id ${order} limit ?`,
      [...where.params, ...position, limit + 1],
    );
  }

  async count(filter: TeamFilter): Promise<number> {
    const where = conditions(filter);
    const sql = `select count(*)::int as count from team t where ${where.sql}`;
    return (await this.em.execute<{ count: number }[]>(sql, where.params))[0].count;
  }

  /** Participants by name, each with the tournament it takes part in. */
  async listByTournaments(tournamentIds: readonly number[]): Promise<(StoredTeam & { tournamentId: number })[]> {
    return this.em.execute<(StoredTeam & { tournamentId: number })[]>(
      `select p.tournament_id as "tournamentId", ${COLUMNS} from (${PARTICIPANTS}) p
       join team t on t.id = p.team_id order by t.title, t.id`,
      [tournamentIds, tournamentIds, tournamentIds],
    );
  }

  /** Pairs of a team and a tournament it takes part in, the latest season first. */
  async listTournamentIds(teamIds: readonly number[]): Promise<{ teamId: number; tournamentId: number }[]> {
    return this.em.execute<{ teamId: number; tournamentId: number }[]>(
      `select p.team_id as "teamId", p.tournament_id as "tournamentId"
       from (select team_id, tournament_id from team_tournament where team_id = any(array[?]::int[])
             union select team_a_id, tournament_id from match where team_a_id = any(array[?]::int[])
             union select team_b_id, tournament_id from match where team_b_id = any(array[?]::int[])) p
       join tournament t on t.id = p.tournament_id
       join season e on e.id = t.season_id
       order by e.year desc, t.title, t.id`,
      [teamIds, teamIds, teamIds],
    );
  }
}

/** What a list of teams leaves out. */
function conditions({ sport, tournamentId, text, visibility = {} }: TeamFilter): Conditions {
  return visibleTeams(visibility)
    .when(sport, `t.sport_id in (select s.id from sport s where ${sportKindSql('s')} = ?)`)
    .when(
      tournamentId,
      `t.id in (select team_id from team_tournament where tournament_id = ?
                union all select team_a_id from match where tournament_id = ?
                union all select team_b_id from match where tournament_id = ?)`,
    )
    .when(substringPattern(text, 'text'), 't.title ilike ?');
}
