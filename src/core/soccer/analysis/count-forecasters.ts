import { createRandom } from '#core/kernel/random.js';
import { dixonColes, type DixonColesParams, type DixonColesOptions } from '#core/models/dixon-coles.js';
import { observationsBetween, toObservations, type GoalObservations } from '#core/models/goal-observations.js';
import { lastRefitDay } from '#core/models/walk-forward.js';
import { drawTotals, type StandardDraws, standardDraws } from './count-forecast.js';
import { type CountHistory, type CountMatch, isCounted } from './count-history.js';
import { type CountLaws, likeliestDispersion, negativeBinomialLaw } from './count-laws.js';
import { forecastFixture, POSTERIOR_DRAWS } from './count-market.js';
import { COUNT_TRAITS } from './count-traits.js';
import type { Metric } from './metric.js';
import { forecastTotal } from './over-under.js';

/** Forecasts one count of one competition's matches. Asked in the order of the matches. */
export interface CountForecaster {
  /** From what was known before the match's day; null when that was nothing. */
  forecast(match: CountMatch): CountLaws | null;
}

/** A named competitor. */
export interface CountForecasterSpec {
  readonly id: string;
  /** Whether its forecasts of matches nobody scores teach it something. */
  readonly learnsFromForecasts?: boolean;
  create(history: CountHistory, metric: Metric): CountForecaster;
}

/** Everybody does what the competition did on average in the last two years. */
export const leagueMeans: CountForecasterSpec = {
  id: 'league means, NB',
  create: (history, metric) => ({
    forecast(match) {
      const { home, away } = history.counts(match, metric);
      const known = [...home.keys()].filter((i) => !Number.isNaN(home[i] + away[i]));
      if (known.length === 0) return null;
      const law = (counts: readonly number[]): Float64Array => {
        const mean = Math.max(1e-3, counts.reduce((sum, count) => sum + count, 0) / counts.length);
        const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / Math.max(1, counts.length - 1);
        return negativeBinomialLaw(mean, Math.max(0, (variance - mean) / (mean * mean)));
      };
      return {
        home: law(known.map((i) => home[i])),
        away: law(known.map((i) => away[i])),
        total: law(known.map((i) => home[i] + away[i])),
      };
    },
  }),
};

/** Attack and defence of the count itself: as plain as the model of goals, with a little ridge. */
const RATINGS: Partial<DixonColesOptions> = {
  xi: 0.0018,
  windowDays: 1827,
  ridge: 3,
  opennessRidge: 3,
  newcomer: { attack: 0, defence: 0 },
  newcomerFade: 0,
};
/** Seasons before the present one from whose forecasts the dispersion is estimated. */
const DISPERSION_SEASONS = 4;

interface Rated {
  season: number;
  homeMean: number;
  awayMean: number;
  homeCount: number;
  awayCount: number;
}

/**
 * Maximum-a-posteriori attack and defence ratings, fitted every Tuesday and Friday, with Poisson counts and with negative
 * binomial ones: sides and total have the dispersion likeliest for its forecasts of the four seasons before.
 */
export function ratings(poissonId: string, negativeBinomialId: string): CountForecasterSpec[] {
  const walks = new WeakMap<CountHistory, Map<Metric, RatingsWalk>>();
  const walkOf = (history: CountHistory, metric: Metric): RatingsWalk => {
    const known = walks.get(history) ?? new Map<Metric, RatingsWalk>();
    walks.set(history, known);
    const walk = known.get(metric) ?? new RatingsWalk(history, metric);
    known.set(metric, walk);
    return walk;
  };
  const spec = (id: string, isDispersed: boolean): CountForecasterSpec => ({
    id,
    learnsFromForecasts: isDispersed,
    create(history, metric) {
      const walk = walkOf(history, metric);
      let dispersion = { season: NaN, side: 0, total: 0 };
      return {
        forecast(match) {
          const means = walk.means(match);
          if (isDispersed && dispersion.season !== match.season) {
            dispersion = { season: match.season, ...walk.dispersionsBefore(match.season) };
          }
          return (
            means && {
              home: negativeBinomialLaw(means.home, dispersion.side),
              away: negativeBinomialLaw(means.away, dispersion.side),
              total: negativeBinomialLaw(means.home + means.away, dispersion.total),
            }
          );
        },
      };
    },
  });
  return [spec(poissonId, false), spec(negativeBinomialId, true)];
}

