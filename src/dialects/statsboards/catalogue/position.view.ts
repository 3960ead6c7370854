import { ApiProperty } from '@nestjs/swagger';
import { POSITION_CATEGORIES, type PositionRow } from '#modules/competitions/index.js';
import { viewOf, type WireNames } from '../wire-names.js';

export class PositionView {
  @ApiProperty({ type: 'integer', example: 1 })
  id: number;

  @ApiProperty({ maxLength: 30, example: 'Quarterback' })
  title: string;

  @ApiProperty({ type: 'integer', nullable: true, example: 1 })
  sport_id: number | null;

  @ApiProperty({ type: 'string', enum: POSITION_CATEGORIES, nullable: true, example: 'offense' })
  category: string | null;
}

export const POSITION_NAMES: WireNames<PositionView, PositionRow> = {
  id: 'id',
  title: 'title',
  sport_id: 'sportId',
  category: 'category',
};

export const positionView = (position: PositionRow): PositionView => viewOf(POSITION_NAMES, position);
