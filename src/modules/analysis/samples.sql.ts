import { METRICS } from '#core/soccer/analysis/metric.js';
import type { StatPeriod } from '#modules/matches/index.js';
import type { SampleRequest } from './analysis.types.js';
import type { AnalysisTarget } from './fixtures.repository.js';
import type { SqlPart } from './sql-part.js';

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

/**
 * Matches of a competition one after the other, each `LEAGUE_MATCH_LENGTH` numbers: home, away, age in seconds, 1 for the
 * analysed season, 1 for the analysed referee, both sides' counts of the whole match, and both sides' of the half asked
 * for. Hundreds of matches are read several times faster as one list of small numbers.
 */
export type LeagueNumbers = readonly (number | null)[];

/** Where in a match the counts of the whole match and of the half begin. */
export const LEAGUE_COUNTS = { full: 5, half: 5 + 2 * METRICS.length } as const;

export const leagueMatchLength = (period: StatPeriod): number =>
  LEAGUE_COUNTS.full + (period === 'full' ? 2 : 4) * METRICS.length;

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

/** A sampled match as stored: its two sides instead of the team's own and the other. */
export interface StoredSample extends Omit<SampleRow, 'own' | 'other' | 'ownPeriod' | 'otherPeriod'> {
  home: Counts;
  away: Counts;
  /** Null when no half was asked for. */
  homePeriod: Counts | null;
  awayPeriod: Counts | null;
}

export function sampleRow({ home, away, homePeriod, awayPeriod, ...row }: StoredSample): SampleRow {
  const { atHome } = row;
  return {
    ...row,
    own: atHome ? home : away,
    other: atHome ? away : home,
    ownPeriod: (atHome ? homePeriod : awayPeriod) ?? (atHome ? home : away),
    otherPeriod: (atHome ? awayPeriod : homePeriod) ?? (atHome ? away : home),
  };
}

/**
 * `StoredSample[]` or null: the latest matches of each team in the target's tournament that kicked off before it, the most
 * recent first. Matches of no tournament are each other's.
 */
export function samplesOf({ match, kickoff }: AnalysisTarget, request: SampleRequest): SqlPart {
  const { period, limit } = request;
  const half = (line: string, side: 'home' | 'away') =>
    period === 'full' ? 'null::json' : `json_build_array(${counts(line, side, period)})`;
  const tournament = match.tournament?.id ?? null;
  return {
    sql: `
      select json_agg(json_build_object('side', side.name, 'id', m.id, 'publicId', m.public_id,
               'atHome', m.team_a_id = side.team,
               'localDate', to_char(m.kickoff_at at time zone 'America/Sao_Paulo', 'YYYY-MM-DD'),
               'age', ${AGE('?::timestamptz')},
               'opponent', case when m.team_a_id = side.team then m.team_b_id else m.team_a_id end,
               'home', json_build_array(${counts('hf', 'home', 'full')}),
               'away', json_build_array(${counts('af', 'away', 'full')}),
               'homePeriod', ${half('hp', 'home')},
               'awayPeriod', ${half('ap', 'away')})
               order by side.name, m.kickoff_at desc, m.id desc)
      from (values (?::int, ?::text, ?::text), (?::int, ?::text, ?::text)) side (team, name, venue)
      cross join lateral (
        select * from match m
        where ${tournament === null ? 'm.tournament_id is null' : 'm.tournament_id = ?'} and ${PLAYED} and not m.isprivate and m.kickoff_at < ?::timestamptz and m.id <> ?
          and ((m.team_a_id = side.team and side.venue is distinct from 'away')
            or (m.team_b_id = side.team and side.venue is distinct from 'home'))
        order by m.kickoff_at desc, m.id desc limit ?
      ) m ${lines(period)}`,
    // prettier-ignore
    values: [
      kickoff, match.home.id, 'home', request.homeVenue, match.away.id, 'away', request.awayVenue,
      ...(tournament === null ? [] : [tournament]), kickoff, match.id, limit,
    ],
  };
}

/**
 * `LeagueNumbers` or null: matches of the target's competition in the two years before it, by kickoff; of its tournament when it
 * belongs to no competition, and none when it belongs to neither.
 */
export function leagueOf({ match, kickoff, competitionId }: AnalysisTarget, period: StatPeriod): SqlPart {
  const tournament = match.tournament?.id ?? null;
  if (tournament === null) return { sql: 'select null::json', values: [] };
  const sides =
    period === 'full'
      ? `${counts('hf', 'home', 'full')}, ${counts('af', 'away', 'full')}`
      : `${counts('hf', 'home', 'full')}, ${counts('af', 'away', 'full')}, ${counts('hp', 'home', period)}, ${counts('ap', 'away', period)}`;
  return {
    sql: `
      select ('[' || string_agg(array_to_string(array[m.team_a_id, m.team_b_id,
                extract(epoch from ?::timestamptz - m.kickoff_at)::int, (m.tournament_id = ?)::int,
                coalesce((m.referee = ?::text)::int, 0), ${sides}], ',', 'null'), ',' order by m.kickoff_at, m.id) || ']')::json
      from match m ${lines(period)}
      where ${competitionId === null ? 'm.tournament_id = ?' : 'm.tournament_id in (select id from tournament where competition_id = ?)'}
        and ${PLAYED} and m.kickoff_at < ?::timestamptz
        and m.kickoff_at >= ?::timestamptz - interval '${LEAGUE_DAYS} days' and m.id <> ?`,
    values: [kickoff, tournament, match.referee, competitionId ?? tournament, kickoff, kickoff, match.id],
  };
}
