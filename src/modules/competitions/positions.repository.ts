import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Table } from '#platform/database/table.js';
import type { PositionRow, PositionValues } from './position.row.js';

const POSITION = new Table<PositionRow>('position', {
  id: 'id',
  title: 'title',
  sportId: 'sport_id',
  category: 'category',
});

@Injectable()
export class PositionsRepository {
  constructor(private readonly em: EntityManager) {}

  /** In alphabetical order. */
  async list(): Promise<PositionRow[]> {
    return this.#read('true order by p.title, p.id', []);
  }

  /** In alphabetical order. */
  async listBySports(sportIds: readonly number[]): Promise<PositionRow[]> {
    return this.#read('p.sport_id = any(array[?]::int[]) order by p.title, p.id', [sportIds]);
  }

  async find(id: number): Promise<PositionRow | undefined> {
    return (await this.#read('p.id = ?', [id])).at(0);
  }

  async findByIds(ids: readonly number[]): Promise<PositionRow[]> {
    return this.#read('p.id = any(array[?]::int[])', [ids]);
  }

  /** The oldest of this title. */
  async findByTitle(title: string): Promise<PositionRow | undefined> {
    return (await this.#read('p.title = ? order by p.id limit 1', [title])).at(0);
  }

  async insert(values: Partial<PositionValues>): Promise<PositionRow> {
    const { sql, params } = POSITION.insert(values);
    return (await this.em.execute<PositionRow[]>(sql, params))[0];
  }

  async update(id: number, values: Partial<PositionValues>): Promise<PositionRow | undefined> {
    const { sql, params } = POSITION.update(id, values);
    return (await this.em.execute<PositionRow[]>(sql, params)).at(0);
  }

  async delete(id: number): Promise<boolean> {
    return (await this.em.execute<object[]>('delete from position where id = ? returning id', [id])).length > 0;
  }

  async #read(condition: string, params: unknown[]): Promise<PositionRow[]> {
    return this.em.execute<PositionRow[]>(`select ${POSITION.select('p')} from position p where ${condition}`, params);
  }
}
