import { Conflict } from '#core/kernel/domain-error.js';
import type { NewSeason, SeasonRow, SeasonValues } from '#modules/competitions/index.js';
import { SEASON_NAMES } from './season.view.js';
import { BooleanField, IntField, TextField } from '../statsboards.fields.js';
import { valuesOf } from '../wire-names.js';

const FIRST = 1900;
const LAST = 2999;

class SeasonBody {
  @TextField({ optional: true, nullable: true, example: '2024 Season' })
  description?: string | null;

  @BooleanField({ optional: true, description: 'True takes the flag from all other seasons', example: true })
  iscurrent?: boolean;
}

export class SeasonCreateBody extends SeasonBody {
  @IntField({ min: FIRST, max: LAST, example: 2024 })
  year: number;

  values(): NewSeason {
    return valuesOf<SeasonRow>(SEASON_NAMES, this) as NewSeason;
  }
}

export class SeasonUpdateBody extends SeasonBody {
  @IntField({ min: FIRST, max: LAST, optional: true, nullable: true, description: 'Null is refused with 409' })
  year?: number | null;

  /** Throws Conflict when the year is to be taken away. */
  values(): Partial<SeasonValues> {
    if (this.year === null) throw new Conflict('SEASON_YEAR_REQUIRED', 'Error updating season: year is required');
    return valuesOf<SeasonRow>(SEASON_NAMES, this);
  }
}
