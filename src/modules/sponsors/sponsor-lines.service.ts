import { Injectable } from '@nestjs/common';
import { Conflict, NotFound } from '#core/kernel/domain-error.js';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import { type Page, type Slice, sliceOf } from '#core/kernel/page.js';
import { checkTexts } from '#core/kernel/texts.js';
import { explaining } from '#platform/database/constraints.js';
import { PlacementsRepository } from './placements.repository.js';
import { SponsorLinesRepository } from './sponsor-lines.repository.js';
import type {
  PlacedSponsor,
  PlacementRow,
  PlacementValues,
  SponsorLineOrder,
  SponsorLineRow,
  SponsorLineValues,
  TitlePosition,
} from './sponsor.row.js';

const LONGEST = { title: 50 };

/** Groups of sponsors that are shown together, and who is in them. */
@Injectable()
export class SponsorLinesService {
  constructor(
    private readonly lines: SponsorLinesRepository,
    private readonly placements: PlacementsRepository,
  ) {}

  /** Throws NotFound. */
  async get(id: number): Promise<SponsorLineRow> {
    return found(await this.find(id), id);
  }

  async find(id: number): Promise<SponsorLineRow | undefined> {
    return (await this.lines.findByIds([id])).at(0);
  }

  /** Lines by their id; unknown ids have no entry. */
  async findByIds(ids: readonly number[]): Promise<Map<number, SponsorLineRow>> {
    return new Map((await this.lines.findByIds(ids)).map((line) => [line.id, line]));
  }

  /** All of them by title. */
  list(): Promise<SponsorLineRow[]> {
    return this.lines.list();
  }

  /** By title unless said otherwise. Throws Invalid for a search text of more than 100 characters. */
  page(text: string | undefined, range: SortedRange<SponsorLineOrder>): Promise<Listing<SponsorLineRow>> {
    return this.lines.page(text, range);
  }

  /** A page by title. */
  async slice(page: Page<TitlePosition>): Promise<Slice<SponsorLineRow>> {
    return sliceOf(await this.lines.slice(page), page);
  }

  /** How many lines there are. */
  count(): Promise<number> {
    return this.lines.count();
  }

  /** Hidden unless said otherwise. Throws Invalid for a text that is too long. */
  async create(values: Partial<SponsorLineValues>): Promise<SponsorLineRow> {
    checkTexts(values, LONGEST);
    return this.lines.insert({ isVisible: false, ...values });
  }

  /** Changes what is given. Throws NotFound; Invalid for a text that is too long. */
  async update(id: number, values: Partial<SponsorLineValues>): Promise<SponsorLineRow> {
    checkTexts(values, LONGEST);
    return found(await this.lines.update(id, values), id);
  }

  /** Teams, tournaments and matches that show it go on without a line; its sponsors stay. Throws NotFound. */
  async delete(id: number): Promise<void> {
    if (!(await this.remove(id))) throw new NotFound('Sponsor line', id);
  }

  /** As `delete`; tells whether there was one. */
  remove(id: number): Promise<boolean> {
    return this.lines.delete(id);
  }

  /** Sponsors of one line in its order; none for a line that does not exist. */
  async listSponsors(sponsorLineId: number): Promise<PlacedSponsor[]> {
    return (await this.listSponsorsByLines([sponsorLineId])).get(sponsorLineId) ?? [];
  }

  /** Sponsors by the id of their line, in its order. */
  async listSponsorsByLines(sponsorLineIds: readonly number[]): Promise<Map<number, PlacedSponsor[]>> {
    return Map.groupBy(await this.placements.listSponsors(sponsorLineIds), ({ sponsorLineId }) => sponsorLineId);
  }

  /** All placements, line by line. */
  listPlacements(): Promise<PlacementRow[]> {
    return this.placements.list();
  }

  /** Throws NotFound. */
  async getPlacement(id: number): Promise<PlacementRow> {
    return placed(await this.placements.findById(id), id);
  }

  /** Throws NotFound. */
  async getPlacementOf(sponsorId: number, sponsorLineId: number): Promise<PlacementRow> {
    return placed(await this.placements.find(sponsorId, sponsorLineId), `${sponsorId} in ${sponsorLineId}`);
  }

  /** Puts a sponsor into a line. Throws Conflict when it is in it already, or one of the two does not exist. */
  place(sponsorId: number, sponsorLineId: number, position = 1): Promise<PlacementRow> {
    const values = { sponsorId, sponsorLineId, position };
    return explaining(impossible(values), () => this.placements.insert(values));
  }

  /** Changes what is given. Throws NotFound; Conflict as `place`. */
  async updatePlacement(id: number, values: Partial<PlacementValues>): Promise<PlacementRow> {
    return placed(await explaining(impossible(values), () => this.placements.update(id, values)), id);
  }

  /** Takes a sponsor out of a line; tells whether it was in it. */
  withdraw(sponsorId: number, sponsorLineId: number): Promise<boolean> {
    return this.placements.delete(sponsorId, sponsorLineId);
  }
}

function found(line: SponsorLineRow | undefined, id: number): SponsorLineRow {
  if (!line) throw new NotFound('Sponsor line', id);
  return line;
}

function placed(placement: PlacementRow | undefined, id: number | string): PlacementRow {
  if (!placement) throw new NotFound('Sponsor in sponsor line', id);
  return placement;
}

const impossible = ({ sponsorId = 0, sponsorLineId = 0 }: Partial<PlacementValues>) => ({
  sponsor_sponsor_line_unique: () =>
    new Conflict('SPONSOR_ALREADY_IN_LINE', 'The sponsor is in this sponsor line already', {
      sponsorId,
      sponsorLineId,
    }),
  sponsor_sponsor_line_sponsor_id_foreign: () =>
    new Conflict('NO_SUCH_SPONSOR', `Sponsor ${sponsorId} does not exist`, { sponsorId }),
  sponsor_sponsor_line_sponsor_line_id_foreign: () =>
    new Conflict('NO_SUCH_SPONSOR_LINE', `Sponsor line ${sponsorLineId} does not exist`, { sponsorLineId }),
});
