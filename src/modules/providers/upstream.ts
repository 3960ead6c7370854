import type { MatchStatus } from '#core/kernel/match-status.js';
import type { Period, ScorePair, Side, StatLineRecord } from '#core/season/season-record.js';
import type { UpstreamBudget } from './upstream-budget.js';

/**
 * What Touchline wants to know from providers of live data, in no provider's words.
 * - Ids are the provider's own, opaque strings; `source` of the provider is their namespace.
 * - Instants are ISO 8601 in UTC with milliseconds. Local days are `YYYY-MM-DD` in America/Sao_Paulo, in which the
 *   schedules are kept.
 * - Null means unknown, never zero.
 */
export interface FixtureUpstream {
  /** Namespace of the ids, as used in `external_ref`. */
  readonly source: 'vstats';

  /** The tournaments (one season of one competition) that the provider covers now. */
  listTournaments(options: UpstreamCall): Promise<UpstreamTournament[]>;

  /** Matches of the current week; usually without scores. */
  listWeek(tournamentId: string, options: UpstreamCall): Promise<UpstreamMatch[]>;

  /** All matches of the season, with the scores of those played. Some cups never have scores here. */
  listSeason(tournamentId: string, options: UpstreamCall): Promise<UpstreamMatch[]>;

  /** Description, officials and, once played, the statistics per half. Undefined for a match it does not know. */
  findMatch(matchId: string, options: UpstreamCall): Promise<UpstreamMatchDetails | undefined>;

  /**
   * Statistics of a played match from the smaller of the two sources: no officials and no goals per half. For matches
   * that are not played it fails with status 500, which is neither tried again nor held against the provider.
   */
  findPlayedStats(matchId: string, options: UpstreamCall): Promise<UpstreamPlayedStats | undefined>;

  /** Head-to-head, stage and venue, also of matches to come. Undefined for a match it does not know. */
  findPreview(matchId: string, options: UpstreamCall): Promise<UpstreamPreview | undefined>;

  /** All tables of a tournament; none before its first match or in a pure knock-out. */
  listStandings(tournamentId: string, options: UpstreamCall): Promise<UpstreamStandingTable[]>;

  /** Totals of a team's season; undefined when there are none. */
  findSeasonStats(
    team: { teamId: string; tournamentId: string },
    options: UpstreamCall,
  ): Promise<UpstreamSeasonStats | undefined>;

  findReferee(refereeId: string, options: UpstreamCall): Promise<UpstreamReferee | undefined>;

  /** Where the badge of a team lies, by its id alone: an address to link to, not checked and never fetched. */
  badgeAddress(teamId: string): string;
}

export interface BadgeUpstream {
  readonly source: 'thesportsdb';

  /** The badge of the men's soccer team of that name. Undefined when no answer surely is that team. */
  findBadge(team: BadgeQuery, options: UpstreamCall): Promise<UpstreamBadge | undefined>;
}

/** How one call may be made. Every method rejects with `UpstreamFailure` and with nothing else. */
export interface UpstreamCall {
  /**
   * Ends the call: waiting, retries and the request itself. Identical calls share one request, which goes on until
   * the last of its callers has left. Aborted by a timeout (`AbortSignal.timeout`) the failure is `exhausted-budget`.
   */
  signal: AbortSignal;
  /** Counts requests made for one piece of work; without it they are not bounded. */
  budget?: UpstreamBudget;
}

export interface UpstreamTournament {
  id: string;
  /** Same for all seasons. */
  competitionId: string | null;
  /** Known name before translated before formal name; never empty, without season. */
  name: string;
  /** English name of a country or region. */
  country: string | null;
  kind: 'league' | 'cup';
  /** First and last day, `YYYY-MM-DD`. */
  startDate: string | null;
  endDate: string | null;
}

export interface UpstreamTeam {
  id: string;
  /** As people say it: `Arsenal`. */
  name: string;
  officialName: string | null;
  shortName: string | null;
  /** Two to five capital letters. */
  code: string | null;
}

export interface UpstreamMatch {
  id: string;
  tournamentId: string | null;
  /** Null when only the day is known. */
  kickoffAt: string | null;
  localDate: string;
  home: UpstreamTeam;
  away: UpstreamTeam;
  /** Present only when both goals are known. In schedules a score means that the match was played. */
  score: ScorePair | null;
  /** Null where the source does not tell, as in schedules. */
  status: MatchStatus | null;
  /** Matchday, from 1. */
  week: number | null;
  stage: string | null;
  venue: string | null;
}

/** Numbers of one side in one period. */
export type UpstreamStatLine = StatLineRecord;
export type UpstreamPeriod = Period;
export type UpstreamSide = Side;

export interface UpstreamOfficial {
  /** Null when only the name is known. */
  id: string | null;
  name: string;
}

export interface UpstreamMatchDetails extends UpstreamMatch {
  /** Name of the competition, without season. */
  competitionName: string | null;
  /** After the first half, after 90 minutes; `score` is that after extra time, without penalty shoot-out. */
  halfTime: ScorePair | null;
  fullTime: ScorePair | null;
  /** The main referee. */
  referee: UpstreamOfficial | null;
  /**
   * Both sides in `full`, and in both halves where those are told apart. Empty without statistics, as before kickoff.
   */
  statLines: UpstreamStatLine[];
}

