import {
  DIXON_COLES_DEFAULTS,
  dixonColes,
  type DixonColesOptions,
  type DixonColesParams,
} from '#core/models/dixon-coles.js';
import { canonicalJson, sha256 } from './canonical-json.js';
import type { CompetitionHistory, FixtureRow, SeasonFixtures } from './competition-history.js';
import type { ModelVersionDraft, PredictionDraft } from './prediction.row.js';

/** The model that is trained, and its options. */
export const MODEL = dixonColes;
export const OPTIONS: Readonly<DixonColesOptions> = DIXON_COLES_DEFAULTS;

const VERSION_DIGITS = 12;

/** A fit for one season, and the day from which it looks back. */
export interface SeasonFit {
  params: DixonColesParams;
  asOfDay: number;
}

/**
 * The model fitted on everything known up to the season's last result; for a season that goes on, on everything known. The
 * fit looks back from the day after that result: while nothing happens, nothing changes. It starts afresh, so that the
 * same results always give the same parameters.
 */
export function fitSeason(history: CompetitionHistory, season: SeasonFixtures): SeasonFit {
  const asOfDay = season.upcoming.length > 0 ? history.dayAfterLastResult : dayAfterSeason(history, season);
  const { season: year, roster } = season;
  return { params: MODEL.fit(history.results, { asOfDay, season: year, roster }, OPTIONS), asOfDay };
}

/** The fit as it is to be stored, without an evaluation. */
export function versionOf(
  history: CompetitionHistory,
  { tournamentId }: SeasonFixtures,
  { params, asOfDay }: SeasonFit,
): ModelVersionDraft {
  const seen = history.resultsBetween(asOfDay - OPTIONS.windowDays, asOfDay);
  const kickoffs = seen.map(({ kickoffMs }) => kickoffMs);
  return {
    modelId: MODEL.id,
    version: sha256(canonicalJson([OPTIONS, params])).slice(0, VERSION_DIGITS),
    tournamentId,
    options: OPTIONS,
    params,
    trainedFrom: kickoffs.length > 0 ? new Date(Math.min(...kickoffs)) : null,
    trainedTo: kickoffs.length > 0 ? new Date(Math.max(...kickoffs)) : null,
    trainedOn: params.fit.matches,
    evaluation: null,
  };
}

/**
 * SHA-256 over everything a prediction depends on: model, options, the day the fit looks back from, the fixture, the teams
 * of the season and every result known before that day. Equal digests mean equal distributions.
 */
export function inputsDigest(
  history: CompetitionHistory,
  { season, roster }: SeasonFixtures,
  { id, homeId, awayId }: FixtureRow,
  asOfDay: number,
): string {
  return sha256(
    canonicalJson({
      model: MODEL.id,
      options: OPTIONS,
      asOfDay,
      fixture: [id, homeId, awayId],
      season,
      roster,
      results: history.digestBefore(asOfDay),
    }),
  );
}

/** Predictions of fixtures to come. */
export function predictUpcoming(
  history: CompetitionHistory,
  season: SeasonFixtures,
  { params, asOfDay }: SeasonFit,
  fixtures: readonly FixtureRow[],
  now: Date,
): PredictionDraft[] {
  return fixtures.map((fixture) => ({
    matchId: fixture.id,
    distribution: MODEL.predict(params, { home: fixture.homeId, away: fixture.awayId }),
    inputsDigest: inputsDigest(history, season, fixture, asOfDay),
    asOf: now,
    published: true,
  }));
}

function dayAfterSeason(history: CompetitionHistory, { season }: SeasonFixtures): number {
  const { results } = history;
  const last = results.season.findLastIndex((year) => year === season);
  return last < 0 ? history.dayAfterLastResult : results.day[last] + 1;
}
