import type { NewSetting, SettingValues } from '#modules/settings/index.js';
import { TextField } from '../statsboards.fields.js';
import { valuesOf } from '../wire-names.js';

const NAMES = {
  key: 'key',
  value: 'value',
  value_type: 'valueType',
  category: 'category',
  description: 'description',
} as const;

const settingBody = (optional: boolean) => {
  class SettingBody {
    @TextField({ min: 1, max: 100, optional, example: 'theme.default' })
    key?: string;

    @TextField({ optional, example: 'dark' })
    value?: string;

    @TextField({ min: 1, max: 20, optional: true, example: 'string' })
    value_type?: string;

    @TextField({ max: 50, optional: true, nullable: true, example: 'ui' })
    category?: string | null;

    @TextField({ optional: true, nullable: true, example: 'Default application theme' })
    description?: string | null;
  }
  return SettingBody;
};

export class SettingCreateBody extends settingBody(false) {
  values(): NewSetting {
    return valuesOf<SettingValues>(NAMES, this) as NewSetting;
  }
}

export class SettingUpdateBody extends settingBody(true) {
  values(): Partial<SettingValues> {
    return valuesOf<SettingValues>(NAMES, this);
  }
}
