import { ApiProperty } from '@nestjs/swagger';
import type { Scoreboard } from '#modules/live/index.js';
import { viewOf, type WireNames } from '../wire-names.js';

/** What a scoreboard shows, and at its end what its sport can show at all. */
export class ScoreboardView {
  @ApiProperty({ type: 'integer', example: 1 })
  id: number;

  @ApiProperty({ type: 'integer', nullable: true, example: 123 })
  match_id: number | null;

  @ApiProperty()
  is_qtr: boolean;

  @ApiProperty()
  is_time: boolean;

  @ApiProperty()
  is_playclock: boolean;

  @ApiProperty()
  is_downdistance: boolean;

  @ApiProperty({ example: '#c01c28' })
  team_a_game_color: string;

  @ApiProperty({ type: Boolean, nullable: true })
  use_team_a_game_color: boolean | null;

  @ApiProperty({ example: '#1c71d8' })
  team_b_game_color: string;

  @ApiProperty({ type: Boolean, nullable: true })
  use_team_b_game_color: boolean | null;

  @ApiProperty({ type: String, nullable: true, example: 'Team A' })
  team_a_game_title: string | null;

  @ApiProperty({ type: Boolean, nullable: true })
  use_team_a_game_title: boolean | null;

  @ApiProperty({ type: String, nullable: true, example: 'Team B' })
  team_b_game_title: string | null;

  @ApiProperty({ type: Boolean, nullable: true })
  use_team_b_game_title: boolean | null;

  @ApiProperty({ type: String, nullable: true })
  team_a_game_logo: string | null;

  @ApiProperty({ type: Boolean, nullable: true })
  use_team_a_game_logo: boolean | null;

  @ApiProperty({ type: String, nullable: true })
  team_b_game_logo: string | null;

  @ApiProperty({ type: Boolean, nullable: true })
  use_team_b_game_logo: boolean | null;

  @ApiProperty({ type: 'number', nullable: true })
  scale_logo_a: number | null;

  @ApiProperty({ type: 'number', nullable: true })
  scale_logo_b: number | null;

  @ApiProperty({ type: Boolean, nullable: true })
  is_flag: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true })
  is_goal_team_a: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true })
  is_goal_team_b: boolean | null;

  @ApiProperty()
  is_tournament_logo: boolean;

  @ApiProperty()
  is_main_sponsor: boolean;

  @ApiProperty()
  is_sponsor_line: boolean;

  @ApiProperty({ type: 'number', nullable: true })
  scale_tournament_logo: number | null;

  @ApiProperty({ type: 'number', nullable: true })
  scale_main_sponsor: number | null;

  @ApiProperty({ type: Boolean, nullable: true })
  is_match_sponsor_line: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true })
  is_team_a_start_offense: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true })
  is_team_b_start_offense: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true })
  is_team_a_start_defense: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true })
  is_team_b_start_defense: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true })
  is_match_player_lower: boolean | null;

  @ApiProperty({ type: 'number', nullable: true })
  player_match_lower_id: number | null;

  @ApiProperty({ type: Boolean, nullable: true })
  is_timeout_team_a: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true })
  is_timeout_team_b: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true })
  is_home_match_team_lower: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true })
  is_away_match_team_lower: boolean | null;

  @ApiProperty({ type: Boolean, nullable: true })
  is_football_qb_full_stats_lower: boolean | null;

  @ApiProperty({ type: 'number', nullable: true })
  football_qb_full_stats_match_lower_id: number | null;

  @ApiProperty({ type: String, nullable: true })
  language_code: string | null;

  @ApiProperty()
  use_sport_preset: boolean;

  @ApiProperty()
  period_mode: string;

  @ApiProperty({ type: 'integer' })
  period_count: number;

  @ApiProperty({ type: [String], nullable: true })
  period_labels_json: string[] | null;

  @ApiProperty()
  has_timeouts: boolean;

  @ApiProperty()
  has_playclock: boolean;

  @ApiProperty({ type: [Number] })
  quick_score_deltas: number[];

  @ApiProperty()
  score_form_goal_label: string;

  @ApiProperty()
  score_form_goal_emoji: string;

  @ApiProperty()
  scoreboard_goal_text: string;
}

export const SCOREBOARD_NAMES: WireNames<ScoreboardView, Scoreboard> = {
  id: 'id',
  match_id: 'matchId',
  is_qtr: 'isQtr',
  is_time: 'isTime',
  is_playclock: 'isPlayclock',
  is_downdistance: 'isDowndistance',
  team_a_game_color: 'teamAGameColor',
  use_team_a_game_color: 'useTeamAGameColor',
  team_b_game_color: 'teamBGameColor',
  use_team_b_game_color: 'useTeamBGameColor',
  team_a_game_title: 'teamAGameTitle',
  use_team_a_game_title: 'useTeamAGameTitle',
  team_b_game_title: 'teamBGameTitle',
  use_team_b_game_title: 'useTeamBGameTitle',
  team_a_game_logo: 'teamAGameLogo',
  use_team_a_game_logo: 'useTeamAGameLogo',
  team_b_game_logo: 'teamBGameLogo',
  use_team_b_game_logo: 'useTeamBGameLogo',
  scale_logo_a: 'scaleLogoA',
  scale_logo_b: 'scaleLogoB',
  is_flag: 'isFlag',
  is_goal_team_a: 'isGoalTeamA',
  is_goal_team_b: 'isGoalTeamB',
  is_tournament_logo: 'isTournamentLogo',
  is_main_sponsor: 'isMainSponsor',
  is_sponsor_line: 'isSponsorLine',
  scale_tournament_logo: 'scaleTournamentLogo',
  scale_main_sponsor: 'scaleMainSponsor',
  is_match_sponsor_line: 'isMatchSponsorLine',
  is_team_a_start_offense: 'isTeamAStartOffense',
  is_team_b_start_offense: 'isTeamBStartOffense',
  is_team_a_start_defense: 'isTeamAStartDefense',
  is_team_b_start_defense: 'isTeamBStartDefense',
  is_match_player_lower: 'isMatchPlayerLower',
  player_match_lower_id: 'playerMatchLowerId',
  is_timeout_team_a: 'isTimeoutTeamA',
  is_timeout_team_b: 'isTimeoutTeamB',
  is_home_match_team_lower: 'isHomeMatchTeamLower',
  is_away_match_team_lower: 'isAwayMatchTeamLower',
  is_football_qb_full_stats_lower: 'isFootballQbFullStatsLower',
  football_qb_full_stats_match_lower_id: 'footballQbFullStatsMatchLowerId',
  language_code: 'languageCode',
  use_sport_preset: 'useSportPreset',
  period_mode: 'periodMode',
  period_count: 'periodCount',
  period_labels_json: 'periodLabelsJson',
  has_timeouts: 'hasTimeouts',
  has_playclock: 'hasPlayclock',
  quick_score_deltas: 'quickScoreDeltas',
  score_form_goal_label: 'scoreFormGoalLabel',
  score_form_goal_emoji: 'scoreFormGoalEmoji',
  scoreboard_goal_text: 'scoreboardGoalText',
};

export const scoreboardView = (scoreboard: Scoreboard): ScoreboardView => viewOf(SCOREBOARD_NAMES, scoreboard);
