import { Migration } from '@mikro-orm/migrations';

/** Every table, key and index of the domain (docs/domain.md). */
export class Migration0001Tables extends Migration {
  override up(): void {
    this.addSql('create extension if not exists pg_trgm;');
    this.addSql(
      'create table "external_ref" ("source" varchar(32) not null, "kind" varchar(32) not null, "external_id" varchar(255) not null, "internal_id" int not null, "digest" varchar(64) null, primary key ("source", "kind", "external_id"));',
    );
    this.addSql('create index "external_ref_internal_index" on "external_ref" ("kind", "internal_id");');
    this.addSql(
      `create table "global_setting" ("id" serial primary key, "key" varchar(100) not null, "value" text not null default '', "value_type" varchar(20) not null default 'string', "category" varchar(50) null, "description" text null, "updated_at" timestamptz not null default now());`,
    );
    this.addSql('alter table "global_setting" add constraint "global_setting_key_unique" unique ("key");');
    this.addSql('create index "global_setting_category_index" on "global_setting" ("category");');
    this.addSql(
      'create table "match_journal" ("match_id" int not null, "version" int not null, "at" timestamptz not null default clock_timestamp(), "topic" varchar(16) not null, "op" text not null, "entity" varchar(32) not null, "entity_id" int not null, "data" jsonb not null, primary key ("match_id", "version"));',
    );
    this.addSql(
      `alter table "match_journal" add constraint "match_journal_op_check" check ("op" in ('insert', 'update', 'delete'));`,
    );
    this.addSql(
      'create table "role" ("id" serial primary key, "name" varchar(50) not null, "description" varchar(255) null);',
    );
    this.addSql('alter table "role" add constraint "role_name_unique" unique ("name");');
    this.addSql(
      `create table "season" ("id" serial primary key, "year" int not null, "description" text null default '', "iscurrent" boolean null default false);`,
    );
    this.addSql('alter table "season" add constraint "season_year_unique" unique ("year");');
    this.addSql('create unique index "season_one_current" on "season" ("iscurrent") where "iscurrent";');
    this.addSql(
      `create table "sponsor" ("id" serial primary key, "title" varchar(50) collate "en-US-x-icu" not null, "logo_url" varchar(255) null default '', "scale_logo" double precision null);`,
    );
    this.addSql('create index "sponsor_title_index" on "sponsor" ("title");');
    this.addSql('create index "sponsor_title_trgm" on "sponsor" using gin ("title" gin_trgm_ops);');
    this.addSql(
      `create table "sponsor_line" ("id" serial primary key, "title" varchar(50) collate "en-US-x-icu" null default 'Sponsor Line', "is_visible" boolean null);`,
    );
    this.addSql(
      'create table "sponsor_sponsor_line" ("id" serial primary key, "sponsor_line_id" int not null, "sponsor_id" int not null, "position" int null default 1);',
    );
    this.addSql('create index "sponsor_sponsor_line_sponsor_id_index" on "sponsor_sponsor_line" ("sponsor_id");');
    this.addSql(
      'alter table "sponsor_sponsor_line" add constraint "sponsor_sponsor_line_unique" unique ("sponsor_line_id", "sponsor_id");',
    );
    this.addSql(
      `create table "sport_scoreboard_preset" ("id" serial primary key, "title" varchar(255) collate "en-US-x-icu" not null, "gameclock_max" int null default 720, "direction" varchar(10) not null default 'down', "on_stop_behavior" varchar(10) not null default 'hold', "is_qtr" boolean not null default true, "is_time" boolean not null default true, "is_playclock" boolean not null default true, "is_downdistance" boolean not null default true, "has_timeouts" boolean not null default true, "has_playclock" boolean not null default true, "period_mode" varchar(10) not null default 'qtr', "period_labels_json" jsonb null, "default_playclock_seconds" int null, "initial_time_mode" varchar(10) not null default 'max', "initial_time_min_seconds" int null, "period_count" int not null default 4, "period_clock_variant" varchar(10) not null default 'per_period', "quick_score_deltas" jsonb not null default '[6, 3, 2, 1, -1]', "score_form_goal_label" varchar(32) not null default 'TD', "score_form_goal_emoji" varchar(32) not null default '🏈', "scoreboard_goal_text" varchar(64) not null default 'TOUCHDOWN');`,
    );
    this.addSql(
      `create table "sport" ("id" serial primary key, "title" varchar(255) collate "en-US-x-icu" not null, "description" text null default '', "kind" varchar(32) not null default 'other', "scoreboard_preset_id" int null);`,
    );
    this.addSql('alter table "sport" add constraint "sport_title_unique" unique ("title");');
    this.addSql('create index "sport_scoreboard_preset_id_index" on "sport" ("scoreboard_preset_id");');
    this.addSql(
      'create table "position" ("id" serial primary key, "title" varchar(50) collate "en-US-x-icu" not null, "sport_id" int null, "category" varchar(50) null);',
    );
    this.addSql('alter table "position" add constraint "position_sport_title_unique" unique ("sport_id", "title");');
    this.addSql(
      'create table "competition" ("id" serial primary key, "sport_id" int not null, "title" varchar(255) collate "en-US-x-icu" not null, "country" varchar(100) null);',
    );
    this.addSql('create index "competition_sport_id_index" on "competition" ("sport_id");');
    this.addSql(
      'create table "user" ("id" serial primary key, "person_id" int null, "username" varchar(100) collate "en-US-x-icu" not null, "email" varchar(255) not null, "hashed_password" varchar(255) not null, "password_version" int not null default 1, "is_active" boolean not null default true, "last_online" timestamptz null, "is_online" boolean not null default false, "created" timestamptz not null default now());',
    );
    this.addSql('create index "user_person_id_index" on "user" ("person_id");');
    this.addSql('alter table "user" add constraint "user_username_unique" unique ("username");');
    this.addSql('alter table "user" add constraint "user_email_unique" unique ("email");');
    this.addSql('create index "user_username_trgm" on "user" using gin ("username" gin_trgm_ops);');
    this.addSql(
      `create table "tournament" ("id" serial primary key, "tournament_eesl_id" int null, "title" varchar(255) collate "en-US-x-icu" not null, "description" text null default '', "tournament_logo_url" varchar(255) null, "tournament_logo_icon_url" varchar(500) null default '', "tournament_logo_web_url" varchar(500) null default '', "season_id" int not null, "sport_id" int not null, "competition_id" int null, "main_sponsor_id" int null, "sponsor_line_id" int null, "user_id" int null, "isprivate" boolean not null default false);`,
    );
    this.addSql(
      'alter table "tournament" add constraint "tournament_tournament_eesl_id_unique" unique ("tournament_eesl_id");',
    );
    this.addSql('create index "tournament_title_index" on "tournament" ("title");');
    this.addSql('create index "tournament_season_id_index" on "tournament" ("season_id");');
    this.addSql('create index "tournament_sport_id_index" on "tournament" ("sport_id");');
    this.addSql('create index "tournament_main_sponsor_id_index" on "tournament" ("main_sponsor_id");');
    this.addSql('create index "tournament_sponsor_line_id_index" on "tournament" ("sponsor_line_id");');
    this.addSql('create index "tournament_user_id_index" on "tournament" ("user_id");');
    this.addSql('create index "tournament_title_trgm" on "tournament" using gin ("title" gin_trgm_ops);');
    this.addSql(
      'alter table "tournament" add constraint "tournament_competition_season_unique" unique ("competition_id", "season_id");',
    );
    this.addSql(
      'create table "model_version" ("id" serial primary key, "model_id" varchar(64) not null, "version" varchar(64) not null, "tournament_id" int null, "options" jsonb not null, "params" jsonb not null, "trained_from" timestamptz null, "trained_to" timestamptz null, "trained_on" int not null, "evaluation" jsonb null, "created_at" timestamptz not null default now());',
    );
    this.addSql(
      'create index "model_version_tournament_index" on "model_version" ("tournament_id", "model_id", "id");',
    );
    this.addSql(
      'alter table "model_version" add constraint "model_version_unique" unique ("model_id", "tournament_id", "version");',
    );
    this.addSql(
      `create table "team" ("id" serial primary key, "team_eesl_id" int null, "title" varchar(50) collate "en-US-x-icu" not null, "code" varchar(4) null, "description" text null default '', "team_logo_url" varchar(500) null, "team_logo_icon_url" varchar(500) null default '', "team_logo_web_url" varchar(500) null default '', "sport_id" int null, "city" varchar(50) collate "en-US-x-icu" null, "team_color" varchar(10) not null default '#c01c28', "main_sponsor_id" int null, "sponsor_line_id" int null, "user_id" int null, "isprivate" boolean not null default false);`,
    );
    this.addSql('alter table "team" add constraint "team_team_eesl_id_unique" unique ("team_eesl_id");');
    this.addSql('create index "team_title_index" on "team" ("title");');
    this.addSql('create index "team_sport_id_index" on "team" ("sport_id");');
    this.addSql('create index "team_main_sponsor_id_index" on "team" ("main_sponsor_id");');
    this.addSql('create index "team_sponsor_line_id_index" on "team" ("sponsor_line_id");');
    this.addSql('create index "team_user_id_index" on "team" ("user_id");');
    this.addSql('create index "team_title_trgm" on "team" using gin ("title" gin_trgm_ops);');
    this.addSql(
      'create table "team_tournament" ("id" serial primary key, "tournament_id" int not null, "team_id" int not null);',
    );
    this.addSql('create index "team_tournament_team_id_index" on "team_tournament" ("team_id");');
    this.addSql(
      'alter table "team_tournament" add constraint "team_tournament_unique" unique ("tournament_id", "team_id");',
    );
    this.addSql(
      `create table "person" ("id" serial primary key, "first_name" varchar(100) collate "en-US-x-icu" not null default '', "second_name" varchar(100) collate "en-US-x-icu" not null default '', "person_photo_url" varchar(500) null default '', "person_photo_icon_url" varchar(500) null default '', "person_photo_web_url" varchar(500) null default '', "person_dob" timestamptz null, "person_eesl_id" int null, "owner_user_id" int null, "isprivate" boolean not null default false);`,
    );
    this.addSql('alter table "person" add constraint "person_person_eesl_id_unique" unique ("person_eesl_id");');
    this.addSql('create index "person_owner_user_id_index" on "person" ("owner_user_id");');
    this.addSql(
      'create index "person_names_trgm" on "person" using gin ("first_name" gin_trgm_ops, "second_name" gin_trgm_ops);',
    );
    this.addSql('create index "person_second_name_index" on "person" ("second_name", "first_name");');
    this.addSql(
      'create table "player" ("id" serial primary key, "sport_id" int null, "person_id" int null, "player_eesl_id" int null, "user_id" int null, "isprivate" boolean not null default false);',
    );
    this.addSql('create index "player_sport_id_index" on "player" ("sport_id");');
    this.addSql('alter table "player" add constraint "player_player_eesl_id_unique" unique ("player_eesl_id");');
    this.addSql('create index "player_user_id_index" on "player" ("user_id");');
    this.addSql('alter table "player" add constraint "player_person_sport_unique" unique ("person_id", "sport_id");');
    this.addSql(
      `create table "player_team_tournament" ("id" serial primary key, "player_team_tournament_eesl_id" int null, "player_id" int null, "team_id" int null, "tournament_id" int null, "position_id" int null, "player_number" varchar(10) null default '0');`,
    );
    this.addSql(
      'alter table "player_team_tournament" add constraint "player_team_tournament_player_team_tournament_eesl_id_unique" unique ("player_team_tournament_eesl_id");',
    );
    this.addSql('create index "player_team_tournament_team_id_index" on "player_team_tournament" ("team_id");');
    this.addSql(
      'create index "player_team_tournament_tournament_id_index" on "player_team_tournament" ("tournament_id");',
    );
    this.addSql('create index "player_team_tournament_position_id_index" on "player_team_tournament" ("position_id");');
    this.addSql(
      'alter table "player_team_tournament" add constraint "player_team_tournament_player_tournament_unique" unique ("player_id", "tournament_id");',
    );
    this.addSql(
      `create table "match" ("id" serial primary key, "match_eesl_id" int null, "team_a_id" int not null, "team_b_id" int not null, "tournament_id" int null, "match_date" timestamptz null default now(), "kickoff_at" timestamptz generated always as ("match_date") stored null, "week" int null, "status" text not null default 'scheduled', "venue" varchar(255) collate "en-US-x-icu" null, "referee" varchar(255) collate "en-US-x-icu" null, "attendance" int null, "score_home" int null, "score_away" int null, "half_time_home" int null, "half_time_away" int null, "public_id" varchar(64) not null default substr(replace(gen_random_uuid()::text, '-', ''), 1, 25), "version" int not null default 1, "main_sponsor_id" int null, "sponsor_line_id" int null, "user_id" int null, "isprivate" boolean not null default false);`,
    );
    this.addSql('alter table "match" add constraint "match_match_eesl_id_unique" unique ("match_eesl_id");');
    this.addSql('alter table "match" add constraint "match_public_id_unique" unique ("public_id");');
    this.addSql('create index "match_main_sponsor_id_index" on "match" ("main_sponsor_id");');
    this.addSql('create index "match_sponsor_line_id_index" on "match" ("sponsor_line_id");');
    this.addSql('create index "match_user_id_index" on "match" ("user_id");');
    this.addSql('create index "match_kickoff_index" on "match" ("kickoff_at", "id");');
    this.addSql('create index "match_tournament_kickoff_index" on "match" ("tournament_id", "kickoff_at");');
    this.addSql('create index "match_home_kickoff_index" on "match" ("team_a_id", "kickoff_at");');
    this.addSql('create index "match_away_kickoff_index" on "match" ("team_b_id", "kickoff_at");');
    this.addSql('create index "match_status_kickoff_index" on "match" ("status", "kickoff_at");');
    this.addSql('create index "match_venue_trgm" on "match" using gin ("venue" gin_trgm_ops);');
    this.addSql('create index "match_referee_trgm" on "match" using gin ("referee" gin_trgm_ops);');
    this.addSql(
      `alter table "match" add constraint "match_status_check" check ("status" in ('scheduled', 'live', 'halftime', 'extra_time', 'penalties', 'finished', 'suspended', 'interrupted', 'postponed', 'cancelled', 'abandoned', 'awarded'));`,
    );
    this.addSql(
      'create table "stat_override" ("id" serial primary key, "match_id" int not null, "path" varchar(255) not null, "value" jsonb not null, "previous" jsonb null, "author_id" int null, "client_timestamp" timestamptz null, "created_at" timestamptz not null default now());',
    );
    this.addSql('create index "stat_override_author_id_index" on "stat_override" ("author_id");');
    this.addSql(
      'alter table "stat_override" add constraint "stat_override_match_path_unique" unique ("match_id", "path");',
    );
    this.addSql(
      'create table "prediction" ("id" serial primary key, "match_id" int not null, "model_version_id" int not null, "distribution" jsonb not null, "inputs_digest" varchar(64) not null, "as_of" timestamptz not null, "published_before_kickoff" boolean not null, "previous_hash" varchar(64) null, "hash" varchar(64) not null, "created_at" timestamptz not null default now());',
    );
    this.addSql('create index "prediction_model_version_id_index" on "prediction" ("model_version_id");');
    this.addSql('create index "prediction_match_index" on "prediction" ("match_id", "id");');
    this.addSql(
      'create table "prediction_evaluation" ("prediction_id" int not null, "outcome" text not null, "correct" boolean not null, "brier_score" double precision not null, "log_loss" double precision not null, "rps" double precision not null, "profit" double precision null, "evaluated_at" timestamptz not null default now(), primary key ("prediction_id"));',
    );
    this.addSql(
      `alter table "prediction_evaluation" add constraint "prediction_evaluation_outcome_check" check ("outcome" in ('home', 'draw', 'away'));`,
    );
    this.addSql(
      'create table "player_performance" ("id" serial primary key, "match_id" int not null, "player_id" int not null, "date" timestamptz not null, "minutes_played" int null, "physical" jsonb null, "physiological" jsonb null, "technical" jsonb null);',
    );
    this.addSql('create index "player_performance_player_date_index" on "player_performance" ("player_id", "date");');
    this.addSql(
      'alter table "player_performance" add constraint "player_performance_match_player_unique" unique ("match_id", "player_id");',
    );
    this.addSql(
      `create table "player_match" ("id" serial primary key, "player_match_eesl_id" int null, "player_team_tournament_id" int null, "match_id" int not null, "match_number" varchar(10) null default '0', "team_id" int not null, "match_position_id" int null, "is_start" boolean null default false, "is_starting" boolean null default false, "starting_type" varchar(20) null);`,
    );
    this.addSql(
      'alter table "player_match" add constraint "player_match_player_match_eesl_id_unique" unique ("player_match_eesl_id");',
    );
    this.addSql(
      'create index "player_match_player_team_tournament_id_index" on "player_match" ("player_team_tournament_id");',
    );
    this.addSql('create index "player_match_team_id_index" on "player_match" ("team_id");');
    this.addSql('create index "player_match_match_position_id_index" on "player_match" ("match_position_id");');
    this.addSql(
      'alter table "player_match" add constraint "player_match_match_membership_unique" unique ("match_id", "player_team_tournament_id");',
    );
    this.addSql(
      `create table "scoreboard" ("id" serial primary key, "match_id" int null, "is_qtr" boolean not null default true, "is_time" boolean not null default true, "is_playclock" boolean not null default true, "is_downdistance" boolean not null default true, "team_a_game_color" varchar(10) not null default '#c01c28', "use_team_a_game_color" boolean null default false, "team_b_game_color" varchar(10) not null default '#1c71d8', "use_team_b_game_color" boolean null default false, "team_a_game_title" varchar(50) null, "use_team_a_game_title" boolean null default false, "team_b_game_title" varchar(50) null, "use_team_b_game_title" boolean null default false, "team_a_game_logo" varchar(255) null, "use_team_a_game_logo" boolean null default false, "team_b_game_logo" varchar(255) null, "use_team_b_game_logo" boolean null default false, "scale_logo_a" double precision null default 2, "scale_logo_b" double precision null default 2, "is_flag" boolean null default false, "is_goal_team_a" boolean null default false, "is_goal_team_b" boolean null default false, "is_tournament_logo" boolean not null default true, "is_main_sponsor" boolean not null default true, "is_sponsor_line" boolean not null default true, "scale_tournament_logo" double precision null default 2, "scale_main_sponsor" double precision null default 2, "is_match_sponsor_line" boolean null default false, "is_team_a_start_offense" boolean null default false, "is_team_b_start_offense" boolean null default false, "is_team_a_start_defense" boolean null default false, "is_team_b_start_defense" boolean null default false, "is_match_player_lower" boolean null default false, "player_match_lower_id" int null, "is_timeout_team_a" boolean null default false, "is_timeout_team_b" boolean null default false, "is_home_match_team_lower" boolean null default false, "is_away_match_team_lower" boolean null default false, "is_football_qb_full_stats_lower" boolean null default false, "football_qb_full_stats_match_lower_id" int null, "language_code" varchar(5) null default 'en', "use_sport_preset" boolean not null default true, "period_mode" varchar(10) not null default 'qtr', "period_count" int not null default 4, "period_labels_json" jsonb null);`,
    );
    this.addSql('alter table "scoreboard" add constraint "scoreboard_match_id_unique" unique ("match_id");');
    this.addSql('create index "scoreboard_player_match_lower_id_index" on "scoreboard" ("player_match_lower_id");');
    this.addSql(
      'create index "scoreboard_football_qb_full_stats_match_lower_id_index" on "scoreboard" ("football_qb_full_stats_match_lower_id");',
    );
    this.addSql(
      `create table "playclock" ("id" serial primary key, "match_id" int not null, "playclock" int null, "playclock_status" varchar(50) null default 'stopped', "version" int not null default 1, "started_at_ms" bigint null);`,
    );
    this.addSql('alter table "playclock" add constraint "playclock_match_id_unique" unique ("match_id");');
    this.addSql(
      'create index "playclock_running_index" on "playclock" ("started_at_ms") where "started_at_ms" is not null;',
    );
    this.addSql(
      'create table "odds" ("id" bigserial primary key, "match_id" int not null, "bookmaker" varchar(32) not null, "market" varchar(32) not null, "selection" varchar(16) not null, "line" real null, "price" real not null, "observed_at" timestamptz null, "closing" boolean not null default false);',
    );
    this.addSql('create index "odds_match_id_index" on "odds" ("match_id");');
    this.addSql(
      'create table "match_stat_line" ("id" serial primary key, "match_id" int not null, "team_id" int not null, "period" text not null, "goals" smallint null, "corners" smallint null, "shots" smallint null, "shots_on_target" smallint null, "yellow_cards" smallint null, "red_cards" smallint null, "fouls" smallint null, "offsides" smallint null, "saves" smallint null, "possession" real null, "xg" real null);',
    );
    this.addSql('create index "match_stat_line_team_id_index" on "match_stat_line" ("team_id");');
    this.addSql(
      'alter table "match_stat_line" add constraint "match_stat_line_unique" unique ("match_id", "team_id", "period");',
    );
    this.addSql(
      `alter table "match_stat_line" add constraint "match_stat_line_period_check" check ("period" in ('full', 'first_half', 'second_half'));`,
    );
    this.addSql(
      `create table "match_event" ("id" serial primary key, "match_id" int not null, "period" smallint not null default 1, "clock_seconds" double precision not null, "type" varchar(64) not null, "player_id" int null, "team_id" int null, "x" real null, "y" real null, "outcome" varchar(64) null, "xg" real null, "details" jsonb null, "revision" int not null default 1, "status" text not null default 'confirmed', "supersedes_id" int null, "created_at" timestamptz not null default now());`,
    );
    this.addSql('create index "match_event_player_id_index" on "match_event" ("player_id");');
    this.addSql('create index "match_event_team_id_index" on "match_event" ("team_id");');
    this.addSql('create index "match_event_supersedes_id_index" on "match_event" ("supersedes_id");');
    this.addSql(
      'create index "match_event_match_clock_index" on "match_event" ("match_id", "period", "clock_seconds", "id");',
    );
    this.addSql('create index "match_event_match_type_index" on "match_event" ("match_id", "type");');
    this.addSql(
      `alter table "match_event" add constraint "match_event_status_check" check ("status" in ('provisional', 'confirmed', 'amended', 'retracted'));`,
    );
    this.addSql(
      `create table "matchdata" ("id" serial primary key, "match_id" int not null, "score_team_a" int null default 0, "score_team_b" int null default 0, "field_length" int null default 92, "game_status" varchar(50) null default 'in-progress', "timeout_team_a" varchar(4) null default '●●●', "timeout_team_b" varchar(4) null default '●●●', "qtr" varchar(10) null default '1st', "period_key" varchar(50) not null default 'period.1', "ball_on" int null default 20, "down" varchar(10) null default '1st', "distance" varchar(20) null default '10');`,
    );
    this.addSql('alter table "matchdata" add constraint "matchdata_match_id_unique" unique ("match_id");');
    this.addSql(
      `create table "gameclock" ("id" serial primary key, "match_id" int not null, "gameclock" int null default 720, "gameclock_status" varchar(50) null default 'stopped', "gameclock_time_remaining" int null, "gameclock_max" int null default 720, "version" int not null default 1, "started_at_ms" bigint null, "direction" varchar(10) not null default 'down', "on_stop_behavior" varchar(10) not null default 'hold', "use_sport_preset" boolean not null default true);`,
    );
    this.addSql('alter table "gameclock" add constraint "gameclock_match_id_unique" unique ("match_id");');
    this.addSql(
      'create index "gameclock_running_index" on "gameclock" ("started_at_ms") where "started_at_ms" is not null;',
    );
    this.addSql(
      'create table "football_event" ("id" serial primary key, "match_id" int not null, "event_number" int null, "event_qtr" int null, "ball_on" int null, "ball_moved_to" int null, "ball_picked_on" int null, "ball_kicked_to" int null, "ball_returned_to" int null, "ball_picked_on_fumble" int null, "ball_returned_to_on_fumble" int null, "offense_team" int null, "event_down" int null, "event_distance" int null, "distance_on_offence" int null, "event_hash" varchar(255) null, "play_direction" varchar(255) null, "event_strong_side" varchar(255) null, "play_type" varchar(255) null, "play_result" varchar(255) null, "score_result" varchar(255) null, "is_fumble" boolean null, "is_fumble_recovered" boolean null, "event_qb" int null, "run_player" int null, "pass_received_player" int null, "pass_dropped_player" int null, "pass_deflected_player" int null, "pass_intercepted_player" int null, "fumble_player" int null, "fumble_recovered_player" int null, "tackle_player" int null, "assist_tackle_player" int null, "sack_player" int null, "score_player" int null, "defence_score_player" int null, "kick_player" int null, "kickoff_player" int null, "return_player" int null, "pat_one_player" int null, "flagged_player" int null, "punt_player" int null);',
    );
    this.addSql('create index "football_event_offense_team_index" on "football_event" ("offense_team");');
    this.addSql('create index "football_event_event_qb_index" on "football_event" ("event_qb");');
    this.addSql('create index "football_event_run_player_index" on "football_event" ("run_player");');
    this.addSql(
      'create index "football_event_pass_received_player_index" on "football_event" ("pass_received_player");',
    );
    this.addSql('create index "football_event_pass_dropped_player_index" on "football_event" ("pass_dropped_player");');
    this.addSql(
      'create index "football_event_pass_deflected_player_index" on "football_event" ("pass_deflected_player");',
    );
    this.addSql(
      'create index "football_event_pass_intercepted_player_index" on "football_event" ("pass_intercepted_player");',
    );
    this.addSql('create index "football_event_fumble_player_index" on "football_event" ("fumble_player");');
    this.addSql(
      'create index "football_event_fumble_recovered_player_index" on "football_event" ("fumble_recovered_player");',
    );
    this.addSql('create index "football_event_tackle_player_index" on "football_event" ("tackle_player");');
    this.addSql(
      'create index "football_event_assist_tackle_player_index" on "football_event" ("assist_tackle_player");',
    );
    this.addSql('create index "football_event_sack_player_index" on "football_event" ("sack_player");');
    this.addSql('create index "football_event_score_player_index" on "football_event" ("score_player");');
    this.addSql(
      'create index "football_event_defence_score_player_index" on "football_event" ("defence_score_player");',
    );
    this.addSql('create index "football_event_kick_player_index" on "football_event" ("kick_player");');
    this.addSql('create index "football_event_kickoff_player_index" on "football_event" ("kickoff_player");');
    this.addSql('create index "football_event_return_player_index" on "football_event" ("return_player");');
    this.addSql('create index "football_event_pat_one_player_index" on "football_event" ("pat_one_player");');
    this.addSql('create index "football_event_flagged_player_index" on "football_event" ("flagged_player");');
    this.addSql('create index "football_event_punt_player_index" on "football_event" ("punt_player");');
    this.addSql('create index "football_event_match_number_index" on "football_event" ("match_id", "event_number");');
    this.addSql(
      `create table "api_client" ("id" serial primary key, "client_id" varchar(64) not null, "name" varchar(255) not null, "secret_hash" varchar(255) null, "plan" text not null default 'free', "scopes" text[] not null, "owner_id" int null, "is_active" boolean not null default true, "created_at" timestamptz not null default now());`,
    );
    this.addSql('alter table "api_client" add constraint "api_client_client_id_unique" unique ("client_id");');
    this.addSql('create index "api_client_owner_id_index" on "api_client" ("owner_id");');
    this.addSql(
      `alter table "api_client" add constraint "api_client_plan_check" check ("plan" in ('free', 'developer', 'pro', 'enterprise'));`,
    );
    this.addSql(
      `create table "prediction_request" ("id" serial primary key, "client_id" int null, "match_id" int null, "prediction_id" int null, "payload" jsonb not null, "status" text not null default 'queued', "progress" smallint not null default 0, "priority" smallint not null default 0, "callback_url" varchar(2048) null, "error" text null, "submitted_at" timestamptz not null default now(), "started_at" timestamptz null, "finished_at" timestamptz null);`,
    );
    this.addSql('create index "prediction_request_client_id_index" on "prediction_request" ("client_id");');
    this.addSql('create index "prediction_request_match_id_index" on "prediction_request" ("match_id");');
    this.addSql('create index "prediction_request_prediction_id_index" on "prediction_request" ("prediction_id");');
    this.addSql('create index "prediction_request_status_index" on "prediction_request" ("status", "priority", "id");');
    this.addSql(
      `alter table "prediction_request" add constraint "prediction_request_status_check" check ("status" in ('queued', 'running', 'completed', 'failed', 'cancelled'));`,
    );
    this.addSql(
      'create table "plan_usage" ("client_id" int not null, "window" varchar(32) not null, "starts_at" timestamptz not null, "used" int not null default 0, primary key ("client_id", "window", "starts_at"));',
    );
    this.addSql(
      'create table "api_key" ("id" serial primary key, "client_id" int not null, "prefix" varchar(16) not null, "key_hash" varchar(64) not null, "scopes" text[] not null, "expires_at" timestamptz null, "last_used_at" timestamptz null, "revoked_at" timestamptz null, "created_at" timestamptz not null default now());',
    );
    this.addSql('create index "api_key_client_id_index" on "api_key" ("client_id");');
    this.addSql('alter table "api_key" add constraint "api_key_prefix_unique" unique ("prefix");');
    this.addSql('alter table "api_key" add constraint "api_key_key_hash_unique" unique ("key_hash");');
    this.addSql(
      'create table "user_role" ("user_id" int not null, "role_id" int not null, primary key ("user_id", "role_id"));',
    );
    this.addSql('create index "user_role_role_id_index" on "user_role" ("role_id");');
    this.addSql(
      'create table "webhook" ("id" serial primary key, "client_id" int not null, "url" varchar(2048) not null, "events" text[] not null, "secret" varchar(255) not null, "is_active" boolean not null default true, "disabled_reason" varchar(255) null, "created_at" timestamptz not null default now());',
    );
    this.addSql('create index "webhook_client_id_index" on "webhook" ("client_id");');
    this.addSql(
      `create table "webhook_delivery" ("id" serial primary key, "webhook_id" int not null, "message_id" varchar(64) not null, "event" varchar(64) not null, "payload" jsonb not null, "status" text not null default 'pending', "attempt" int not null default 0, "response_status" int null, "latency_ms" int null, "next_try_at" timestamptz null, "created_at" timestamptz not null default now());`,
    );
    this.addSql('create index "webhook_delivery_webhook_id_index" on "webhook_delivery" ("webhook_id");');
    this.addSql('create index "webhook_delivery_due_index" on "webhook_delivery" ("status", "next_try_at");');
    this.addSql(
      `alter table "webhook_delivery" add constraint "webhook_delivery_status_check" check ("status" in ('pending', 'delivered', 'failed'));`,
    );
    this.addSql(
      'alter table "sponsor_sponsor_line" add constraint "sponsor_sponsor_line_sponsor_line_id_foreign" foreign key ("sponsor_line_id") references "sponsor_line" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "sponsor_sponsor_line" add constraint "sponsor_sponsor_line_sponsor_id_foreign" foreign key ("sponsor_id") references "sponsor" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "sport" add constraint "sport_scoreboard_preset_id_foreign" foreign key ("scoreboard_preset_id") references "sport_scoreboard_preset" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "position" add constraint "position_sport_id_foreign" foreign key ("sport_id") references "sport" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "competition" add constraint "competition_sport_id_foreign" foreign key ("sport_id") references "sport" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "user" add constraint "user_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "tournament" add constraint "tournament_season_id_foreign" foreign key ("season_id") references "season" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "tournament" add constraint "tournament_sport_id_foreign" foreign key ("sport_id") references "sport" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "tournament" add constraint "tournament_competition_id_foreign" foreign key ("competition_id") references "competition" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "tournament" add constraint "tournament_main_sponsor_id_foreign" foreign key ("main_sponsor_id") references "sponsor" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "tournament" add constraint "tournament_sponsor_line_id_foreign" foreign key ("sponsor_line_id") references "sponsor_line" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "tournament" add constraint "tournament_user_id_foreign" foreign key ("user_id") references "user" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "model_version" add constraint "model_version_tournament_id_foreign" foreign key ("tournament_id") references "tournament" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "team" add constraint "team_sport_id_foreign" foreign key ("sport_id") references "sport" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "team" add constraint "team_main_sponsor_id_foreign" foreign key ("main_sponsor_id") references "sponsor" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "team" add constraint "team_sponsor_line_id_foreign" foreign key ("sponsor_line_id") references "sponsor_line" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "team" add constraint "team_user_id_foreign" foreign key ("user_id") references "user" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "team_tournament" add constraint "team_tournament_tournament_id_foreign" foreign key ("tournament_id") references "tournament" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "team_tournament" add constraint "team_tournament_team_id_foreign" foreign key ("team_id") references "team" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "person" add constraint "person_owner_user_id_foreign" foreign key ("owner_user_id") references "user" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "player" add constraint "player_sport_id_foreign" foreign key ("sport_id") references "sport" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "player" add constraint "player_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "player" add constraint "player_user_id_foreign" foreign key ("user_id") references "user" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "player_team_tournament" add constraint "player_team_tournament_player_id_foreign" foreign key ("player_id") references "player" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "player_team_tournament" add constraint "player_team_tournament_team_id_foreign" foreign key ("team_id") references "team" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "player_team_tournament" add constraint "player_team_tournament_tournament_id_foreign" foreign key ("tournament_id") references "tournament" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "player_team_tournament" add constraint "player_team_tournament_position_id_foreign" foreign key ("position_id") references "position" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "match" add constraint "match_team_a_id_foreign" foreign key ("team_a_id") references "team" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "match" add constraint "match_team_b_id_foreign" foreign key ("team_b_id") references "team" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "match" add constraint "match_tournament_id_foreign" foreign key ("tournament_id") references "tournament" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "match" add constraint "match_main_sponsor_id_foreign" foreign key ("main_sponsor_id") references "sponsor" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "match" add constraint "match_sponsor_line_id_foreign" foreign key ("sponsor_line_id") references "sponsor_line" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "match" add constraint "match_user_id_foreign" foreign key ("user_id") references "user" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "stat_override" add constraint "stat_override_match_id_foreign" foreign key ("match_id") references "match" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "stat_override" add constraint "stat_override_author_id_foreign" foreign key ("author_id") references "user" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "prediction" add constraint "prediction_match_id_foreign" foreign key ("match_id") references "match" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "prediction" add constraint "prediction_model_version_id_foreign" foreign key ("model_version_id") references "model_version" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "prediction_evaluation" add constraint "prediction_evaluation_prediction_id_foreign" foreign key ("prediction_id") references "prediction" ("id") on update cascade on delete cascade;',
    );
    this.addSql(
      'alter table "player_performance" add constraint "player_performance_match_id_foreign" foreign key ("match_id") references "match" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "player_performance" add constraint "player_performance_player_id_foreign" foreign key ("player_id") references "player" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "player_match" add constraint "player_match_player_team_tournament_id_foreign" foreign key ("player_team_tournament_id") references "player_team_tournament" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "player_match" add constraint "player_match_match_id_foreign" foreign key ("match_id") references "match" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "player_match" add constraint "player_match_team_id_foreign" foreign key ("team_id") references "team" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "player_match" add constraint "player_match_match_position_id_foreign" foreign key ("match_position_id") references "position" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "scoreboard" add constraint "scoreboard_match_id_foreign" foreign key ("match_id") references "match" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "scoreboard" add constraint "scoreboard_player_match_lower_id_foreign" foreign key ("player_match_lower_id") references "player_match" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "scoreboard" add constraint "scoreboard_football_qb_full_stats_match_lower_id_foreign" foreign key ("football_qb_full_stats_match_lower_id") references "player_match" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "playclock" add constraint "playclock_match_id_foreign" foreign key ("match_id") references "match" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "odds" add constraint "odds_match_id_foreign" foreign key ("match_id") references "match" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "match_stat_line" add constraint "match_stat_line_match_id_foreign" foreign key ("match_id") references "match" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "match_stat_line" add constraint "match_stat_line_team_id_foreign" foreign key ("team_id") references "team" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "match_event" add constraint "match_event_match_id_foreign" foreign key ("match_id") references "match" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "match_event" add constraint "match_event_player_id_foreign" foreign key ("player_id") references "player" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "match_event" add constraint "match_event_team_id_foreign" foreign key ("team_id") references "team" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "match_event" add constraint "match_event_supersedes_id_foreign" foreign key ("supersedes_id") references "match_event" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "matchdata" add constraint "matchdata_match_id_foreign" foreign key ("match_id") references "match" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "gameclock" add constraint "gameclock_match_id_foreign" foreign key ("match_id") references "match" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "football_event" add constraint "football_event_match_id_foreign" foreign key ("match_id") references "match" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "football_event" add constraint "football_event_offense_team_foreign" foreign key ("offense_team") references "team" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "football_event" add constraint "football_event_event_qb_foreign" foreign key ("event_qb") references "player_match" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "football_event" add constraint "football_event_run_player_foreign" foreign key ("run_player") references "player_match" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "football_event" add constraint "football_event_pass_received_player_foreign" foreign key ("pass_received_player") references "player_match" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "football_event" add constraint "football_event_pass_dropped_player_foreign" foreign key ("pass_dropped_player") references "player_match" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "football_event" add constraint "football_event_pass_deflected_player_foreign" foreign key ("pass_deflected_player") references "player_match" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "football_event" add constraint "football_event_pass_intercepted_player_foreign" foreign key ("pass_intercepted_player") references "player_match" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "football_event" add constraint "football_event_fumble_player_foreign" foreign key ("fumble_player") references "player_match" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "football_event" add constraint "football_event_fumble_recovered_player_foreign" foreign key ("fumble_recovered_player") references "player_match" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "football_event" add constraint "football_event_tackle_player_foreign" foreign key ("tackle_player") references "player_match" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "football_event" add constraint "football_event_assist_tackle_player_foreign" foreign key ("assist_tackle_player") references "player_match" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "football_event" add constraint "football_event_sack_player_foreign" foreign key ("sack_player") references "player_match" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "football_event" add constraint "football_event_score_player_foreign" foreign key ("score_player") references "player_match" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "football_event" add constraint "football_event_defence_score_player_foreign" foreign key ("defence_score_player") references "player_match" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "football_event" add constraint "football_event_kick_player_foreign" foreign key ("kick_player") references "player_match" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "football_event" add constraint "football_event_kickoff_player_foreign" foreign key ("kickoff_player") references "player_match" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "football_event" add constraint "football_event_return_player_foreign" foreign key ("return_player") references "player_match" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "football_event" add constraint "football_event_pat_one_player_foreign" foreign key ("pat_one_player") references "player_match" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "football_event" add constraint "football_event_flagged_player_foreign" foreign key ("flagged_player") references "player_match" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "football_event" add constraint "football_event_punt_player_foreign" foreign key ("punt_player") references "player_match" ("id") on delete no action;',
    );
    this.addSql(
      'alter table "api_client" add constraint "api_client_owner_id_foreign" foreign key ("owner_id") references "user" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "prediction_request" add constraint "prediction_request_client_id_foreign" foreign key ("client_id") references "api_client" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "prediction_request" add constraint "prediction_request_match_id_foreign" foreign key ("match_id") references "match" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "prediction_request" add constraint "prediction_request_prediction_id_foreign" foreign key ("prediction_id") references "prediction" ("id") on delete set null;',
    );
    this.addSql(
      'alter table "plan_usage" add constraint "plan_usage_client_id_foreign" foreign key ("client_id") references "api_client" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "api_key" add constraint "api_key_client_id_foreign" foreign key ("client_id") references "api_client" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "user_role" add constraint "user_role_user_id_foreign" foreign key ("user_id") references "user" ("id") on update cascade on delete cascade;',
    );
    this.addSql(
      'alter table "user_role" add constraint "user_role_role_id_foreign" foreign key ("role_id") references "role" ("id") on update cascade on delete cascade;',
    );
    this.addSql(
      'alter table "webhook" add constraint "webhook_client_id_foreign" foreign key ("client_id") references "api_client" ("id") on delete cascade;',
    );
    this.addSql(
      'alter table "webhook_delivery" add constraint "webhook_delivery_webhook_id_foreign" foreign key ("webhook_id") references "webhook" ("id") on delete cascade;',
    );
  }
}
