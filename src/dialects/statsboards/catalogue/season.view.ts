import { ApiProperty } from '@nestjs/swagger';
import type { SeasonRow } from '#modules/competitions/index.js';
import { viewOf, type WireNames } from '../wire-names.js';

export class SeasonView {
  @ApiProperty({ type: 'integer', example: 2 })
  id: number;

  @ApiProperty({ type: 'integer', minimum: 1900, maximum: 2999, example: 2024 })
  year: number;

  @ApiProperty({ type: 'string', nullable: true, example: '2024 Season' })
  description: string | null;

  @ApiProperty({ example: true })
  iscurrent: boolean;
}

export const SEASON_NAMES: WireNames<SeasonView, SeasonRow> = {
  id: 'id',
  year: 'year',
  description: 'description',
  iscurrent: 'isCurrent',
};

export const seasonView = (season: SeasonRow): SeasonView => viewOf(SEASON_NAMES, season);
