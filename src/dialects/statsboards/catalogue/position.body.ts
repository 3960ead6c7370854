import {
  type NewPosition,
  POSITION_CATEGORIES,
  type PositionRow,
  type PositionValues,
} from '#modules/competitions/index.js';
import { POSITION_NAMES } from './position.view.js';
import { IntField, TextField, WordField } from '../statsboards.fields.js';
import { valuesOf } from '../wire-names.js';

const positionBody = (optional: boolean) => {
  class PositionBody {
    @TextField({ min: 1, max: 30, optional: true, default: 'Position', example: 'Quarterback' })
    title?: string;

    @IntField({ optional, example: 1 })
    sport_id?: number;

    @WordField(POSITION_CATEGORIES, { optional: true, nullable: true, example: 'offense' })
    category?: string | null;
  }
  return PositionBody;
};

export class PositionCreateBody extends positionBody(false) {
  values(): NewPosition {
    return { title: 'Position', ...valuesOf<PositionRow>(POSITION_NAMES, this) } as NewPosition;
  }
}

export class PositionUpdateBody extends positionBody(true) {
  values(): Partial<PositionValues> {
    return valuesOf<PositionRow>(POSITION_NAMES, this);
  }
}
