import type { EntryRow, EntryValues } from '#modules/teams/index.js';
import { ENTRY_NAMES } from './entry.view.js';
import { IntField } from '../statsboards.fields.js';
import { valuesOf } from '../wire-names.js';

export class EntryUpdateBody {
  @IntField({ optional: true, example: 5 })
  tournament_id?: number;

  @IntField({ optional: true, example: 10 })
  team_id?: number;

  values(): Partial<EntryValues> {
    return valuesOf<EntryRow>(ENTRY_NAMES, this);
  }
}
