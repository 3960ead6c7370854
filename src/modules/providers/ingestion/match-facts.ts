import type {
  UpstreamHeadToHead,
  UpstreamPreview,
  UpstreamReferee,
  UpstreamSeasonStats,
  UpstreamStanding,
  UpstreamStandingTable,
} from '../upstream.js';
import type { MatchData } from './fixture-resources.js';

/** What the provider tells of a match beyond what the tables of the domain hold. Null is unknown. */
export interface MatchFacts {
  /** Name of the competition's stage. */
  stage: string | null;
  headToHead: UpstreamHeadToHead | null;
  referee: RefereeFacts | null;
  home: TeamFacts;
  away: TeamFacts;
}

export interface TeamFacts {
  standing: { position: number; points: number; played: number; goalDifference: number } | null;
  /** Only for a team of whose matches nothing but results is known. */
  seasonTotals: UpstreamSeasonStats | null;
}

/** Cards and fouls are both sides' per match. */
export interface RefereeFacts {
  name: string;
  matches: number;
  seasonMatches: number;
  meanYellowCards: number | null;
  seasonMeanYellowCards: number | null;
  meanFouls: number | null;
}

export const NO_FACTS: MatchFacts = {
  stage: null,
  headToHead: null,
  referee: null,
  home: { standing: null, seasonTotals: null },
  away: { standing: null, seasonTotals: null },
};

/**
 * Earlier meetings in any competition. A summary that counts the match itself or comes from after it is not one of
 * earlier meetings; only the ids in it can tell.
 */
export function headToHeadOf(preview: UpstreamPreview | null, matchId: string): UpstreamHeadToHead | null {
  const meetings = preview?.headToHeadAnyCompetition ?? preview?.headToHead ?? null;
  return meetings && meetings.matches > 0 && !meetings.matchIds.includes(matchId) ? meetings : null;
}

export function stageOf(match: MatchData | null, preview: UpstreamPreview | null): string | null {
  return match?.stage ?? preview?.stage ?? null;
}

/** The referee's matches of this tournament, and those of all; the entries come in no order. */
export function refereeOf(referee: UpstreamReferee | null, tournamentId: string | null): RefereeFacts | null {
  if (!referee) return null;
  const here = referee.seasons.filter((season) => season.tournamentId === tournamentId);
  return {
    name: referee.name,
    matches: sum(here.map(({ matches }) => matches)),
    seasonMatches: sum(referee.seasons.map(({ matches }) => matches)),
    meanYellowCards: meanPerMatch(here, 'yellowCards'),
    seasonMeanYellowCards: meanPerMatch(referee.seasons, 'yellowCards'),
    meanFouls: meanPerMatch(here, 'fouls'),
  };
}

/** A team's row of the table it stands in; a cup has one table per group. */
export function standingOf(tables: readonly UpstreamStandingTable[], teamId: string | null): TeamFacts['standing'] {
  const row = tables.flatMap(({ rows }) => rows).find(({ team }) => team.id === teamId);
  return row && isComplete(row)
    ? { position: row.position, points: row.points, played: row.played, goalDifference: row.goalDifference }
    : null;
}

type CompleteStanding = UpstreamStanding & { points: number; played: number; goalDifference: number };

const isComplete = (row: UpstreamStanding): row is CompleteStanding =>
  row.points !== null && row.played !== null && row.goalDifference !== null;

/** Weighted by matches; tournaments that do not tell are left out. */
function meanPerMatch(seasons: UpstreamReferee['seasons'], count: 'yellowCards' | 'fouls'): number | null {
  const told = seasons.filter((season) => season[count] !== null);
  const matches = sum(told.map((season) => season.matches));
  return matches === 0 ? null : sum(told.map((season) => season[count] ?? 0)) / matches;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
