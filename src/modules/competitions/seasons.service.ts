import { Injectable } from '@nestjs/common';
import { Conflict, Invalid, NotFound } from '#core/kernel/domain-error.js';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import { checkTexts } from '#core/kernel/texts.js';
import { explaining } from '#platform/database/constraints.js';
import { STILL_USED } from './references.js';
import type { NewSeason, SeasonOrder, SeasonRow, SeasonValues } from './season.row.js';
import { SeasonsRepository } from './seasons.repository.js';

export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2999;

/** Seasons, of which at most one is current. */
@Injectable()
export class SeasonsService {
  constructor(private readonly seasons: SeasonsRepository) {}

  /** All seasons, the latest first. */
  list(): Promise<SeasonRow[]> {
    return this.seasons.list();
  }

  /** Seasons whose description contains `search`, by year unless `range` says another order. */
  page(search: string | undefined, range: SortedRange<SeasonOrder>): Promise<Listing<SeasonRow>> {
    return this.seasons.page(search, range);
  }

  /** Throws NotFound. */
  async get(id: number): Promise<SeasonRow> {
    return found(await this.seasons.find(id), id);
  }

  /**
   * The season being played now: the one that says so, otherwise the one whose id the setting `season.current` holds,
   * otherwise that of this year; undefined when there is none of these.
   */
  async findCurrent(): Promise<SeasonRow | undefined> {
    return this.seasons.findCurrent();
  }

  /** Throws NotFound. */
  async getByYear(year: number): Promise<SeasonRow> {
    return found(await this.seasons.findByYear(year), year);
  }

  /**
   * A season that is created as the current one takes the flag from the season that had it.
   * Throws Conflict for a year that has a season, Invalid for a year outside 1900 to 2999.
   */
  create(values: NewSeason): Promise<SeasonRow> {
    check(values);
    return explaining(taken(values.year), () => this.#keepingOneCurrent(values, () => this.seasons.insert(values)));
  }

  /** Changes what is given. Throws NotFound, and as `create` does. */
  async update(id: number, values: Partial<SeasonValues>): Promise<SeasonRow> {
    check(values);
    return explaining(taken(values.year), () =>
      this.#keepingOneCurrent(values, async () => found(await this.seasons.update(id, values), id)),
    );
  }

  /** Deletes it with its tournaments and their matches. Throws NotFound. */
  async delete(id: number): Promise<void> {
    if (!(await this.deleteIfPresent(id))) throw new NotFound('Season', id);
  }

  /** `delete`, and tells whether there was such a season. */
  deleteIfPresent(id: number): Promise<boolean> {
    return explaining(STILL_USED, () => this.seasons.delete(id));
  }

  #keepingOneCurrent<T>({ isCurrent }: Partial<SeasonValues>, work: () => Promise<T>): Promise<T> {
    if (isCurrent !== true) return work();
    return this.seasons.transactional(async () => {
      await this.seasons.clearCurrent();
      return work();
    });
  }
}

function found(season: SeasonRow | undefined, id: number): SeasonRow {
  if (!season) throw new NotFound('Season', id);
  return season;
}

function check(values: Partial<SeasonValues>): void {
  checkTexts(values);
  const { year } = values;
  if (year === undefined || (Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR)) return;
  throw new Invalid('year', `year must be a whole number from ${FIRST_YEAR} to ${LAST_YEAR}`);
}

const taken = (year?: number) => ({
  season_year_unique: () => new Conflict('SEASON_YEAR_TAKEN', `Season ${year} already exists`, { year: year ?? null }),
});
