import type { MatchStatus } from '#core/kernel/match-status.js';
import { lowerBound, toObservations, type GoalObservations } from '#core/models/goal-observations.js';
import { canonicalJson, sha256 } from './canonical-json.js';

const MS_PER_DAY = 86_400_000;

/**
 * A result counts as known this long after kickoff: 90 minutes, the break, stoppages, extra time and a shoot-out. A match
 * that ends after midnight UTC is therefore no news to a fit as of that midnight.
 */
const LONGEST_MATCH_MS = 3 * 3_600_000;

/** Never played under this fixture, or decided elsewhere. */
const NOT_PLAYED: readonly MatchStatus[] = ['postponed', 'cancelled', 'awarded'];

/** A match of a competition, as training reads it. */
export interface FixtureRow {
  id: number;
  tournamentId: number;
  /** Calendar year in which the season starts. */
  season: number;
  homeId: number;
  awayId: number;
  status: MatchStatus;
  /** Milliseconds since 1970. */
  kickoffMs: number;
  homeGoals: number | null;
  awayGoals: number | null;
}

/** A match with a result that models may learn from. */
export interface PlayedFixture extends FixtureRow {
  homeGoals: number;
  awayGoals: number;
}

/** One season of a competition at a moment. */
export interface SeasonFixtures {
  tournamentId: number;
  season: number;
  /** Ids of the teams taking part, known from the fixture list, in ascending order. */
  roster: number[];
  /** Kickoff is over: played, being played, or broken off. */
  past: FixtureRow[];
  /** To be played, kickoff still to come. */
  upcoming: FixtureRow[];
}

/** The UTC day of a moment, in days since 1970. */
export function dayOf(milliseconds: number): number {
  return Math.floor(milliseconds / MS_PER_DAY);
}

/** The first moment of a UTC day. */
export function startOfDay(day: number): Date {
  return new Date(day * MS_PER_DAY);
}

/** True for a match on the field until the end: models learn from it. What a ruling has decided tells nothing about the teams. */
export function isPlayed(fixture: FixtureRow): fixture is PlayedFixture {
  return fixture.status === 'finished' && fixture.homeGoals !== null && fixture.awayGoals !== null;
}

/**
 * All seasons of one competition as they stand at a moment: what has been played, when each result was known, and what
 * is still to come.
 */
export class CompetitionHistory {
  /** Ordered by kickoff. */
  readonly fixtures: readonly FixtureRow[];
  /** Every result so far, by the UTC day it was known. */
  readonly results: GoalObservations;
  /** In the order of the seasons. */
  readonly seasons: readonly SeasonFixtures[];
  private readonly played: readonly PlayedFixture[];
  /** Entry i covers the first i results. */
  private readonly digests: readonly string[];

  constructor(rows: readonly FixtureRow[], now: Date) {
    const nowMs = now.getTime();
    this.fixtures = rows.toSorted((a, b) => a.kickoffMs - b.kickoffMs || a.id - b.id);
    this.played = this.fixtures
      .filter(isPlayed)
      .filter(({ kickoffMs }) => kickoffMs <= nowMs)
      .toSorted((a, b) => knownDay(a) - knownDay(b) || a.id - b.id);
    this.results = toObservations(
      this.played.map((match) => ({
        day: knownDay(match),
        season: match.season,
        home: match.homeId,
        away: match.awayId,
        homeGoals: match.homeGoals,
        awayGoals: match.awayGoals,
      })),
    );
    this.digests = rollingDigests(this.played);
    this.seasons = [...Map.groupBy(this.fixtures, ({ tournamentId }) => tournamentId).values()]
      .map((fixtures) => seasonOf(fixtures, nowMs))
      .toSorted((a, b) => a.season - b.season || a.tournamentId - b.tournamentId);
  }

  /** The day after the last result: a fit as of it has seen everything. 1 when there is none. */
  get dayAfterLastResult(): number {
    return (this.results.day.at(-1) ?? 0) + 1;
  }

  /** Digest of every result known before a day. */
  digestBefore(day: number): string {
    return this.digests[lowerBound(this.results.day, day)];
  }

  /** Results known on the days fromDay <= day < beforeDay, the earliest first. */
  resultsBetween(fromDay: number, beforeDay: number): readonly PlayedFixture[] {
    return this.played.slice(lowerBound(this.results.day, fromDay), lowerBound(this.results.day, beforeDay));
  }
}

/** The UTC day on which the result of a match is taken to be known. */
export function knownDay({ kickoffMs }: FixtureRow): number {
  return dayOf(kickoffMs + LONGEST_MATCH_MS);
}

function seasonOf(fixtures: readonly FixtureRow[], nowMs: number): SeasonFixtures {
  const [{ tournamentId, season }] = fixtures;
  const teams = new Set(fixtures.flatMap(({ homeId, awayId }) => [homeId, awayId]));
  return {
    tournamentId,
    season,
    roster: [...teams].toSorted((a, b) => a - b),
    past: fixtures.filter(({ kickoffMs, status }) => kickoffMs <= nowMs && !NOT_PLAYED.includes(status)),
    upcoming: fixtures.filter(({ kickoffMs, status }) => kickoffMs > nowMs && status === 'scheduled'),
  };
}

function rollingDigests(played: readonly PlayedFixture[]): string[] {
  const digests = [sha256('')];
  for (const match of played) {
    const { id, season, homeId, awayId, homeGoals, awayGoals } = match;
    const line = canonicalJson([id, knownDay(match), season, homeId, awayId, homeGoals, awayGoals]);
    digests.push(sha256(`${digests[digests.length - 1]} ${line}`));
  }
  return digests;
}
