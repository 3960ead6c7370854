import { DECIDED_STATUSES } from '#core/kernel/match-status.js';
import type { FinishedMatch } from '#core/soccer/standings.js';
import type { HeadToHead, RefereeRecord } from './analysis.types.js';
import type { AnalysisTarget } from './fixtures.repository.js';
import { PLAYED } from './samples.sql.js';
import type { SqlPart } from './sql-part.js';

export interface RestRow {
  restDays: number | null;
  matchesIn7Days: number;
  matchesIn14Days: number;
}

export interface ContextRow {
  home: RestRow;
  away: RestRow;
  headToHead: HeadToHead | null;
  referee: Omit<RefereeRecord, 'name'> | null;
}

/** What a table is made of. */
export interface TableFacts {
  decided: readonly FinishedMatch<number>[];
  teams: readonly { key: number; name: string }[];
}

/** The same without the names of its fields. */
export interface StoredTable {
  decided: (readonly [home: number, away: number, homeGoals: number, awayGoals: number, kickoffAt: string])[];
  teams: (readonly [key: number, name: string])[];
}

export function tableFacts(stored: StoredTable | null): TableFacts {
  if (stored === null) return { decided: [], teams: [] };
  return {
    decided: stored.decided.map(([home, away, homeGoals, awayGoals, kickoffAt]) => ({
      home,
      away,
      homeGoals,
      awayGoals,
      kickoffAt,
    })),
    teams: stored.teams.map(([key, name]) => ({ key, name })),
  };
}

const LOCAL_DAY = (moment: string): string => `(${moment} at time zone 'America/Sao_Paulo')::date`;

/** A match of whatever competition that took place or will: a postponed one tires nobody. */
const REST = `
  (select json_build_object('restDays', min(k.day - ${LOCAL_DAY('m.kickoff_at')}),
            'matchesIn7Days', count(*) filter (where ${LOCAL_DAY('m.kickoff_at')} >= k.day - 7),
            'matchesIn14Days', count(*) filter (where ${LOCAL_DAY('m.kickoff_at')} >= k.day - 14))
   from (select kickoff_at, status, id from match where team_a_id = team.id
         union all select kickoff_at, status, id from match where team_b_id = team.id) m
   where m.kickoff_at < k.at and m.id <> k.id and m.status not in ('postponed', 'cancelled'))`;

/** `ContextRow`: what was before the target's kickoff: rest, meetings, and what the referee did. */
export function contextOf({ match, kickoff, seasonId }: AnalysisTarget): SqlPart {
  const [home, away] = [match.home.id, match.away.id];
  const tournament = match.tournament?.id ?? null;
  return {
    sql: `
      with k as (select x.at, ${LOCAL_DAY('x.at')} as day, x.id from (values (?::timestamptz, ?::int)) x (at, id))
      select json_build_object(
        'home', (select ${REST} from (values (?::int)) team (id)),
        'away', (select ${REST} from (values (?::int)) team (id)),
        'headToHead', (
          select case when count(*) > 0 then json_build_object('matches', count(*),
                   'homeWins', count(*) filter (where g.own > g.other),
                   'draws', count(*) filter (where g.own = g.other),
                   'awayWins', count(*) filter (where g.own < g.other),
                   'meanGoals', avg(g.own + g.other)::float8) end
          from (select case when m.team_a_id = ? then m.score_home else m.score_away end as own,
                       case when m.team_a_id = ? then m.score_away else m.score_home end as other
                from match m
                where ((m.team_a_id = ? and m.team_b_id = ?) or (m.team_a_id = ? and m.team_b_id = ?))
                  and ${PLAYED} and m.kickoff_at < k.at and m.id <> k.id) g),
        'referee', (
          select json_build_object('matches', count(*) filter (where r.here), 'seasonMatches', count(*),
                   'meanYellowCards', (avg(r.cards) filter (where r.here))::float8,
                   'seasonMeanYellowCards', avg(r.cards)::float8,
                   'meanFouls', (avg(r.fouls) filter (where r.here))::float8)
          from (select m.tournament_id = ?::int as here, h.yellow_cards + a.yellow_cards as cards,
                       h.fouls + a.fouls as fouls
                from match m
                join tournament t on t.id = m.tournament_id
                left join competition c on c.id = t.competition_id
                left join match_stat_line h on h.match_id = m.id and h.team_id = m.team_a_id and h.period = 'full'
                left join match_stat_line a on a.match_id = m.id and a.team_id = m.team_b_id and a.period = 'full'
                where m.referee = ?::text and t.season_id = ?::int
                  and (m.tournament_id = ?::int or c.country = ?::text)
                  and ${PLAYED} and m.kickoff_at < k.at and m.id <> k.id) r))
      from k`,
    // prettier-ignore
    values: [
      kickoff, match.id, home, away, home, home, home, away, away, home,
      tournament, match.referee, seasonId, tournament, match.tournament?.country ?? null,
    ],
  };
}

/** `StoredTable` or null: the target's tournament before its kickoff, the matches decided until then and everybody in it. */
export function tableOf({ match, kickoff }: AnalysisTarget): SqlPart {
  if (match.tournament === null) return { sql: 'select null::json', values: [] };
  return {
    sql: `
      select json_build_object(
        'decided', (
          select coalesce(json_agg(json_build_array(m.team_a_id, m.team_b_id, m.score_home, m.score_away,
                   to_char(m.kickoff_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]')
          from match m
          where m.tournament_id = k.id and m.status = any(array[?]::text[]) and m.kickoff_at < ?::timestamptz
            and m.id <> ? and m.score_home >= 0 and m.score_away >= 0 and m.team_a_id <> m.team_b_id),
        'teams', (
          select coalesce(json_agg(json_build_array(t.id, t.title)), '[]')
          from team t
          where t.id in (select team_id from team_tournament where tournament_id = k.id
                         union select team_a_id from match where tournament_id = k.id
                         union select team_b_id from match where tournament_id = k.id)))
      from (values (?::int)) k (id)`,
    values: [DECIDED_STATUSES, kickoff, match.id, match.tournament.id],
  };
}
