import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Visibility } from '#platform/auth/caller.js';
import { visibleMatches } from './match-conditions.js';
import type { MatchRow } from './match.row.js';
import { matchScore, type StoredScore } from './match-score.js';
import type { StatLineRow, StatPeriod } from './stat-line.row.js';

export type StoredMatch = Omit<MatchRow, 'score'> & StoredScore;

/** Of the match \`m\`. */
export const MATCH_COLUMNS = `m.id, m.public_id as "publicId", m.version, m.status, m.week, m.venue, m.referee,
  m.attendance, m.team_a_id as "homeId", m.team_b_id as "awayId", m.tournament_id as "tournamentId",
  m.score_home as "scoreHome", m.score_away as "scoreAway", m.half_time_home as "halfTimeHome",
  m.half_time_away as "halfTimeAway",
  to_char(m.kickoff_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "kickoffAt"`;

const STAT_LINE_COLUMNS = `l.match_id as "matchId", l.team_id as "teamId", l.period, l.goals, l.corners, l.shots,
  l.shots_on_target as "shotsOnTarget", l.yellow_cards as "yellowCards", l.red_cards as "redCards", l.fouls,
  l.offsides, l.saves, l.possession, l.xg`;

@Injectable()
export class MatchesRepository {
  constructor(private readonly em: EntityManager) {}

  async findByIds(ids: readonly number[], visibility: Visibility): Promise<MatchRow[]> {
    const where = visibleMatches(visibility).when(ids, 'm.id = any(array[?]::int[])');
    const sql = `select ${MATCH_COLUMNS} from match m where ${where.sql}`;
    return (await this.em.execute<StoredMatch[]>(sql, where.params)).map(matchRow);
  }

  /** The home side first, then the whole match before its halves. */
  async listStatLines(matchIds: readonly number[], period: StatPeriod | undefined): Promise<StatLineRow[]> {
    return this.em.execute<StatLineRow[]>(
      `select ${STAT_LINE_COLUMNS} from match_stat_line l join match m on m.id = l.match_id
       where l.match_id = any(array[?]::int[]) ${period ? 'and l.period = ?' : ''}
       order by l.match_id, l.team_id <> m.team_a_id, l.period <> 'full', l.period, l.team_id`,
      [matchIds, ...(period ? [period] : [])],
    );
  }
}

export function matchRow({ scoreHome, scoreAway, halfTimeHome, halfTimeAway, ...match }: StoredMatch): MatchRow {
  return { ...match, score: matchScore(match.status, { scoreHome, scoreAway, halfTimeHome, halfTimeAway }) };
}
