import { defineEntity, p } from '@mikro-orm/core';

const GlobalSettingSchema = defineEntity({
  name: 'GlobalSetting',
  tableName: 'global_setting',
  properties: {
    id: p.integer().primary(),
    key: p.string().length(100).unique(),
    value: p.text().default(''),
    valueType: p.string().length(20).default('string'),
    category: p.string().length(50).nullable().index(),
    description: p.text().nullable(),
    updatedAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
  },
});

export class GlobalSetting extends GlobalSettingSchema.class {}
GlobalSettingSchema.setClass(GlobalSetting);
