import type { GoalObservations, TeamKey } from './goal-observations.js';
import type { ScoreDistribution } from './score-distribution.js';

/** A match to be predicted. */
export interface Fixture {
  home: TeamKey;
  away: TeamKey;
}

/** What every fit is told besides a model's own options. */
export interface FitContext {
  /**
   * The day from which the fit looks back, in days since 1970-01-01; observations on or after it are ignored.
   * Default: the day after the last observation.
   */
  asOfDay?: number;
  /** The season to be predicted, as the calendar year in which it starts. Default: that of the last observation. */
  season?: number;
  /**
   * Teams taking part in that season, known from the fixture list before a ball is kicked. Default: those observed in it.
   * Tells newcomers from the teams that stayed.
   */
  roster?: readonly TeamKey[];
}

/**
 * A model of the number of goals each side scores. `fit` and `predict` are pure; parameters are plain JSON with a
 * `schema` that names their layout, so that they can be stored and used again by any later version that knows it.
 */
export interface GoalModel<Params extends { schema: string }, Options = object> {
  readonly id: string;
  /** Parameters from the observations before `context.asOfDay`. `start` warms the search up and must not change the result. */
  fit(observations: GoalObservations, context?: FitContext, options?: Partial<Options>, start?: Params): Params;
  /** The joint distribution of the final score. Never throws for an unknown team. */
  predict(params: Params, fixture: Fixture): ScoreDistribution;
}
