import type { MatchStatus } from '#core/kernel/match-status.js';
import type { ConfidenceLevel } from '#core/soccer/analysis/confidence.js';
import type { Metric, PerMetric } from '#core/soccer/analysis/metric.js';
import type { MetricSummary } from '#core/soccer/analysis/metric-summary.js';
import type { CountDistribution, OverUnder } from '#core/soccer/analysis/over-under.js';
import type { Score, StatPeriod } from '#modules/matches/index.js';

/** `publicId` is opaque: the id the fixture provider gave, else our own number in decimal. */
export interface AnalysedTeam {
  id: number;
  publicId: string;
  name: string;
  /** Two to four characters. */
  code: string;
  badgeUrl: string | null;
}

/** One season of a soccer competition. */
export interface AnalysedTournament {
  id: number;
  publicId: string;
  /** As stored; may or may not name the season. */
  title: string;
  /** Null for a tournament that belongs to no competition. */
  competitionTitle: string | null;
  /** English name. */
  country: string | null;
  /** Calendar year in which the season starts. */
  seasonYear: number;
  /** True when its matches lie in two calendar years; null without a dated match. */
  spansTwoYears: boolean | null;
  kind: 'league' | 'cup';
}

export interface AnalysedMatch {
  id: number;
  publicId: string;
  /** Last version in the match's journal: grows with every change of the match's data. */
  version: number;
  /** ISO 8601, UTC, milliseconds. */
  kickoffAt: string;
  /** `YYYY-MM-DD` in America/Sao_Paulo. */
  localDate: string;
  /** `HH:MM:SS` in America/Sao_Paulo. */
  localTime: string;
  status: MatchStatus;
  score: Score | null;
  week: number | null;
  venue: string | null;
  referee: string | null;
  /** Null for a match of no tournament. */
  tournament: Omit<AnalysedTournament, 'spansTwoYears'> | null;
  home: AnalysedTeam;
  away: AnalysedTeam;
}

export type SampleVenue = 'home' | 'away';

/** Which matches of each team are looked at, and which part of them. */
export interface SampleRequest {
  /** At most this many matches of each team, the latest; a whole number from 1 to `LARGEST_SAMPLE`. */
  limit: number;
  period: StatPeriod;
  /** Only matches the home team of the analysed match played there; null is all. */
  homeVenue: SampleVenue | null;
  /** The same for the away team. */
  awayVenue: SampleVenue | null;
}

/** What a team did and what was done to it. */
export interface MetricSides {
  for: MetricSummary;
  against: MetricSummary;
}

export type FormResult = 'W' | 'D' | 'L';

export interface SampledMatch {
  id: number;
  publicId: string;
  /** America/Sao_Paulo. */
  localDate: string;
  /** exp(-0.0065 x days before the analysed match), above 0 and at most 1. */
  weight: number;
}

export interface TeamStatistics {
  team: AnalysedTeam;
  /** Length of `sample`. */
  sampleSize: number;
  metrics: PerMetric<MetricSides>;
  /** Full-time results of the sample, the most recent first. */
  recentForm: FormResult[];
  /** The most recent first. */
  sample: SampledMatch[];
}

export interface TeamStandingBefore {
  /** From 1. */
  position: number;
  points: number;
  played: number;
  goalDifference: number;
}

export interface TeamContext {
  /** Local days since the last match, in any competition; null without one. */
  restDays: number | null;
  /** Matches of any competition that kicked off in the 7 and 14 days before; each includes the former. */
  matchesIn7Days: number;
  matchesIn14Days: number;
  /** In the analysed match's tournament at its kickoff; null before the tournament's first result. */
  standing: TeamStandingBefore | null;
}

/** All earlier meetings of the two teams, in any competition, seen from the analysed match's home team. */
export interface HeadToHead {
  /** At least 1. */
  matches: number;
  homeWins: number;
  draws: number;
  awayWins: number;
  /** Of both sides per match. */
  meanGoals: number;
}

/** Before the analysed match. Cards and fouls are both sides' per match. */
export interface RefereeRecord {
  name: string;
  /** Matches of the tournament, and of all tournaments of its season and country. */
  matches: number;
  seasonMatches: number;
  /** Null where no match tells. */
  meanYellowCards: number | null;
  seasonMeanYellowCards: number | null;
  meanFouls: number | null;
}

/**
 * What changed the numbers besides the sample itself. `full-time-fallback`: a half was asked for, and a metric counts whole
 * matches because some match of the sample tells no more. `season-totals`: a team without a usable match is
 * known by the totals of its season. `stale-data`: something is older than allowed, because the provider does not answer.
 * `reduced-sample`: matches were left out because the provider did not tell their statistics. `opponents`: expected values allow for the strength of the teams
 * in the sample. `referee`: cards and fouls allow for the referee. Rest and earlier meetings are told but change nothing:
 * no effect was found (docs/adr/0007-match-analysis.md).
 */
export const ADJUSTMENTS = [
  'full-time-fallback',
  'season-totals',
  'stale-data',
  'reduced-sample',
  'opponents',
  'referee',
] as const;
export type Adjustment = (typeof ADJUSTMENTS)[number];

export interface MatchContext {
  home: TeamContext;
  away: TeamContext;
  /** Name of the competition's stage, when a provider tells it. */
  stage: string | null;
  /** In the order of `ADJUSTMENTS`. The statistics have neither `opponents` nor `referee`. */
  adjustments: Adjustment[];
}

export interface MatchStatistics {
  match: AnalysedMatch;
  request: SampleRequest;
  home: TeamStatistics;
  away: TeamStatistics;
  /** The period that each metric's numbers are of: the one asked for, or `full` after a fallback. */
  periods: PerMetric<StatPeriod>;
  /** The smaller of the two samples; may be 0. */
  sampleSize: number;
  /** Whether `sampleSize` is at least 3. */
  enoughMatches: boolean;
  context: MatchContext;
  headToHead: HeadToHead | null;
  referee: RefereeRecord | null;
}

export interface Expectation {
  /** Counts of the metric's period, above 0, not rounded; home + away = total exactly up to floating point. */
  value: number;
  /** 0.05 to 0.95, not rounded: one minus the half-width of the 90 % interval of the value, relative to the value. */
  confidence: number;
  /** high from 0.7, medium from 0.5. */
  level: ConfidenceLevel;
}

export interface ExpectedCounts {
  home: Expectation;
  away: Expectation;
  total: Expectation;
}

/** Chances of both sides' total, with the intervals and lines they were read from. */
export interface OverUnderMarket extends OverUnder {
  metric: Metric;
  /** Goals of a whole match are `dixon-coles`; others are what their dispersion makes them. */
  distribution: CountDistribution;
  /** Of the total: variance = mean + dispersion x mean^2; above 0 negative binomial, below 0 binomial. */
  dispersion: number;
  /** The same values as in `ExpectedCounts`. */
  mean: number;
  homeMean: number;
  awayMean: number;
  /** Level of all intervals. */
  intervalLevel: number;
  /** Of the expected total. */
  confidence: number;
  level: ConfidenceLevel;
}

export interface MatchAnalysis extends MatchStatistics {
  expected: PerMetric<ExpectedCounts>;
  overUnder: PerMetric<OverUnderMarket>;
}

export interface TeamBadge {
  team: Pick<AnalysedTeam, 'id' | 'publicId' | 'name'>;
  /** As stored with the team. */
  url: string;
}
