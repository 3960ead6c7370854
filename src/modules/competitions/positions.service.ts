import { Injectable } from '@nestjs/common';
import { Conflict, NotFound } from '#core/kernel/domain-error.js';
import { checkTexts } from '#core/kernel/texts.js';
import { explaining } from '#platform/database/constraints.js';
import type { NewPosition, PositionRow, PositionValues } from './position.row.js';
import { PositionsRepository } from './positions.repository.js';
import { missingReferences } from './references.js';

const LONGEST = { title: 50 };

/** Where players play. */
@Injectable()
export class PositionsService {
  constructor(private readonly positions: PositionsRepository) {}

  /** In alphabetical order. */
  list(): Promise<PositionRow[]> {
    return this.positions.list();
  }

  /** In alphabetical order; none for a sport that does not exist. */
  listBySport(sportId: number): Promise<PositionRow[]> {
    return this.positions.listBySports([sportId]);
  }

  /** The positions of several sports, in alphabetical order, by the sport's id; a sport without any has no entry. */
  async listBySports(sportIds: readonly number[]): Promise<Map<number, PositionRow[]>> {
    return Map.groupBy(await this.positions.listBySports(sportIds), ({ sportId }) => sportId ?? 0);
  }

  /** Positions by their id; unknown ids have no entry. */
  async findByIds(ids: readonly number[]): Promise<Map<number, PositionRow>> {
    return new Map((await this.positions.findByIds(ids)).map((position) => [position.id, position]));
  }

  /** Throws NotFound. */
  async get(id: number): Promise<PositionRow> {
    return found(await this.positions.find(id), id);
  }

  /** The position of exactly this title; of several sports' the oldest. Throws NotFound. */
  async getByTitle(title: string): Promise<PositionRow> {
    return found(title.includes('\0') ? undefined : await this.positions.findByTitle(title), title);
  }

  /** Throws Conflict for a title its sport has already or a sport that does not exist, Invalid for too long a title. */
  async create(values: NewPosition): Promise<PositionRow> {
    checkTexts(values, LONGEST);
    return explaining(broken(values), () => this.positions.insert(values));
  }

  /** Changes what is given. Throws NotFound, and as `create` does. */
  async update(id: number, values: Partial<PositionValues>): Promise<PositionRow> {
    checkTexts(values, LONGEST);
    return found(await explaining(broken(values), () => this.positions.update(id, values)), id);
  }

  /** Players who had it have none. Throws NotFound. */
  async delete(id: number): Promise<void> {
    if (!(await this.positions.delete(id))) throw new NotFound('Position', id);
  }
}

function found(position: PositionRow | undefined, id: number | string): PositionRow {
  if (!position) throw new NotFound('Position', id);
  return position;
}

const broken = (values: Partial<PositionValues>) => ({
  position_sport_title_unique: () =>
    new Conflict('POSITION_TITLE_TAKEN', `Position ${values.title ?? ''} already exists in this sport`, {
      title: values.title ?? null,
    }),
  ...missingReferences('position', values),
});
