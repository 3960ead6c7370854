import { Injectable } from '@nestjs/common';
import { NotFound } from '#core/kernel/domain-error.js';
import { checkPreset, PRESET_DEFAULTS } from './preset-rules.js';
import type { NewPreset, PresetRow, PresetValues } from './preset.row.js';
import { PresetsRepository } from './presets.repository.js';

/** What scoreboards and clocks of a sport's matches start with. */
@Injectable()
export class PresetsService {
  constructor(private readonly presets: PresetsRepository) {}

  /** In alphabetical order. */
  list(): Promise<PresetRow[]> {
    return this.presets.list();
  }

  /** Presets by their id; unknown ids have no entry. */
  async findByIds(ids: readonly number[]): Promise<Map<number, PresetRow>> {
    return new Map((await this.presets.findByIds(ids)).map((preset) => [preset.id, preset]));
  }

  /** Throws NotFound. */
  async get(id: number): Promise<PresetRow> {
    return found((await this.presets.findByIds([id])).at(0), id);
  }

  /** Throws Invalid for values that make no sense together. */
  async create(values: NewPreset): Promise<PresetRow> {
    const preset = { ...PRESET_DEFAULTS, ...withoutUndefined(values) };
    checkPreset(preset);
    return this.presets.insert(preset);
  }

  /**
   * Changes what is given, and with it every match of its sports that follows the preset: what its scoreboard shows and
   * how its clock runs. Throws NotFound; Invalid when the preset as a whole would make no sense.
   */
  async update(id: number, values: Partial<PresetValues>): Promise<PresetRow> {
    return this.presets.transactional(async () => {
      const before = found(await this.presets.lock(id), id);
      checkPreset({ ...before, ...withoutUndefined(values) });
      await this.presets.lockMatches(id);
      const preset = await this.presets.update(id, values);
      await this.presets.applyToMatches(id);
      return preset;
    });
  }

  /** Its sports have none from then on; their matches stay as they are. Throws NotFound. */
  async delete(id: number): Promise<void> {
    if (!(await this.presets.delete(id))) throw new NotFound('Sport scoreboard preset', id);
  }
}

function found(preset: PresetRow | undefined, id: number): PresetRow {
  if (!preset) throw new NotFound('Sport scoreboard preset', id);
  return preset;
}

const withoutUndefined = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
