import { ApiProperty } from '@nestjs/swagger';
import type { SportRow } from '#modules/competitions/index.js';
import { viewOf, type WireNames } from '../wire-names.js';

export class SportView {
  @ApiProperty({ type: 'integer', example: 1 })
  id: number;

  @ApiProperty({ maxLength: 255, example: 'American Football' })
  title: string;

  @ApiProperty({ type: 'string', nullable: true, example: 'American football rules and gameplay' })
  description: string | null;

  @ApiProperty({ type: 'integer', nullable: true, example: 1 })
  scoreboard_preset_id: number | null;
}

export const SPORT_NAMES: WireNames<SportView, SportRow> = {
  id: 'id',
  title: 'title',
  description: 'description',
  scoreboard_preset_id: 'scoreboardPresetId',
};

export const sportView = (sport: SportRow): SportView => viewOf(SPORT_NAMES, sport);

export class WrappedSportView {
  @ApiProperty({ type: SportView })
  content: SportView;

  @ApiProperty({ type: 'integer', example: 200 })
  status_code: 200;

  @ApiProperty({ example: true })
  success: true;
}

export const wrappedSportView = (sport: SportRow): WrappedSportView => ({
  content: sportView(sport),
  status_code: 200,
  success: true,
});
