import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Table } from '#platform/database/table.js';
import type { PlacedSponsor, PlacementRow, PlacementValues } from './sponsor.row.js';
import { SPONSOR } from './sponsors.repository.js';

const PLACEMENT = new Table<PlacementRow>('sponsor_sponsor_line', {
  id: 'id',
  sponsorId: 'sponsor_id',
  sponsorLineId: 'sponsor_line_id',
  position: 'position',
});

const PLACEMENTS = `select ${PLACEMENT.select('p')} from sponsor_sponsor_line p`;

@Injectable()
export class PlacementsRepository {
  constructor(private readonly em: EntityManager) {}

  async findById(id: number): Promise<PlacementRow | undefined> {
    return (await this.em.execute<PlacementRow[]>(`${PLACEMENTS} where p.id = ?`, [id])).at(0);
  }

  async find(sponsorId: number, sponsorLineId: number): Promise<PlacementRow | undefined> {
    const sql = `${PLACEMENTS} where p.sponsor_line_id = ? and p.sponsor_id = ?`;
    return (await this.em.execute<PlacementRow[]>(sql, [sponsorLineId, sponsorId])).at(0);
  }

  /** Line by line, each in its order. */
  async list(): Promise<PlacementRow[]> {
    return this.em.execute<PlacementRow[]>(`${PLACEMENTS} order by p.sponsor_line_id, p.position, p.id`);
  }

  /** Sponsors of the lines, each line in its order. */
  async listSponsors(sponsorLineIds: readonly number[]): Promise<(PlacedSponsor & { sponsorLineId: number })[]> {
    return this.em.execute<(PlacedSponsor & { sponsorLineId: number })[]>(
      `select ${SPONSOR.select('s')}, p.position, p.sponsor_line_id as "sponsorLineId"
       from sponsor_sponsor_line p join sponsor s on s.id = p.sponsor_id
       where p.sponsor_line_id = any(array[?]::int[]) order by p.position, p.id`,
      [sponsorLineIds],
    );
  }

  async insert(values: Partial<PlacementValues>): Promise<PlacementRow> {
    const { sql, params } = PLACEMENT.insert(values);
    return (await this.em.execute<PlacementRow[]>(sql, params))[0];
  }

  async update(id: number, values: Partial<PlacementValues>): Promise<PlacementRow | undefined> {
    const { sql, params } = PLACEMENT.update(id, values);
    return (await this.em.execute<PlacementRow[]>(sql, params)).at(0);
  }

  async delete(sponsorId: number, sponsorLineId: number): Promise<boolean> {
    const sql = 'delete from sponsor_sponsor_line where sponsor_line_id = ? and sponsor_id = ? returning id';
    return (await this.em.execute<object[]>(sql, [sponsorLineId, sponsorId])).length > 0;
  }
}
