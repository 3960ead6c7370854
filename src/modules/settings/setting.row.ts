export interface SettingRow {
  id: number;
  /** Unique, up to 100 characters. */
  key: string;
  /** Text whatever the type. */
  value: string;
  /** What the text stands for: `string`, `boolean`, `number`, ... Up to 20 characters. */
  valueType: string;
  /** What it is listed under, up to 50 characters. */
  category: string | null;
  description: string | null;
  /** When it was changed last. */
  updatedAt: Date;
}

export type SettingValues = Omit<SettingRow, 'id' | 'updatedAt'>;
export type NewSetting = Partial<SettingValues> & Pick<SettingValues, 'key' | 'value'>;

/** Settings of one category; null holds those without one. */
export interface SettingGroup {
  category: string | null;
  settings: SettingRow[];
}
