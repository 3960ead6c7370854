import { Injectable } from '@nestjs/common';
import { Conflict, NotFound } from '#core/kernel/domain-error.js';
import { checkTexts } from '#core/kernel/texts.js';
import { explaining } from '#platform/database/constraints.js';
import type { NewSetting, SettingGroup, SettingRow, SettingValues } from './setting.row.js';
import { SettingsRepository } from './settings.repository.js';

const LONGEST = { key: 100, valueType: 20, category: 50 };

/** What administrators set for the whole installation. */
@Injectable()
export class SettingsService {
  constructor(private readonly settings: SettingsRepository) {}

  /** By category, those without one last, then by key. */
  list(): Promise<SettingRow[]> {
    return this.settings.list();
  }

  /** By key; none for a category nobody uses. */
  async listByCategory(category: string): Promise<SettingRow[]> {
    return category.includes('\0') ? [] : this.settings.listByCategory(category);
  }

  /** Every category with its settings, those without one last. */
  async listGrouped(): Promise<SettingGroup[]> {
    const groups = Map.groupBy(await this.settings.list(), ({ category }) => category);
    return [...groups].map(([category, settings]) => ({ category, settings }));
  }

  /** Throws NotFound. */
  async get(id: number): Promise<SettingRow> {
    return found(await this.settings.find(id), id);
  }

  /** The text a key is set to. Throws NotFound. */
  async getValue(key: string): Promise<string> {
    const value = key.includes('\0') ? undefined : await this.settings.findValue(key);
    if (value === undefined) throw new NotFound('Setting', key);
    return value;
  }

  /** Throws Conflict for a key that is set already, Invalid for a text that is too long. */
  async create(values: NewSetting): Promise<SettingRow> {
    checkTexts(values, LONGEST);
    return explaining(taken(values.key), () => this.settings.insert(values));
  }

  /** Changes what is given. Throws NotFound; Conflict for another setting's key; Invalid for a text that is too long. */
  async update(id: number, values: Partial<SettingValues>): Promise<SettingRow> {
    checkTexts(values, LONGEST);
    return found(await explaining(taken(values.key), () => this.settings.update(id, values)), id);
  }

  /** Throws NotFound. */
  async delete(id: number): Promise<void> {
    if (!(await this.settings.delete(id))) throw new NotFound('Setting', id);
  }
}

function found(setting: SettingRow | undefined, id: number): SettingRow {
  if (!setting) throw new NotFound('Setting', id);
  return setting;
}

const taken = (key = '') => ({
  global_setting_key_unique: () => new Conflict('SETTING_KEY_TAKEN', `Setting ${key} already exists`, { key }),
});