export interface UpstreamPlayedStats {
  score: ScorePair | null;
  /** As in `UpstreamMatchDetails`, but goals of a half are unknown. */
  statLines: UpstreamStatLine[];
}

/** Earlier meetings seen from the home team of the match asked for; at least one. */
export interface UpstreamHeadToHead {
  matches: number;
  homeWins: number;
  awayWins: number;
  draws: number;
  homeGoals: number | null;
  awayGoals: number | null;
  /** Ids of meetings the provider names, most often not all. */
  matchIds: string[];
}

export interface UpstreamPreview {
  matchId: string;
  tournamentId: string | null;
  stage: string | null;
  venue: string | null;
  /** In this competition; null when they never met. */
  headToHead: UpstreamHeadToHead | null;
  /** In any competition; null when they never met. */
  headToHeadAnyCompetition: UpstreamHeadToHead | null;
}

export type UpstreamStandingScope =
  'total' | 'home' | 'away' | 'first-half-total' | 'first-half-home' | 'first-half-away';

/** One table. A cup has one per group, told apart by `group` (from 0). */
export interface UpstreamStandingTable {
  scope: UpstreamStandingScope;
  group: number;
  rows: UpstreamStanding[];
}

export interface UpstreamStanding {
  team: UpstreamTeam;
  /** From 1. */
  position: number;
  points: number | null;
  played: number | null;
  won: number | null;
  drawn: number | null;
  lost: number | null;
  goalsFor: number | null;
  goalsAgainst: number | null;
  goalDifference: number | null;
  /** What the rank means: `UEFA Champions League`, `Relegation`. */
  zone: string | null;
  /** Results of the last matches as letters W, D, L in the provider's order. */
  lastSix: string | null;
}

/** Totals over a season, not means. */
export interface UpstreamSeasonStats {
  teamId: string;
  tournamentId: string;
  /** Matches played, at least 1; null when it can neither be read nor derived. */
  matches: number | null;
  goals: number | null;
  goalsConceded: number | null;
  corners: number | null;
  /** No provider tells it so far. */
  cornersConceded: number | null;
  /** Including blocked shots, as in statistics of a match. */
  shots: number | null;
  /** As given; whether blocked shots are in it is not documented. */
  shotsConceded: number | null;
  shotsOnTarget: number | null;
  shotsOnTargetConceded: number | null;
  yellowCards: number | null;
  redCards: number | null;
  fouls: number | null;
  saves: number | null;
}

export interface UpstreamRefereeSeason {
  tournamentId: string | null;
  competitionName: string | null;
  matches: number;
  yellowCards: number | null;
  redCards: number | null;
  fouls: number | null;
  /** Cards per match as the provider counts them. */
  averageCards: number | null;
  averageFouls: number | null;
}

export interface UpstreamReferee {
  id: string;
  name: string;
  /** One entry per tournament; they are not ordered. */
  seasons: UpstreamRefereeSeason[];
}

export interface BadgeQuery {
  /** What is asked for. */
  name: string;
  /** Other names under which the answer counts as the same team. */
  aliases?: readonly string[];
  /** English; where both sides know a country it has to agree. */
  country?: string | null;
}

export interface UpstreamBadge {
  teamId: string;
  teamName: string;
  /** https address of a picture. */
  url: string;
}

export type UpstreamFailureKind =
  /** No complete answer in time. */
  | 'timeout'
  /** No connection, or it broke. */
  | 'unreachable'
  /** An answer with a status other than success; see `status`. */
  | 'status'
  /** An answer that is not what the endpoint is known to answer. */
  | 'malformed'
  /** Not asked: the endpoint failed too often just now. */
  | 'open-circuit'
  /** Not asked: the caller's requests or time are used up, or the wait for its turn would be too long. */
  | 'exhausted-budget'
  /** The caller left. */
  | 'aborted';

/** Why a provider did not give an answer. The message names provider and endpoint, never a key or an answer's text. */
export class UpstreamFailure extends Error {
  override readonly name = 'UpstreamFailure';

  constructor(
    readonly kind: UpstreamFailureKind,
    readonly provider: string,
    /** Path below the provider's base address, without parameters. */
    readonly endpoint: string,
    readonly detail: {
      /** HTTP status, for kind `status`. */
      status?: number;
      /** How long the provider asked to be left alone. */
      retryAfterMs?: number;
      /** For kind `open-circuit`: how the endpoint failed the last time. */
      after?: UpstreamFailureKind;
      /** What exactly is wrong, fit for a log. */
      what?: string;
    } = {},
  ) {
    super(`${provider} ${endpoint}: ${detail.what ?? (detail.status ? `status ${detail.status}` : kind)}`);
  }

  /** True when the same call may well succeed in a moment. */
  get retryable(): boolean {
    if (this.kind === 'timeout' || this.kind === 'unreachable') return true;
    return this.kind === 'status' && (this.detail.status === 429 || (this.detail.status ?? 0) >= 500);
  }

  /** True when the provider is there and only this endpoint of it does not work. */
  get isAnswer(): boolean {
    const kind = this.kind === 'open-circuit' ? this.detail.after : this.kind;
    return kind === 'status' || kind === 'malformed';
  }
}
