import { ApiProperty } from '@nestjs/swagger';
import type { SettingGroup, SettingRow } from '#modules/settings/index.js';
import { rfc3339 } from '../statsboards.dates.js';

export class SettingView {
  @ApiProperty({ type: 'integer', example: 1 })
  id: number;

  @ApiProperty({ example: 'theme.default' })
  key: string;

  @ApiProperty({ example: 'dark' })
  value: string;

  @ApiProperty({ example: 'string' })
  value_type: string;

  @ApiProperty({ type: 'string', nullable: true, example: 'ui' })
  category: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: 'Default application theme' })
  description: string | null;

  @ApiProperty({ format: 'date-time', example: '2024-01-15T10:30:00.000Z' })
  updated_at: string;
}

export class SettingGroupView {
  @ApiProperty({ example: 'ui', description: 'Empty for settings without a category' })
  category: string;

  @ApiProperty({ type: [SettingView] })
  settings: SettingView[];
}

export class SettingGroupsView {
  @ApiProperty({ type: [SettingGroupView] })
  data: SettingGroupView[];

  /** Besides, every category under its own name. */
  [category: string]: SettingGroupView[] | SettingView[];
}

export class SettingValueView {
  @ApiProperty({ example: 'dark' })
  value: string;
}

export const settingView = ({
  id,
  key,
  value,
  valueType,
  category,
  description,
  updatedAt,
}: SettingRow): SettingView => ({
  id,
  key,
  value,
  value_type: valueType,
  category,
  description,
  updated_at: rfc3339(updatedAt),
});

/** The list of groups, and the same settings by the name of their category: clients read one or the other. */
export function settingGroupsView(groups: readonly SettingGroup[]): SettingGroupsView {
  const data = groups.map(({ category, settings }) => ({
    category: category ?? '',
    settings: settings.map(settingView),
  }));
  return { ...Object.fromEntries(data.map(({ category, settings }) => [category, settings])), data };
}
