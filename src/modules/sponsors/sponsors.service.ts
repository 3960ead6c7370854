import { Injectable } from '@nestjs/common';
import { NotFound } from '#core/kernel/domain-error.js';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import { type Page, type Slice, sliceOf } from '#core/kernel/page.js';
import { checkTexts } from '#core/kernel/texts.js';
import type { NewSponsor, SponsorOrder, SponsorRow, SponsorValues, TitlePosition } from './sponsor.row.js';
import { SponsorsRepository } from './sponsors.repository.js';

const LONGEST = { title: 50, logoUrl: 255 };

/** Who pays for teams, tournaments and matches, and is shown beside them. */
@Injectable()
export class SponsorsService {
  constructor(private readonly sponsors: SponsorsRepository) {}

  /** Throws NotFound. */
  async get(id: number): Promise<SponsorRow> {
    return found((await this.sponsors.findByIds([id])).at(0), id);
  }

  async find(id: number): Promise<SponsorRow | undefined> {
    return (await this.sponsors.findByIds([id])).at(0);
  }

  /** Sponsors by their id; unknown ids have no entry. */
  async findByIds(ids: readonly number[]): Promise<Map<number, SponsorRow>> {
    return new Map((await this.sponsors.findByIds(ids)).map((sponsor) => [sponsor.id, sponsor]));
  }

  /** All of them by title. */
  list(): Promise<SponsorRow[]> {
    return this.sponsors.list();
  }

  /** By title unless said otherwise; `text` is part of the title, in any case. Throws Invalid for a text of more than 100 characters. */
  page(text: string | undefined, range: SortedRange<SponsorOrder>): Promise<Listing<SponsorRow>> {
    return this.sponsors.page(text, range);
  }

  /** A page by title. Throws Invalid for a search text of more than 100 characters. */
  async slice(text: string | undefined, page: Page<TitlePosition>): Promise<Slice<SponsorRow>> {
    return sliceOf(await this.sponsors.slice(text, page), page);
  }

  /** How many sponsors all pages of this search have together. */
  count(text: string | undefined): Promise<number> {
    return this.sponsors.count(text);
  }

  /** The logo is shown in its usual size unless said otherwise. Throws Invalid for a text that is too long. */
  async create(values: NewSponsor): Promise<SponsorRow> {
    checkTexts(values, LONGEST);
    return this.sponsors.insert({ scaleLogo: 1, ...values });
  }

  /** Changes what is given. Throws NotFound; Invalid for a text that is too long. */
  async update(id: number, values: Partial<SponsorValues>): Promise<SponsorRow> {
    checkTexts(values, LONGEST);
    return found(await this.sponsors.update(id, values), id);
  }

  /** Teams, tournaments and matches that show it go on without a sponsor, and lines lose it. Throws NotFound. */
  async delete(id: number): Promise<void> {
    if (!(await this.remove(id))) throw new NotFound('Sponsor', id);
  }

  /** As `delete`; tells whether there was one. */
  remove(id: number): Promise<boolean> {
    return this.sponsors.delete(id);
  }
}

function found(sponsor: SponsorRow | undefined, id: number): SponsorRow {
  if (!sponsor) throw new NotFound('Sponsor', id);
  return sponsor;
}
