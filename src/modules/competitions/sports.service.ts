import { Injectable } from '@nestjs/common';
import { Conflict, NotFound } from '#core/kernel/domain-error.js';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import { checkTexts } from '#core/kernel/texts.js';
import { explaining } from '#platform/database/constraints.js';
import { missingPreset, STILL_USED } from './references.js';
import type { NewSport, SportKind, SportOrder, SportRow, SportValues } from './sport.row.js';
import { SportsRepository } from './sports.repository.js';

const LONGEST = { title: 255 };

@Injectable()
export class SportsService {
  constructor(private readonly sports: SportsRepository) {}

  /** All sports, in alphabetical order. */
  list(): Promise<SportRow[]> {
    return this.sports.list();
  }

  /** Sports whose title contains `search`, in alphabetical order unless `range` says another one. */
  page(search: string | undefined, range: SortedRange<SportOrder>): Promise<Listing<SportRow>> {
    return this.sports.page(search, range);
  }

  /** Sports by their id; unknown ids have no entry. */
  async findByIds(ids: readonly number[]): Promise<Map<number, SportRow>> {
    return new Map((await this.sports.findByIds(ids)).map((sport) => [sport.id, sport]));
  }

  /** Throws NotFound. */
  async get(id: number): Promise<SportRow> {
    return found((await this.sports.findByIds([id])).at(0), id);
  }

  /** Sports whose matches start with this preset, in alphabetical order. */
  listByPreset(presetId: number): Promise<SportRow[]> {
    return this.sports.listByPreset(presetId);
  }

  /**
   * Unless its kind is given, it follows from the title. Throws Conflict for a title that is taken or a preset that does
   * not exist, Invalid for a text that is too long.
   */
  async create(values: NewSport): Promise<SportRow> {
    checkTexts(values, LONGEST);
    return explaining(broken(values), () => this.sports.insert({ kind: kindOf(values.title), ...values }));
  }

  /** Changes what is given. Throws NotFound, and as `create` does. */
  async update(id: number, values: Partial<SportValues>): Promise<SportRow> {
    checkTexts(values, LONGEST);
    return found(await explaining(broken(values), () => this.sports.update(id, values)), id);
  }

  /** Deletes it with its tournaments, teams, players, positions and their matches. Throws NotFound. */
  async delete(id: number): Promise<void> {
    const deleted = await explaining(STILL_USED, () => this.sports.delete(id));
    if (!deleted) throw new NotFound('Sport', id);
  }
}

function found(sport: SportRow | undefined, id: number): SportRow {
  if (!sport) throw new NotFound('Sport', id);
  return sport;
}

/** The rules of a sport are known by its usual English names. */
function kindOf(title: string): SportKind {
  if (/\bamerican football\b/i.test(title)) return 'american-football';
  return /\b(soccer|association football)\b/i.test(title) ? 'soccer' : 'other';
}

const broken = ({ title = '', scoreboardPresetId = null }: Partial<SportValues>) => ({
  sport_title_unique: () => new Conflict('SPORT_TITLE_TAKEN', `Sport ${title} already exists`, { title }),
  ...missingPreset(scoreboardPresetId),
});
