import { Migration } from '@mikro-orm/migrations';

export class Migration0009MatchKeeping extends Migration {
  override up(): void {
    this.addSql('create index "match_week_kickoff_index" on "match" ("week", "kickoff_at", "id");');
    this.addSql(PLAYS_OUTLIVE_PLAYERS);
    this.addSql(ENSURE_LIVE_ROWS);
  }
}

/** Where a play names those who took part in it. */
const PARTICIPANTS = [
  'event_qb',
  'run_player',
  'pass_received_player',
  'pass_dropped_player',
  'pass_deflected_player',
  'pass_intercepted_player',
  'fumble_player',
  'fumble_recovered_player',
  'tackle_player',
  'assist_tackle_player',
  'sack_player',
  'score_player',
  'defence_score_player',
  'kick_player',
  'kickoff_player',
  'return_player',
  'pat_one_player',
  'flagged_player',
  'punt_player',
];

/**
 * Whoever is taken from a match's roster leaves its plays, in one change of each play. Where the match itself goes, its
 * plays go with it.
 */
const PLAYS_OUTLIVE_PLAYERS = `
create function player_leaves_plays() returns trigger language plpgsql as $$
begin
  if not exists (select from match where id = old.match_id) then return old; end if;
  update football_event set ${PARTICIPANTS.map((name) => `${name} = nullif(${name}, old.id)`).join(', ')}
  where match_id = old.match_id and old.id in (${PARTICIPANTS.join(', ')});
  return old;
end $$;
create trigger player_leaves_plays before delete on player_match for each row execute function player_leaves_plays();`;

/**
 * As 0003 has it, and besides: a clock that counts on through the periods may show all of those so far; a sport without a play clock
 * shows none; the main sponsor is as large as the tournament's sponsor says.
 */
const ENSURE_LIVE_ROWS = `
create or replace function ensure_live_rows(a_match_id int) returns void language sql as $$
  with subject as (
    select coalesce(m.score_home, 0) as score_a, coalesce(m.score_away, 0) as score_b,
           a.title as title_a, b.title as title_b, a.team_color as color_a, b.team_color as color_b,
           coalesce(o.scale_logo, 2) as scale_sponsor, p.*,
           coalesce(p.gameclock_max, 720) * case when p.period_clock_variant = 'cumulative' then
             greatest(1, coalesce(substring(d.period_key from '[0-9]{1,2}'), substring(d.qtr from '[0-9]{1,2}'), '1')::int)
             else 1 end as clock_max
    from match m
    join team a on a.id = m.team_a_id
    join team b on b.id = m.team_b_id
    left join tournament t on t.id = m.tournament_id
    left join sponsor o on o.id = t.main_sponsor_id
    left join sport s on s.id = coalesce(t.sport_id, a.sport_id)
    left join sport_scoreboard_preset p on p.id = s.scoreboard_preset_id
    left join matchdata d on d.match_id = m.id
    where m.id = a_match_id
  ), data as (
    insert into matchdata (match_id, score_team_a, score_team_b)
    select a_match_id, score_a, score_b from subject on conflict (match_id) do nothing
  ), board as (
    insert into scoreboard (match_id, team_a_game_color, team_b_game_color, team_a_game_title, team_b_game_title,
                            scale_main_sponsor, is_qtr, is_time, is_playclock, is_downdistance, period_mode,
                            period_count, period_labels_json)
    select a_match_id, color_a, color_b, title_a, title_b, scale_sponsor,
           coalesce(is_qtr, true), coalesce(is_time, true), coalesce(is_playclock and has_playclock, true),
           coalesce(is_downdistance, true), coalesce(period_mode, 'qtr'), coalesce(period_count, 4), period_labels_json
    from subject on conflict (match_id) do nothing
  ), clock as (
    insert into gameclock (match_id, gameclock, gameclock_time_remaining, gameclock_max, direction, on_stop_behavior)
    select a_match_id, shown, case direction when 'up' then clock_max - shown else shown end, clock_max,
           coalesce(direction, 'down'), coalesce(on_stop_behavior, 'hold')
    from subject cross join lateral (
      select case initial_time_mode
               when 'zero' then 0
               when 'min' then greatest(0, least(coalesce(initial_time_min_seconds, 0), clock_max))
               else clock_max end as shown
    ) start
    on conflict (match_id) do nothing
  )
  insert into playclock (match_id)
  select a_match_id from subject where coalesce(has_playclock, true) on conflict (match_id) do nothing;
$$;`;
