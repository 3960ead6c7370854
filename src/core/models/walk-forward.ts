import type { OutcomeProbabilities } from '#core/stats/scoring-rules.js';
import {
  observationsBetween,
  toObservations,
  type GoalObservations,
  type MatchObservation,
  type TeamKey,
} from './goal-observations.js';
import type { FitContext, Fixture } from './model.js';
import type { ScoreDistribution } from './score-distribution.js';

/** Decimal prices of home win, draw and away win. */
export interface MatchWinnerPrices {
  home: number;
  draw: number;
  away: number;
  /** True for the last prices before kickoff, false for earlier ones. */
  closing: boolean;
}

/** A finished match with what was known before it. */
export interface WalkForwardMatch extends MatchObservation {
  competition: string;
  odds?: MatchWinnerPrices | null;
}

/** What a forecaster is shown of a match: everything but the result. */
export interface UpcomingMatch extends Fixture {
  day: number;
  season: number;
  competition: string;
  odds: MatchWinnerPrices | null;
}

export interface Forecast {
  outcome: OutcomeProbabilities;
  /** The whole distribution of the score where the forecaster has one. */
  distribution: ScoreDistribution | null;
}

/** One competitor in one competition. */
export interface Forecaster {
  /** Called with every observation before `context.asOfDay`, and before the forecasts that are to be made from them. */
  refit(history: GoalObservations, context: Required<FitContext>): void;
  /** Null when it has nothing to say about this match. */
  forecast(match: UpcomingMatch): Forecast | null;
}

/** A named competitor; `create` is called once per competition. */
export interface ForecasterSpec {
  readonly id: string;
  create(competition: string): Forecaster;
}

export interface MatchForecasts<Match extends WalkForwardMatch = WalkForwardMatch> {
  match: Match;
  /** The day whose morning the forecasts were made from: results of that day and later were not seen. */
  asOfDay: number;
  /** In the order of the forecasters. */
  forecasts: (Forecast | null)[];
}

export interface WalkForwardOptions<Match extends WalkForwardMatch = WalkForwardMatch> {
  /** Which matches to forecast; all of them by default. The others still serve as history. */
  include?: (match: Match) => boolean;
  /** Days of the week on which everything is fitted anew, 0 = Sunday. Default Tuesday and Friday. */
  refitWeekdays?: readonly number[];
}

const TUESDAY_AND_FRIDAY: readonly number[] = [2, 5];

/** Day of the week of a day number, 0 = Sunday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The last day up to and including `day` that falls on one of the weekdays. RangeError when there is none. */
export function lastRefitDay(day: number, weekdays: readonly number[]): number {
  for (let back = 0; back < 7; back++) if (weekdays.includes(weekdayOf(day - back))) return day - back;
  throw new RangeError('at least one weekday 0..6 is needed');
}

/** One competition's matches as columns, its season rosters, and where its forecasters stand. */
class CompetitionWalk {
  private readonly observations: GoalObservations;
  private readonly rosters = new Map<number, Set<TeamKey>>();
  private readonly forecasters: Forecaster[];
  private fittedFor = '';

  constructor(competition: string, matches: readonly WalkForwardMatch[], specs: readonly ForecasterSpec[]) {
    this.observations = toObservations(matches);
    this.forecasters = specs.map((spec) => spec.create(competition));
    for (const { season, home, away } of matches) {
      const roster = this.rosters.get(season) ?? new Set<TeamKey>();
      this.rosters.set(season, roster.add(home).add(away));
    }
  }

  forecast(match: WalkForwardMatch, asOfDay: number): (Forecast | null)[] {
    const fitKey = `${asOfDay} ${match.season}`;
    if (fitKey !== this.fittedFor) {
      const history = observationsBetween(this.observations, -Infinity, asOfDay);
      const roster = [...(this.rosters.get(match.season) ?? [])];
      for (const forecaster of this.forecasters) forecaster.refit(history, { asOfDay, season: match.season, roster });
      this.fittedFor = fitKey;
    }
    const { day, season, competition, home, away, odds = null } = match;
    return this.forecasters.map((each) => each.forecast({ day, season, competition, home, away, odds }));
  }
}

/**
 * Forecasts every match as it could have been forecast then. `matches` are sorted by day (RangeError otherwise) and may
 * mix competitions; each is fitted on its own. On every refit day the forecasters see the results before that day and
 * nothing else, and a match is forecast from the last refit day up to its own day, so a result can change only forecasts
 * of later days. The teams taking part in a season are taken as known from its fixture list.
 * Lazy: the caller draws one match at a time, and can report progress or stop.
 */
export function* walkForward<Match extends WalkForwardMatch>(
  matches: readonly Match[],
  forecasters: readonly ForecasterSpec[],
  options: WalkForwardOptions<Match> = {},
): Generator<MatchForecasts<Match>, void, void> {
  const { include = () => true, refitWeekdays = TUESDAY_AND_FRIDAY } = options;
  for (let m = 1; m < matches.length; m++) {
    if (matches[m].day < matches[m - 1].day) throw new RangeError(`match ${m} is out of order: sort by day first`);
  }
  const walks = new Map<string, CompetitionWalk>();
  for (const [competition, own] of Map.groupBy(matches, (match) => match.competition)) {
    walks.set(competition, new CompetitionWalk(competition, own, forecasters));
  }
  for (const match of matches) {
    if (!include(match)) continue;
    const asOfDay = lastRefitDay(match.day, refitWeekdays);
    yield { match, asOfDay, forecasts: walks.get(match.competition)!.forecast(match, asOfDay) };
  }
}
