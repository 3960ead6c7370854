import { Injectable } from '@nestjs/common';
import { BadgeFreshness, type ProvidedBadge } from './badge-freshness.js';
import { DayFreshness, type ListGround, type TournamentsGround } from './day-freshness.js';
import type { SampleQuery } from './ground.repository.js';
import { MatchFreshness, type MatchGround } from './match-freshness.js';

/**
 * Asks the providers for what is needed and not fresh, before the database is read. Without providers every method returns
 * at once and the database is taken as it is.
 */
@Injectable()
export class Freshness {
  constructor(
    private readonly days: DayFreshness,
    private readonly matches: MatchFreshness,
    private readonly badges: BadgeFreshness,
  ) {}

  /** The tournaments. @throws Unavailable when the provider does not answer and there are none. */
  ofTournaments(signal?: AbortSignal): Promise<TournamentsGround> {
    return this.days.ensureTournaments(signal);
  }

  /**
   * The matches of a day (`YYYY-MM-DD` in America/Sao_Paulo) and, as far as time allows, the badges of their teams.
   * @throws Unavailable when the provider does not answer and no match of that day is stored.
   */
  async ofDay(localDate: string, signal?: AbortSignal): Promise<ListGround> {
    const ground = await this.days.ensureMatches(localDate, signal);
    await this.badges.ensureOfDay(localDate, signal);
    return ground;
  }

  /**
   * What the analysis of a match needs.
   * @throws NotFound when nobody knows the match; Unavailable when the provider does not answer and there is nothing to
   * fall back on.
   */
  ofMatch(publicId: string, sample: SampleQuery, signal?: AbortSignal): Promise<MatchGround> {
    return this.matches.ensure(publicId, sample, signal);
  }

  /**
   * The badge of a team that has none stored, by its public id, else by its name.
   * @throws Unavailable when the provider does not answer and nothing else leads to a badge.
   */
  findBadge(publicId: string, name: string | undefined, signal?: AbortSignal): Promise<ProvidedBadge | undefined> {
    return this.badges.find(publicId, name, signal);
  }
}
