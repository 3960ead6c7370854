import { Injectable } from '@nestjs/common';
import { Unavailable } from '#core/kernel/domain-error.js';
import type { UpstreamCall, UpstreamTournament } from '../upstream.js';
import { UpstreamBudget } from '../upstream-budget.js';
import { FixtureResources, type WeekData } from './fixture-resources.js';
import { GroundRepository } from './ground.repository.js';
import { ageOf } from './resource.js';
import type { Condition, Refreshed } from './resource-refresher.js';
import { ResourcesRepository } from './resources.repository.js';
import { sideBySide } from './side-by-side.js';
import { TournamentStoreRepository } from './tournament-store.repository.js';

/** How well a list is known. */
export interface ListGround {
  /** Something in it is older than allowed, because the provider does not answer. */
  isStale: boolean;
  /** Titles of competitions that may have matches nobody told of. */
  missing: readonly string[];
}

export const COMPLETE_LIST: ListGround = { isStale: false, missing: [] };

/** How well the list of tournaments is known, and what the provider tells of them that has no table. */
export interface TournamentsGround extends ListGround {
  /** Whether the season begins in one calendar year and ends in the next, by the provider's id of the tournament. */
  spansTwoYears: ReadonlyMap<string, boolean>;
}

/** Below what the callers' routes allow, so that there is time left to answer. */
const TIME_MS = 8_000;
/** Twice per tournament, and second attempts. */
const REQUESTS = 120;
const WIDTH = 12;
const DAY_MS = 86_400_000;
/** Play-offs and postponed matches lie outside the dates of a season. */
const SLACK_DAYS = 21;
/** Days around today that the schedule of the current week may tell about. */
const WEEK_DAYS = 7;

@Injectable()
export class DayFreshness {
  constructor(
    private readonly fixtures: FixtureResources,
    private readonly resources: ResourcesRepository,
    private readonly ground: GroundRepository,
    private readonly tournaments: TournamentStoreRepository,
  ) {}

  /**
   * Makes the list of tournaments as fresh as the provider allows. Does nothing without a provider.
   * @throws Unavailable when the provider does not answer and no tournament is stored.
   */
  async ensureTournaments(signal?: AbortSignal): Promise<TournamentsGround> {
    if (!this.fixtures.isOn) return { ...COMPLETE_LIST, spansTwoYears: new Map() };
    const refreshed = await this.fixtures.tournaments(callOf(signal));
    if (refreshed.condition === 'missing' && !(await this.ground.hasTournaments())) throw unavailable(refreshed);
    const seasons = (await this.#listAll()).flatMap(({ id, startDate, endDate }) =>
      startDate && endDate ? [[id, startDate.slice(0, 4) !== endDate.slice(0, 4)] as const] : [],
    );
    return { ...groundOf(refreshed, 'all'), spansTwoYears: new Map(seasons) };
  }

  /**
   * Makes the matches of a day as fresh as the provider allows. Does nothing without a provider.
   * @param localDate `YYYY-MM-DD` in America/Sao_Paulo.
   * @param signal aborts when nobody waits any more.
   * @throws Unavailable when the provider does not answer and no match of that day is stored.
   */
  async ensureMatches(localDate: string, signal?: AbortSignal): Promise<ListGround> {
    if (!this.fixtures.isOn) return COMPLETE_LIST;
    const call = callOf(signal);
    const calendar = await this.fixtures.tournaments(call);
    const outcomes = [{ name: 'all', refreshed: calendar }];
    // Cups and international competitions know their teams best once those of the leagues are known.
    const listed = await this.#listCovering(localDate);
    for (const wave of [
      listed.filter(isDomesticLeague),
      listed.filter((tournament) => !isDomesticLeague(tournament)),
    ]) {
      const refreshed = await sideBySide(wave, WIDTH, (tournament) => this.#ensureDay(tournament, localDate, call));
      outcomes.push(...wave.map(({ name }, n) => ({ name, refreshed: refreshed[n] })));
    }
    const missing = outcomes.filter(({ refreshed }) => refreshed.condition === 'missing');
    if (missing.length > 0 && !(await this.ground.hasMatches(localDate))) throw unavailable(missing[0].refreshed);
    return {
      isStale: outcomes.some(({ refreshed }) => refreshed.condition === 'stale'),
      missing: missing.map(({ name }) => name),
    };
  }

  /** Tournaments that may have matches that day; all of them when the calendar has none for it. */
  async #listCovering(localDate: string): Promise<UpstreamTournament[]> {
    const listed = await this.#listAll();
    const day = Date.parse(localDate);
    const covering = listed.filter(({ startDate, endDate }) => {
      const isBefore = startDate !== null && day < Date.parse(startDate) - SLACK_DAYS * DAY_MS;
      const isAfter = endDate !== null && day > Date.parse(endDate) + SLACK_DAYS * DAY_MS;
      return !isBefore && !isAfter;
    });
    return covering.length > 0 ? covering : listed;
  }

  /** The tournaments of the calendar as it was told last. */
  async #listAll(): Promise<UpstreamTournament[]> {
    const key = this.fixtures.key('tournaments', 'all');
    return ((await this.resources.find([key])).of(key).data ?? []) as UpstreamTournament[];
  }

  /** The current week's schedule where it tells about that day, else that of the season. */
  async #ensureDay(tournament: UpstreamTournament, localDate: string, call: UpstreamCall): Promise<Refreshed> {
    const [season, week] = [this.fixtures.key('season', tournament.id), this.fixtures.key('week', tournament.id)];
    const known = await this.resources.find([season, week]);
    const isFresh = ageOf(known.of(season), Date.now()) === 'fresh';
    const isNear = !isFresh && Math.abs(Date.parse(localDate) - Date.now()) < WEEK_DAYS * DAY_MS;
    // A tournament that imports know too takes all fixtures at once, to recognise its teams by them.
    if (isNear && !(await this.#isShared(tournament))) {
      const refreshed = await this.fixtures.week(tournament, call);
      const told = (await this.resources.find([week])).of(week).data as WeekData | null;
      if (refreshed.condition === 'fresh' && told && told.from <= localDate && localDate <= told.to) return refreshed;
    }
    return this.fixtures.season(tournament, call, known.of(season));
  }

  async #isShared({ id }: UpstreamTournament): Promise<boolean> {
    return (await this.tournaments.find(this.fixtures.key('season', id).source, id))?.isShared ?? false;
  }
}

const isDomesticLeague = ({ kind, country }: UpstreamTournament): boolean => kind === 'league' && country !== null;

function callOf(signal: AbortSignal | undefined): UpstreamCall {
  const timeout = AbortSignal.timeout(TIME_MS);
  return { signal: signal ? AbortSignal.any([signal, timeout]) : timeout, budget: new UpstreamBudget(REQUESTS) };
}

const groundOf = ({ condition }: { condition: Condition }, name: string): ListGround => ({
  isStale: condition === 'stale',
  missing: condition === 'missing' ? [name] : [],
});

const unavailable = ({ failure }: Refreshed): Unavailable =>
  new Unavailable('PROVIDER_UNAVAILABLE', `The provider does not answer: ${failure?.message ?? 'no reason given'}`);
