import { ApiProperty } from '@nestjs/swagger';
import type { TeamRow } from '#modules/teams/index.js';
import { viewOf, type WireNames } from '../wire-names.js';

const id = { type: 'integer', nullable: true } as const;
const text = { type: 'string', nullable: true } as const;

export class TeamView {
  @ApiProperty({ type: 'integer', example: 1 })
  id: number;

  @ApiProperty({ ...id, example: 12345 })
  team_eesl_id: number | null;

  @ApiProperty({ maxLength: 50, example: 'Manchester United' })
  title: string;

  @ApiProperty({ ...text, example: 'Manchester' })
  city: string | null;

  @ApiProperty(text)
  description: string | null;

  @ApiProperty(text)
  team_logo_url: string | null;

  @ApiProperty(text)
  team_logo_icon_url: string | null;

  @ApiProperty(text)
  team_logo_web_url: string | null;

  @ApiProperty({ maxLength: 10, example: '#DA291C' })
  team_color: string;

  @ApiProperty(id)
  sponsor_line_id: number | null;

  @ApiProperty({ ...id, example: 5 })
  main_sponsor_id: number | null;

  @ApiProperty({ ...id, example: 1 })
  sport_id: number | null;

  @ApiProperty({ ...id, description: 'Who owns it' })
  user_id: number | null;

  @ApiProperty({ example: false })
  isprivate: boolean;
}

export const TEAM_NAMES: WireNames<TeamView, TeamRow> = {
  id: 'id',
  team_eesl_id: 'eeslId',
  title: 'name',
  city: 'city',
  description: 'description',
  team_logo_url: 'logoUrl',
  team_logo_icon_url: 'logoIconUrl',
  team_logo_web_url: 'logoWebUrl',
  team_color: 'color',
  sponsor_line_id: 'sponsorLineId',
  main_sponsor_id: 'mainSponsorId',
  sport_id: 'sportId',
  user_id: 'userId',
  isprivate: 'isPrivate',
};

export const teamView = (team: TeamRow): TeamView => viewOf(TEAM_NAMES, team);
