import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Visibility } from '#platform/auth/caller.js';
import { Conditions } from '#platform/database/conditions.js';
import { substringPattern } from '#platform/database/substring-pattern.js';
import type { Range, TournamentFilter } from './competition.row.js';
import type { TournamentRow } from './tournament.row.js';
import { competitionRow } from './competitions.repository.js';
import { seasonRow } from './seasons.repository.js';
import { sportKindSql, sportRow } from './sports.repository.js';

const TOURNAMENTS = `
  select t.id, t.title, t.description, t.tournament_logo_url as "logoUrl", ${seasonRow('e')} as season,
         ${sportRow('s')} as sport, case when c.id is not null then ${competitionRow('c', 'cs')} end as competition
  from tournament t
  join season e on e.id = t.season_id
  join sport s on s.id = t.sport_id
  left join competition c on c.id = t.competition_id
  left join sport cs on cs.id = c.sport_id`;

const visible = ({ onlyOwner }: Visibility): Conditions =>
  new Conditions().when(onlyOwner, 'not t.isprivate or t.user_id = ?');

@Injectable()
export class TournamentsRepository {
  constructor(private readonly em: EntityManager) {}

  /** The latest season first, then in alphabetical order. */
  async list(filter: TournamentFilter, { limit, offset }: Range, visibility: Visibility): Promise<TournamentRow[]> {
    const where = visible(visibility)
      .when(filter.sport, `${sportKindSql('s')} = ?`)
      .when(filter.season, 'e.year = ?')
      .when(filter.competitionId, 't.competition_id = ?')
      .when(substringPattern(filter.text, 'text'), 't.title ilike ?');
    return this.em.execute<TournamentRow[]>(
      `${TOURNAMENTS} where ${where.sql} order by e.year desc, t.title, t.id limit ? offset ?`,
      [...where.params, limit, offset],
    );
  }

  async findByIds(ids: readonly number[], visibility: Visibility = {}): Promise<TournamentRow[]> {
    const where = visible(visibility).when(ids, 't.id = any(array[?]::int[])');
    return this.em.execute<TournamentRow[]>(`${TOURNAMENTS} where ${where.sql}`, where.params);
  }

  /** The latest season of each competition first. */
  async listByCompetitions(competitionIds: readonly number[]): Promise<TournamentRow[]> {
    return this.em.execute<TournamentRow[]>(
      `${TOURNAMENTS} where t.competition_id = any(array[?]::int[]) order by e.year desc, t.id`,
      [competitionIds],
    );
  }
}
