// Owns the settings of the whole installation.
// Promises that a key is set once, and a value stays the text it was set to.
// Listens to nothing.
export { SettingsModule } from './settings.module.js';
export { SettingsService } from './settings.service.js';
export type { NewSetting, SettingGroup, SettingRow, SettingValues } from './setting.row.js';