interface Means {
  home: number;
  away: number;
}

class RatingsWalk {
  readonly #observations: GoalObservations;
  readonly #rated: Rated[] = [];
  #params: DixonColesParams | undefined;
  #latest: { match: CountMatch; means: Means | null } | undefined;

  constructor(
    history: CountHistory,
    private readonly metric: Metric,
  ) {
    this.#observations = toObservations(
      history.matches
        .filter((match) => isCounted(match, metric))
        .map(({ day, season, home, away, counts }) => {
          const [homeGoals, awayGoals] = counts[metric];
          return { day, season, home, away, homeGoals, awayGoals };
        }),
    );
  }

  means(match: CountMatch): Means | null {
    if (this.#latest?.match !== match) this.#latest = { match, means: this.#forecast(match) };
    return this.#latest.means;
  }

  #forecast({ day, season, home, away, counts }: CountMatch): Means | null {
    const asOfDay = lastRefitDay(day, [2, 5]);
    if (this.#params?.fit.asOfDay !== asOfDay) {
      const seen = observationsBetween(this.#observations, -Infinity, asOfDay);
      if (seen.day.length === 0) return null;
      this.#params = dixonColes.fit(seen, { asOfDay, season }, RATINGS, this.#params);
    }
    const means = dixonColes.predict(this.#params, { home, away });
    if (means.kind !== 'dixon-coles') return null;
    const [homeCount, awayCount] = counts[this.metric];
    if (!Number.isNaN(homeCount + awayCount)) {
      this.#rated.push({ season, homeMean: means.home, awayMean: means.away, homeCount, awayCount });
    }
    return { home: means.home, away: means.away };
  }

  dispersionsBefore(season: number): { side: number; total: number } {
    const rated = this.#rated.filter((each) => each.season < season && each.season >= season - DISPERSION_SEASONS);
    return {
      side: likeliestDispersion(
        rated.flatMap(({ homeCount, awayCount }) => [homeCount, awayCount]),
        rated.flatMap(({ homeMean, awayMean }) => [homeMean, awayMean]),
      ),
      total: likeliestDispersion(
        rated.map(({ homeCount, awayCount }) => homeCount + awayCount),
        rated.map(({ homeMean, awayMean }) => homeMean + awayMean),
      ),
    };
  }
}

/** What the analysis of a match says. The draws are those of one seed: they would differ from match to match. */
export function analysisForecaster(id: string): CountForecasterSpec {
  let draws: StandardDraws | undefined;
  return {
    id,
    create: (history, metric) => ({
      forecast(match) {
        draws ??= standardDraws(createRandom(id), POSTERIOR_DRAWS);
        const { forecast, law } = forecastFixture(
          history.league(match),
          history.counts(match, metric),
          {
            home: history.team(match.home),
            away: history.team(match.away),
            homeSample: history.sample(match, match.home, metric),
            awaySample: history.sample(match, match.away, metric),
          },
          metric,
          'full',
        );
        // Log-normal means make a count's variance mean + ((1 + dispersion) exp(spread^2) - 1) mean^2.
        const { sideDispersion } = COUNT_TRAITS[metric];
        const side = (mean: number, spread: number): Float64Array => {
          const variance = spread * spread + forecast.sharedSpread * forecast.sharedSpread;
          return negativeBinomialLaw(mean, (1 + sideDispersion) * Math.exp(variance) - 1);
        };
        const { cdf } = forecastTotal(law, drawTotals(forecast, draws));
        return {
          home: side(forecast.home, forecast.homeSpread),
          away: side(forecast.away, forecast.awaySpread),
          total: cdf.map((below, k) => (k === 0 ? below : below - cdf[k - 1])),
        };
      },
    }),
  };
}

/** The row to beat. */
export const RATINGS_ID = 'ratings, NB';
export const ANALYSIS_ID = 'analysis';

/** Weakest first. */
export function countForecasters(): CountForecasterSpec[] {
  return [leagueMeans, ...ratings('ratings, Poisson', RATINGS_ID), analysisForecaster(ANALYSIS_ID)];
}
