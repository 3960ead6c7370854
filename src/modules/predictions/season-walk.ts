import { baseRates } from '#core/models/base-rates.js';
import { modelForecaster, uniformForecaster } from '#core/models/forecasters.js';
import { observationsBetween, type GoalObservations } from '#core/models/goal-observations.js';
import { Scorecard } from '#core/models/scorecard.js';
import {
  lastRefitDay,
  walkForward,
  type Forecaster,
  type ForecasterSpec,
  type WalkForwardMatch,
} from '#core/models/walk-forward.js';
import {
  type CompetitionHistory,
  dayOf,
  type FixtureRow,
  isPlayed,
  type SeasonFixtures,
  startOfDay,
} from './competition-history.js';
import type { PredictionDraft } from './prediction.row.js';
import { inputsDigest, MODEL, OPTIONS } from './trained-model.js';

/** Tuesday and Friday, before the midweek and the weekend matches. */
const REFIT_WEEKDAYS: readonly number[] = [2, 5];

interface WalkMatch extends WalkForwardMatch {
  fixture: FixtureRow;
}

/** The day whose morning a match is predicted from when it is predicted afterwards. */
export function refitDayOf({ kickoffMs }: FixtureRow): number {
  return lastRefitDay(dayOf(kickoffMs), REFIT_WEEKDAYS);
}

/**
 * Predicts the past matches of a season as they could have been predicted then, and scores the predictions of those that
 * have a result. Yields after every match, so that a caller can rest or stop; returns the predictions and the scores.
 */
export function* walkSeason(
  history: CompetitionHistory,
  season: SeasonFixtures,
): Generator<void, { drafts: PredictionDraft[]; card: Scorecard }, void> {
  const past = new Set(season.past);
  const specs = [
    modelForecaster(MODEL.id, MODEL, OPTIONS),
    uniformForecaster(),
    modelForecaster('base-rates', baseRates),
  ];
  const card = new Scorecard(specs.map(({ id }) => id));
  const drafts: PredictionDraft[] = [];
  const walk = walkForward<WalkMatch>(
    history.fixtures.map(asWalkMatch),
    specs.map((spec) => fittedAfresh(spec, history.results)),
    { include: ({ fixture }) => past.has(fixture), refitWeekdays: REFIT_WEEKDAYS },
  );
  for (const step of walk) {
    const { fixture } = step.match;
    const distribution = step.forecasts[0]?.distribution;
    if (distribution) {
      drafts.push({
        matchId: fixture.id,
        distribution,
        inputsDigest: inputsDigest(history, season, fixture, step.asOfDay),
        asOf: startOfDay(step.asOfDay),
        published: false,
      });
    }
    if (isPlayed(fixture)) card.add(step);
    yield;
  }
  return { drafts, card };
}

/** The walk knows fixtures from the list; their goals are read only to score forecasts, see `fittedAfresh`. */
function asWalkMatch(fixture: FixtureRow): WalkMatch {
  return {
    fixture,
    competition: '',
    day: dayOf(fixture.kickoffMs),
    season: fixture.season,
    home: fixture.homeId,
    away: fixture.awayId,
    homeGoals: fixture.homeGoals ?? 0,
    awayGoals: fixture.awayGoals ?? 0,
  };
}

/**
 * The forecaster, shown the results known on the morning of the refit instead of those of matches begun before it, and made
 * anew for every fit: what it says depends on these results alone, not on the fits before.
 */
function fittedAfresh(spec: ForecasterSpec, results: GoalObservations): ForecasterSpec {
  return {
    id: spec.id,
    create(competition) {
      let forecaster: Forecaster = spec.create(competition);
      return {
        refit(_, context) {
          forecaster = spec.create(competition);
          forecaster.refit(observationsBetween(results, -Infinity, context.asOfDay), context);
        },
        forecast: (match) => forecaster.forecast(match),
      };
    },
  };
}
