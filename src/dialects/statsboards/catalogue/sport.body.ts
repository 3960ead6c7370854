import type { NewSport, SportRow, SportValues } from '#modules/competitions/index.js';
import { SPORT_NAMES } from './sport.view.js';
import { IntField, TextField } from '../statsboards.fields.js';
import { valuesOf } from '../wire-names.js';

const sportBody = (optional: boolean) => {
  class SportBody {
    @TextField({ min: 1, max: 255, optional, example: 'American Football' })
    title?: string;

    @TextField({ optional: true, nullable: true, example: 'American football rules and gameplay' })
    description?: string | null;

    @IntField({ optional: true, nullable: true, description: 'What scoreboards of its matches start with' })
    scoreboard_preset_id?: number | null;
  }
  return SportBody;
};

export class SportCreateBody extends sportBody(false) {
  values(): NewSport {
    return valuesOf<SportRow>(SPORT_NAMES, this) as NewSport;
  }
}

export class SportUpdateBody extends sportBody(true) {
  values(): Partial<SportValues> {
    return valuesOf<SportRow>(SPORT_NAMES, this);
  }
}
