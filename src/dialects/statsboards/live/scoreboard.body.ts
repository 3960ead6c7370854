import type { Scoreboard, ScoreboardValues } from '#modules/live/index.js';
import { BooleanField, IntField, NumberField, TextField, TextListField, WordField } from '../statsboards.fields.js';
import { valuesOf } from '../wire-names.js';
import { SCOREBOARD_NAMES } from './scoreboard.view.js';

const optional = { optional: true };
const nullable = { optional: true, nullable: true };

/** Creating and changing take the same fields; on creation what is left out has its default. */
export class ScoreboardBody {
  @IntField({ ...nullable, example: 123 })
  match_id?: number | null;

  @BooleanField(optional)
  is_qtr?: boolean;

  @BooleanField(optional)
  is_time?: boolean;

  @BooleanField(optional)
  is_playclock?: boolean;

  @BooleanField(optional)
  is_downdistance?: boolean;

  @TextField({ ...optional, max: 10, example: '#c01c28' })
  team_a_game_color?: string;

  @BooleanField(nullable)
  use_team_a_game_color?: boolean | null;

  @TextField({ ...optional, max: 10, example: '#1c71d8' })
  team_b_game_color?: string;

  @BooleanField(nullable)
  use_team_b_game_color?: boolean | null;

  @TextField({ ...nullable, max: 50, example: 'Team A' })
  team_a_game_title?: string | null;

  @BooleanField(nullable)
  use_team_a_game_title?: boolean | null;

  @TextField({ ...nullable, max: 50, example: 'Team B' })
  team_b_game_title?: string | null;

  @BooleanField(nullable)
  use_team_b_game_title?: boolean | null;

  @TextField({ ...nullable, max: 255 })
  team_a_game_logo?: string | null;

  @BooleanField(nullable)
  use_team_a_game_logo?: boolean | null;

  @TextField({ ...nullable, max: 255 })
  team_b_game_logo?: string | null;

  @BooleanField(nullable)
  use_team_b_game_logo?: boolean | null;

  @NumberField(nullable)
  scale_logo_a?: number | null;

  @NumberField(nullable)
  scale_logo_b?: number | null;

  @BooleanField(nullable)
  is_flag?: boolean | null;

  @BooleanField(nullable)
  is_goal_team_a?: boolean | null;

  @BooleanField(nullable)
  is_goal_team_b?: boolean | null;

  @BooleanField(optional)
  is_tournament_logo?: boolean;

  @BooleanField(optional)
  is_main_sponsor?: boolean;

  @BooleanField(optional)
  is_sponsor_line?: boolean;

  @NumberField(nullable)
  scale_tournament_logo?: number | null;

  @NumberField(nullable)
  scale_main_sponsor?: number | null;

  @BooleanField(nullable)
  is_match_sponsor_line?: boolean | null;

  @BooleanField(nullable)
  is_team_a_start_offense?: boolean | null;

  @BooleanField(nullable)
  is_team_b_start_offense?: boolean | null;

  @BooleanField(nullable)
  is_team_a_start_defense?: boolean | null;

  @BooleanField(nullable)
  is_team_b_start_defense?: boolean | null;

  @BooleanField(nullable)
  is_match_player_lower?: boolean | null;

  @IntField(nullable)
  player_match_lower_id?: number | null;

  @BooleanField(nullable)
  is_timeout_team_a?: boolean | null;

  @BooleanField(nullable)
  is_timeout_team_b?: boolean | null;

  @BooleanField(nullable)
  is_home_match_team_lower?: boolean | null;

  @BooleanField(nullable)
  is_away_match_team_lower?: boolean | null;

  @BooleanField(nullable)
  is_football_qb_full_stats_lower?: boolean | null;

  @IntField(nullable)
  football_qb_full_stats_match_lower_id?: number | null;

  @WordField(['en', 'ru'], nullable)
  language_code?: string | null;

  @BooleanField(optional)
  use_sport_preset?: boolean;

  @WordField(['qtr', 'period', 'half', 'set', 'inning', 'custom'], optional)
  period_mode?: string;

  @IntField({ ...optional, min: 1, max: 99 })
  period_count?: number;

  @TextListField(nullable)
  period_labels_json?: string[] | null;

  values(): ScoreboardValues {
    return valuesOf<Scoreboard>(SCOREBOARD_NAMES, this);
  }
}
