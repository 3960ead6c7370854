import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { StatPeriod } from '#modules/matches/index.js';
import type { SampleRequest } from './analysis.types.js';
import type { AnalysisTarget } from './fixtures.repository.js';

/** Counts in the order of `METRICS`; null is unknown. */
export type Counts = readonly (number | null)[];

/** A match of one team's sample. */
export interface SampleRow {
  side: 'home' | 'away';
  id: number;
  publicId: string;
  localDate: string;
  /** Days before the analysed kickoff. */
  age: number;
  atHome: boolean;
  opponent: number;
  own: Counts;
  other: Counts;
  /** Of the half asked for; the whole match when no half was. */
  ownPeriod: Counts;
  otherPeriod: Counts;
}

/** Home, away, age in days, 1 for the analysed season, 1 for the analysed referee, then both sides' counts. */
export type LeagueRow = readonly [
  home: number,
  away: number,
  age: number,
  current: 0 | 1,
  sameReferee: 0 | 1,
  full: Counts,
  period: Counts,
];

/** How far back a competition's matches tell about its present. */
const LEAGUE_DAYS = 730;

/** Both sides' goals of a period: as counted, else from the scores of the match `m`. */
const GOALS: Readonly<Record<StatPeriod, (line: string, side: 'home' | 'away') => string>> = {
  full: (_line, side) => `m.score_${side}`,
  first_half: (line, side) => `coalesce(${line}.goals, m.half_time_${side})`,
  second_half: (line, side) => `coalesce(${line}.goals, m.score_${side} - m.half_time_${side})`,
};

const counts = (line: string, side: 'home' | 'away', period: StatPeriod): string =>
  `${GOALS[period](line, side)}, ${line}.corners, ${line}.shots, ${line}.shots_on_target, ${line}.yellow_cards, ${line}.fouls`;

const lines = (period: StatPeriod): string => `
  left join match_stat_line hf on hf.match_id = m.id and hf.team_id = m.team_a_id and hf.period = 'full'
  left join match_stat_line af on af.match_id = m.id and af.team_id = m.team_b_id and af.period = 'full'
  ${
    period === 'full'
      ? ''
      : `left join match_stat_line hp on hp.match_id = m.id and hp.team_id = m.team_a_id and hp.period = '${period}'
  left join match_stat_line ap on ap.match_id = m.id and ap.team_id = m.team_b_id and ap.period = '${period}'`
  }`;

/**
 * The match `m` has a result of play: nobody scored the goals of an awarded match. What cannot be a result is left out, because
 * one wrong row must not take the analysis away.
 */
export const PLAYED = `m.status = 'finished' and m.score_home >= 0 and m.score_away >= 0 and m.team_a_id <> m.team_b_id`;
const AGE = (kickoff: string): string => `extract(epoch from ${kickoff} - m.kickoff_at)::float8 / 86400`;

@Injectable()
export class SamplesRepository {
  constructor(private readonly em: EntityManager) {}

  /**
   * The latest matches of each team in the target's tournament that kicked off before it, the most recent first. Matches of
   * no tournament are each other's.
   */
  async listSamples({ match, kickoff }: AnalysisTarget, request: SampleRequest): Promise<SampleRow[]> {
    const { period, limit } = request;
    const [home, away] = period === 'full' ? ['hf', 'af'] : ['hp', 'ap'];
    const sides = [
      [match.home.id, 'home', request.homeVenue],
      [match.away.id, 'away', request.awayVenue],
    ] as const;
    const tournament = match.tournament?.id ?? null;
    const rows = await this.em.execute<
      (SampleRow & { home: Counts; away: Counts; homePeriod: Counts; awayPeriod: Counts })[]
    >(
      `select side.name as side, m.id, m.public_id as "publicId", m.team_a_id = side.team as "atHome",
              to_char(m.kickoff_at at time zone 'America/Sao_Paulo', 'YYYY-MM-DD') as "localDate",
              ${AGE('?::timestamptz')} as age,
              case when m.team_a_id = side.team then m.team_b_id else m.team_a_id end as opponent,
              json_build_array(${counts('hf', 'home', 'full')}) as home,
              json_build_array(${counts('af', 'away', 'full')}) as away,
              json_build_array(${counts(home, 'home', period)}) as "homePeriod",
              json_build_array(${counts(away, 'away', period)}) as "awayPeriod"
       from (values (?::int, ?::text, ?::text), (?::int, ?::text, ?::text)) side (team, name, venue)
       cross join lateral (
         select * from match m
         where ${tournament === null ? 'm.tournament_id is null' : 'm.tournament_id = ?'} and ${PLAYED} and m.kickoff_at < ?::timestamptz and m.id <> ?
           and ((m.team_a_id = side.team and side.venue is distinct from 'away')
             or (m.team_b_id = side.team and side.venue is distinct from 'home'))
         order by m.kickoff_at desc, m.id desc limit ?
       ) m ${lines(period)}
       order by side.name, m.kickoff_at desc, m.id desc`,
      [kickoff, ...sides.flat(), ...(tournament === null ? [] : [tournament]), kickoff, match.id, limit],
    );
    return rows.map(({ home: atHome, away: visiting, homePeriod, awayPeriod, ...row }) => ({
      ...row,
      own: row.atHome ? atHome : visiting,
      other: row.atHome ? visiting : atHome,
      ownPeriod: row.atHome ? homePeriod : awayPeriod,
      otherPeriod: row.atHome ? awayPeriod : homePeriod,
    }));
  }

  /** Matches of the target's competition in the two years before it; of its tournament when it belongs to no competition. */
  async listLeague({ match, kickoff, competitionId }: AnalysisTarget, period: StatPeriod): Promise<LeagueRow[]> {
    const tournament = match.tournament?.id ?? null;
    if (tournament === null) return [];
    const half = period !== 'full';
    const side = (home: string, away: string, of: StatPeriod) =>
      `json_build_array(${counts(home, 'home', of)}, ${counts(away, 'away', of)})`;
    const [{ rows }] = await this.em.execute<[{ rows: LeagueRow[] | null }]>(
      `select json_agg(json_build_array(m.team_a_id, m.team_b_id, round((${AGE('?::timestamptz')})::numeric, 4),
                (m.tournament_id = ?)::int, coalesce((m.referee = ?::text)::int, 0), ${side('hf', 'af', 'full')},
                ${half ? side('hp', 'ap', period) : 'null::json'}) order by m.kickoff_at, m.id) as rows
       from match m ${lines(period)}
       where ${competitionId === null ? 'm.tournament_id = ?' : 'm.tournament_id in (select id from tournament where competition_id = ?)'}
         and ${PLAYED} and m.kickoff_at < ?::timestamptz
         and m.kickoff_at >= ?::timestamptz - interval '${LEAGUE_DAYS} days' and m.id <> ?`,
      [kickoff, tournament, match.referee, competitionId ?? tournament, kickoff, kickoff, match.id],
    );
    return rows ?? [];
  }
}
