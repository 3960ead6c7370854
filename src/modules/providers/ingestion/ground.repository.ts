import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { DECIDED_STATUSES } from '#core/kernel/match-status.js';

/** A match somebody wants to analyse, in the provider's ids. */
export interface TargetMatch {
  id: number;
  /** Null for a match the provider does not know. */
  externalId: string | null;
  tournamentId: string | null;
  homeId: string | null;
  awayId: string | null;
  isDecided: boolean;
}

export interface SampleQuery {
  /** At most this many matches of each team, the latest. */
  limit: number;
  homeVenue: 'home' | 'away' | null;
  awayVenue: 'home' | 'away' | null;
}

/** A match of one team's sample. */
export interface SampleMatch {
  side: 'home' | 'away';
  externalId: string;
  publicId: string;
  /** More is known of it than its score. */
  hasStatistics: boolean;
}

const REF = (kind: string, id: string): string => `(select min(x.external_id) from external_ref x
  where x.source = ? and x.kind = '${kind}' and x.internal_id = ${id})`;

@Injectable()
export class GroundRepository {
  constructor(private readonly em: EntityManager) {}

  async findTarget(source: string, publicId: string): Promise<TargetMatch | undefined> {
    const [row] = await this.em.execute<TargetMatch[]>(
      `select m.id, ${REF('match', 'm.id')} as "externalId", ${REF('tournament', 'm.tournament_id')} as "tournamentId",
              ${REF('team', 'm.team_a_id')} as "homeId", ${REF('team', 'm.team_b_id')} as "awayId",
              m.status = any(array[?]::text[]) as "isDecided"
       from match m where m.public_id = ?`,
      [source, source, source, source, DECIDED_STATUSES, publicId],
    );
    return row;
  }

  /**
   * The latest matches of both teams in the target's tournament before it that have a result; where the schedule tells no
   * results at all, those that should have one by now.
   */
  listSample(source: string, targetId: number, query: SampleQuery, scored: boolean): Promise<SampleMatch[]> {
    const result = `m.status = 'finished' and m.score_home >= 0 and m.score_away >= 0`;
    const over = `m.status not in ('postponed', 'cancelled') and m.kickoff_at < now() - interval '105 minutes'`;
    return this.em.execute<SampleMatch[]>(
      `select side.name as side, r.external_id as "externalId", m.public_id as "publicId",
              exists (select from match_stat_line l where l.match_id = m.id
                      and coalesce(l.corners, l.shots, l.fouls, l.yellow_cards) is not null) as "hasStatistics"
       from match t
       cross join lateral (values (t.team_a_id, 'home', ?::text), (t.team_b_id, 'away', ?::text)) side (team, name, venue)
       cross join lateral (
         select * from match m
         where m.tournament_id = t.tournament_id and m.kickoff_at < t.kickoff_at and m.id <> t.id
           and m.team_a_id <> m.team_b_id and ((${result}) ${scored ? '' : `or (${over})`})
           and ((m.team_a_id = side.team and side.venue is distinct from 'away')
             or (m.team_b_id = side.team and side.venue is distinct from 'home'))
         order by m.kickoff_at desc, m.id desc limit ?
       ) m
       join external_ref r on r.source = ? and r.kind = 'match' and r.internal_id = m.id
       where t.id = ?`,
      [query.homeVenue, query.awayVenue, query.limit, source, targetId],
    );
  }

  /** Public ids of the provider's matches of a day in America/Sao_Paulo that are not over, by kickoff. */
  async listProvided(source: string, localDate: string): Promise<string[]> {
    const rows = await this.em.execute<{ id: string }[]>(
      `select m.public_id as id from match m
       where m.kickoff_at >= (?::date)::timestamp at time zone 'America/Sao_Paulo'
         and m.kickoff_at < (?::date + 1)::timestamp at time zone 'America/Sao_Paulo'
         and m.status <> all(array[?]::text[])
         and exists (select from external_ref r where r.source = ? and r.kind = 'match' and r.internal_id = m.id)
       order by m.kickoff_at, m.id`,
      [localDate, localDate, DECIDED_STATUSES, source],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether any soccer match is stored that kicks off on a day in America/Sao_Paulo. */
  async hasMatches(localDate: string): Promise<boolean> {
    const [{ any }] = await this.em.execute<[{ any: boolean }]>(
      `select exists (
         select from match m left join tournament t on t.id = m.tournament_id join team h on h.id = m.team_a_id
         join sport s on s.id = coalesce(t.sport_id, h.sport_id)
         where s.kind = 'soccer' and m.kickoff_at >= (?::date)::timestamp at time zone 'America/Sao_Paulo'
           and m.kickoff_at < (?::date + 1)::timestamp at time zone 'America/Sao_Paulo') as any`,
      [localDate, localDate],
    );
    return any;
  }

  /** Whether any soccer tournament is stored. */
  async hasTournaments(): Promise<boolean> {
    const [{ any }] = await this.em.execute<[{ any: boolean }]>(
      `select exists (select from tournament t join sport s on s.id = t.sport_id where s.kind = 'soccer') as any`,
    );
    return any;
  }
}
