import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { teamCode } from '#core/soccer/team-code.js';
import type { MatchStatus } from '#core/kernel/match-status.js';
import type { Score } from '#modules/matches/index.js';
import type { AnalysedMatch, AnalysedTeam, AnalysedTournament, TeamBadge } from './analysis.types.js';

/** Dates and times of the analysis are those of this place. */
const ZONE = 'America/Sao_Paulo';
/** The fixture provider whose ids are public. */
const PROVIDER = 'vstats';

const publicId = (kind: 'team' | 'tournament', id: string): string =>
  `coalesce((select min(x.external_id) from external_ref x
             where x.source = '${PROVIDER}' and x.kind = '${kind}' and x.internal_id = ${id}), ${id}::text)`;

const teamJson = (t: string): string =>
  `json_build_object('id', ${t}.id, 'publicId', ${publicId('team', `${t}.id`)}, 'name', ${t}.title, 'code', ${t}.code,
                     'badgeUrl', nullif(${t}.team_logo_url, ''))`;

const TOURNAMENT_COLUMNS = `t.id, ${publicId('tournament', 't.id')} as "publicId", t.title, c.title as "competitionTitle",
  c.country, e.year as "seasonYear"`;

/** Analyses are for everybody, so of what everybody may see. */
const MATCHES = `
  select m.id, m.public_id as "publicId", m.version, m.status, m.week, m.venue, m.referee,
         to_char(m.kickoff_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "kickoffAt",
         to_char(m.kickoff_at at time zone '${ZONE}', 'YYYY-MM-DD') as "localDate",
         to_char(m.kickoff_at at time zone '${ZONE}', 'HH24:MI:SS') as "localTime",
         m.score_home as "scoreHome", m.score_away as "scoreAway", m.half_time_home as "halfTimeHome",
         m.half_time_away as "halfTimeAway", m.kickoff_at::text as "kickoff", t.competition_id as "competitionId",
         t.season_id as "seasonId",
         ${teamJson('h')} as home, ${teamJson('a')} as away,
         case when t.id is not null then
           (select row_to_json(r) from (select ${TOURNAMENT_COLUMNS}) r) end as tournament
  from match m
  join team h on h.id = m.team_a_id
  join team a on a.id = m.team_b_id
  left join tournament t on t.id = m.tournament_id
  left join season e on e.id = t.season_id
  left join competition c on c.id = t.competition_id
  join sport s on s.id = coalesce(t.sport_id, h.sport_id)
  where s.kind = 'soccer' and m.team_a_id <> m.team_b_id and not m.isprivate`;

type StoredTeam = Omit<AnalysedTeam, 'code'> & { code: string | null };
type StoredTournament = Omit<AnalysedTournament, 'kind' | 'spansTwoYears'>;

interface StoredMatch extends Omit<AnalysedMatch, 'home' | 'away' | 'tournament' | 'score'> {
  status: MatchStatus;
  scoreHome: number | null;
  scoreAway: number | null;
  halfTimeHome: number | null;
  halfTimeAway: number | null;
  kickoff: string;
  competitionId: number | null;
  seasonId: number | null;
  home: StoredTeam;
  away: StoredTeam;
  tournament: StoredTournament | null;
}

/** A match with what the other statements need to find its past. */
export interface AnalysisTarget {
  match: AnalysedMatch;
  /** As precise as the database. */
  kickoff: string;
  competitionId: number | null;
  seasonId: number | null;
}

@Injectable()
export class FixturesRepository {
  constructor(private readonly em: EntityManager) {}

  /** By kickoff. */
  async listOfDay(localDate: string): Promise<AnalysedMatch[]> {
    const rows = await this.em.execute<StoredMatch[]>(
      `${MATCHES} and m.kickoff_at >= (?::date)::timestamp at time zone '${ZONE}'
         and m.kickoff_at < (?::date + 1)::timestamp at time zone '${ZONE}'
       order by m.kickoff_at, m.id`,
      [localDate, localDate],
    );
    return rows.map((row) => target(row).match);
  }

  async find(matchPublicId: string): Promise<AnalysisTarget | undefined> {
    const sql = `${MATCHES} and m.public_id = ? and m.kickoff_at is not null`;
    const [row] = await this.em.execute<StoredMatch[]>(sql, [matchPublicId]);
    return row && target(row);
  }

  /** The latest season first, then by title. */
  async listTournaments(): Promise<AnalysedTournament[]> {
    const rows = await this.em.execute<(StoredTournament & { spansTwoYears: boolean | null })[]>(
      `select ${TOURNAMENT_COLUMNS}, y."spansTwoYears"
       from tournament t
       join season e on e.id = t.season_id
       join sport s on s.id = t.sport_id
       left join competition c on c.id = t.competition_id
       left join lateral (
         select extract(year from min(m.kickoff_at)) <> extract(year from max(m.kickoff_at)) as "spansTwoYears"
         from match m where m.tournament_id = t.id
       ) y on true
       where s.kind = 'soccer' and not t.isprivate
       order by e.year desc, t.title, t.id`,
    );
    return rows.map((row) => ({ ...row, kind: tournamentKind(row) }));
  }

  /** By public id before the name; the oldest of several teams of one name. */
  async findBadge(teamPublicId: string, name: string | undefined): Promise<TeamBadge | undefined> {
    const [row] = await this.em.execute<(TeamBadge['team'] & { url: string })[]>(
      `select t.id, ${publicId('team', 't.id')} as "publicId", t.title as name, t.team_logo_url as url
       from team t join sport s on s.id = t.sport_id
       where s.kind = 'soccer' and t.team_logo_url <> '' and (
         t.id = (select x.internal_id from external_ref x
                 where x.source = '${PROVIDER}' and x.kind = 'team' and x.external_id = ?)
         or t.id = ?::int or lower(t.title) = lower(?::text))
       order by lower(t.title) is not distinct from lower(?::text), t.id
       limit 1`,
      [teamPublicId, internalId(teamPublicId), name ?? null, name ?? null],
    );
    if (!row) return undefined;
    const { url, ...team } = row;
    return { team, url };
  }
}

/** The number that a public id may be, when the provider gave none. */
function internalId(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

function target({ kickoff, competitionId, seasonId, ...row }: StoredMatch): AnalysisTarget {
  const { scoreHome, scoreAway, halfTimeHome, halfTimeAway, home, away, tournament, ...match } = row;
  return {
    match: {
      ...match,
      score: score(scoreHome, scoreAway, halfTimeHome, halfTimeAway),
      home: withCode(home),
      away: withCode(away),
      tournament: tournament && { ...tournament, kind: tournamentKind(tournament) },
    },
    kickoff,
    competitionId,
    seasonId,
  };
}

function score(
  home: number | null,
  away: number | null,
  firstHome: number | null,
  firstAway: number | null,
): Score | null {
  if (home === null || away === null) return null;
  return {
    home,
    away,
    halfTime: firstHome === null || firstAway === null ? null : { home: firstHome, away: firstAway },
  };
}

function withCode(team: StoredTeam): AnalysedTeam {
  return { ...team, code: team.code ?? teamCode(team.name) };
}

/** No source tells the format of a competition, so its name decides; most languages have a word for cups. */
const CUP = /\b(super)?(cup|copa|coupe|coppa|pokal|taça|beker|trophy|shield|knockout)\b/iu;

function tournamentKind({ title, competitionTitle }: StoredTournament): 'league' | 'cup' {
  return CUP.test(competitionTitle ?? title) ? 'cup' : 'league';
}
