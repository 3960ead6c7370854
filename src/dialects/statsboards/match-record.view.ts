import { ApiProperty } from '@nestjs/swagger';
import type { MatchRecord } from '#modules/matches/index.js';
import { rfc3339 } from './statsboards.dates.js';

const id = { type: 'integer', nullable: true } as const;

/** A match in lists: both names of its teams are in use, `team_a` and `team_home`. */
export class MatchRecordView {
  @ApiProperty({ type: 'integer', example: 100 })
  id: number;

  @ApiProperty(id)
  match_eesl_id: number | null;

  @ApiProperty({ ...id, example: 5 })
  tournament_id: number | null;

  @ApiProperty({ type: 'integer', example: 10 })
  team_a_id: number;

  @ApiProperty({ type: 'integer', example: 11 })
  team_b_id: number;

  @ApiProperty({ type: 'integer', example: 10, description: 'The same as team_a_id' })
  team_home_id: number;

  @ApiProperty({ type: 'integer', example: 11, description: 'The same as team_b_id' })
  team_away_id: number;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, example: '2024-01-15T19:00:00.000Z' })
  match_date: string | null;

  @ApiProperty({ ...id, example: 1 })
  week: number | null;

  @ApiProperty({ ...id, example: 2, description: 'Null until there is a score' })
  score_home: number | null;

  @ApiProperty({ ...id, example: 1, description: 'Null until there is a score' })
  score_away: number | null;

  @ApiProperty(id)
  main_sponsor_id: number | null;

  @ApiProperty(id)
  sponsor_line_id: number | null;

  @ApiProperty({ ...id, description: 'Who owns it' })
  user_id: number | null;

  @ApiProperty({ example: false })
  isprivate: boolean;
}

export const matchRecordView = (match: MatchRecord): MatchRecordView => ({
  id: match.id,
  match_eesl_id: match.eeslId,
  tournament_id: match.tournamentId,
  team_a_id: match.homeId,
  team_b_id: match.awayId,
  team_home_id: match.homeId,
  team_away_id: match.awayId,
  match_date: match.kickoffAt === null ? null : rfc3339(match.kickoffAt),
  week: match.week,
  score_home: match.scoreHome,
  score_away: match.scoreAway,
  main_sponsor_id: match.mainSponsorId,
  sponsor_line_id: match.sponsorLineId,
  user_id: match.userId,
  isprivate: match.isPrivate,
});

/** Columns that a list of matches can be ordered by. */
export const MATCH_ORDER = {
  id: 'id',
  match_eesl_id: 'eeslId',
  tournament_id: 'tournamentId',
  team_a_id: 'homeId',
  team_b_id: 'awayId',
  match_date: 'kickoffAt',
  week: 'week',
} as const;
