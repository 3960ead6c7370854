import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Conditions } from '#platform/database/conditions.js';
import type { FixtureRow } from './competition-history.js';

/** A soccer tournament that models can be trained for. */
export interface TrainingTarget {
  competitionId: number;
  competition: string;
  country: string | null;
  tournamentId: number;
  tournament: string;
  season: number;
  matches: number;
}

export interface TargetFilter {
  competitionId?: number;
  tournamentId?: number;
  /** Only of competitions for which a model has been trained. */
  trained?: boolean;
}

/** A match as far as it matters to a trained competition. */
export interface MatchFact {
  id: number;
  competitionId: number;
  /** `result`: models learn from it. `fixture`: it is to be predicted. `none`: neither. */
  kind: 'result' | 'fixture' | 'none';
  /** Changes whenever what models see of the match changes. */
  fact: string;
}

/** Reads what models are trained on. */
@Injectable()
export class TrainingRepository {
  constructor(private readonly em: EntityManager) {}

  /** Runs work that no request has asked for, with an entity manager of its own. */
  async inOwnContext<T>(work: () => Promise<T>): Promise<T> {
    return RequestContext.create(this.em, work);
  }

  /** Competitions in alphabetical order, their seasons from the first. */
  async listTargets({ competitionId, tournamentId, trained }: TargetFilter = {}): Promise<TrainingTarget[]> {
    const where = new Conditions()
      .when('soccer', 's.kind = ?')
      .when(competitionId, 'c.id = ?')
      .when(tournamentId, 't.id = ?')
      .when(
        trained,
        `? = exists (select from model_version v join tournament o on o.id = v.tournament_id
                     where o.competition_id = c.id)`,
      );
    return this.em.execute<TrainingTarget[]>(
      `select c.id as "competitionId", c.title as competition, c.country, t.id as "tournamentId", t.title as tournament,
              e.year as season,
              (select count(*) from match m where m.tournament_id = t.id and m.kickoff_at is not null)::int as matches
       from competition c
       join sport s on s.id = c.sport_id
       join tournament t on t.competition_id = c.id
       join season e on e.id = t.season_id
       where ${where.sql}
       order by c.title, c.country, c.id, e.year, t.id`,
      where.params,
    );
  }

  /** Every match of the competition that has a kickoff. */
  async readFixtures(competitionId: number): Promise<FixtureRow[]> {
    return this.em.execute<FixtureRow[]>(
      `select m.id, m.tournament_id as "tournamentId", e.year as season, m.team_a_id as "homeId", m.team_b_id as "awayId",
              m.status, (extract(epoch from m.kickoff_at) * 1000)::float8 as "kickoffMs",
              m.score_home as "homeGoals", m.score_away as "awayGoals"
       from tournament t
       join season e on e.id = t.season_id
       join match m on m.tournament_id = t.id
       where t.competition_id = ? and m.kickoff_at is not null
       order by m.kickoff_at, m.id`,
      [competitionId],
    );
  }

  /** What there is to know of these matches, or of all; matches of competitions without a trained model are left out. */
  async readFacts(matchIds?: readonly number[]): Promise<MatchFact[]> {
    const where = new Conditions().when(matchIds, 'm.id = any(array[?]::int[])');
    return this.em.execute<MatchFact[]>(
      `select m.id, t.competition_id as "competitionId",
              case when m.status = 'finished' and m.score_home is not null and m.score_away is not null then 'result'
                   when m.status = 'scheduled' then 'fixture' else 'none' end as kind,
              concat_ws(',', t.id, t.season_id, m.team_a_id, m.team_b_id, extract(epoch from m.kickoff_at),
                        m.status, m.score_home, m.score_away) as fact
       from match m
       join tournament t on t.id = m.tournament_id
       where m.kickoff_at is not null and ${where.sql}
         and t.competition_id in (select o.competition_id from model_version v join tournament o on o.id = v.tournament_id)`,
      where.params,
    );
  }
}
