import { ApiProperty } from '@nestjs/swagger';
import type { TournamentRecord } from '#modules/competitions/index.js';
import { viewOf, type WireNames } from '../wire-names.js';

const id = { type: 'integer', nullable: true } as const;
const text = { type: 'string', nullable: true } as const;

export class TournamentView {
  @ApiProperty({ type: 'integer', example: 5 })
  id: number;

  @ApiProperty(id)
  tournament_eesl_id: number | null;

  @ApiProperty({ maxLength: 255, example: 'Premier League 2024' })
  title: string;

  @ApiProperty(text)
  description: string | null;

  @ApiProperty(text)
  tournament_logo_url: string | null;

  @ApiProperty(text)
  tournament_logo_icon_url: string | null;

  @ApiProperty(text)
  tournament_logo_web_url: string | null;

  @ApiProperty({ type: 'integer', example: 2 })
  season_id: number;

  @ApiProperty({ type: 'integer', example: 1 })
  sport_id: number;

  @ApiProperty(id)
  main_sponsor_id: number | null;

  @ApiProperty(id)
  sponsor_line_id: number | null;

  @ApiProperty({ ...id, description: 'Who owns it' })
  user_id: number | null;

  @ApiProperty({ example: false })
  isprivate: boolean;
}

export const TOURNAMENT_NAMES: WireNames<TournamentView, TournamentRecord> = {
  id: 'id',
  tournament_eesl_id: 'eeslId',
  title: 'title',
  description: 'description',
  tournament_logo_url: 'logoUrl',
  tournament_logo_icon_url: 'logoIconUrl',
  tournament_logo_web_url: 'logoWebUrl',
  season_id: 'seasonId',
  sport_id: 'sportId',
  main_sponsor_id: 'mainSponsorId',
  sponsor_line_id: 'sponsorLineId',
  user_id: 'userId',
  isprivate: 'isPrivate',
};

export const tournamentView = (tournament: TournamentRecord): TournamentView => viewOf(TOURNAMENT_NAMES, tournament);
