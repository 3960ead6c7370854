import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { type Statement, Table } from '#platform/database/table.js';
import type { SettingRow, SettingValues } from './setting.row.js';

/** As the driver reads it. */
type StoredSetting = Omit<SettingRow, 'updatedAt'> & { updatedAt: string | Date };

const SETTING = new Table<StoredSetting>('global_setting', {
  id: 'id',
  key: 'key',
  value: 'value',
  valueType: 'value_type',
  category: 'category',
  description: 'description',
  updatedAt: 'updated_at',
});

const SETTINGS = `select ${SETTING.select('s')} from global_setting s`;

@Injectable()
export class SettingsRepository {
  constructor(private readonly em: EntityManager) {}

  /** By category, those without one last, then by key. */
  async list(): Promise<SettingRow[]> {
    return this.#rows({ sql: `${SETTINGS} order by s.category nulls last, s.key`, params: [] });
  }

  async listByCategory(category: string): Promise<SettingRow[]> {
    return this.#rows({ sql: `${SETTINGS} where s.category = ? order by s.key`, params: [category] });
  }

  async find(id: number): Promise<SettingRow | undefined> {
    return (await this.#rows({ sql: `${SETTINGS} where s.id = ?`, params: [id] })).at(0);
  }

  async findValue(key: string): Promise<string | undefined> {
    const rows = await this.em.execute<{ value: string }[]>('select value from global_setting where key = ?', [key]);
    return rows.at(0)?.value;
  }

  async insert(values: Partial<SettingValues>): Promise<SettingRow> {
    return (await this.#rows(SETTING.insert(values)))[0];
  }

  async update(id: number, values: Partial<SettingValues>): Promise<SettingRow | undefined> {
    return (await this.#rows(SETTING.update(id, { ...values, updatedAt: new Date() }))).at(0);
  }

  async delete(id: number): Promise<boolean> {
    return (await this.em.execute<object[]>('delete from global_setting where id = ? returning id', [id])).length > 0;
  }

  async #rows({ sql, params }: Statement): Promise<SettingRow[]> {
    const rows = await this.em.execute<StoredSetting[]>(sql, params);
    return rows.map((row) => ({ ...row, updatedAt: new Date(row.updatedAt) }));
  }
}
