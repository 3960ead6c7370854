import { Migration } from '@mikro-orm/migrations';

export class Migration0013FinishedLiveRows extends Migration {
  override up(): void {
    this.addSql(ENSURE_LIVE_ROWS);
  }
}

/**
 * As 0009 has it, and besides: a match that is over when it gets its rows is shown as it ended: completed, in the last
 * period, its clock stopped where it ends. Rows that are there already stay.
 */
const ENSURE_LIVE_ROWS = `
create or replace function ensure_live_rows(a_match_id int) returns void language sql as $$
  with subject as (
    select coalesce(m.score_home, 0) as score_a, coalesce(m.score_away, 0) as score_b,
           a.title as title_a, b.title as title_b, a.team_color as color_a, b.team_color as color_b,
           coalesce(o.scale_logo, 2) as scale_sponsor, m.status in ('finished', 'awarded') as is_over, p.*,
           coalesce(substring(d.period_key from '[0-9]{1,2}'), substring(d.qtr from '[0-9]{1,2}'))::int as period_shown
    from match m
    join team a on a.id = m.team_a_id
    join team b on b.id = m.team_b_id
    left join tournament t on t.id = m.tournament_id
    left join sponsor o on o.id = t.main_sponsor_id
    left join sport s on s.id = coalesce(t.sport_id, a.sport_id)
    left join sport_scoreboard_preset p on p.id = s.scoreboard_preset_id
    left join matchdata d on d.match_id = m.id
    where m.id = a_match_id
  ), placed as (
    select subject.*, period,
           coalesce(gameclock_max, 720) * case when period_clock_variant = 'cumulative' then period else 1 end as clock_max
    from subject cross join lateral (
      select greatest(1, coalesce(period_shown, case when is_over then coalesce(period_count, 4) end, 1)) as period
    ) shown
  ), data as (
    insert into matchdata (match_id, score_team_a, score_team_b, game_status, period_key, qtr)
    select a_match_id, score_a, score_b, case when is_over then 'completed' else 'in-progress' end, 'period.' || period,
           period || case when period % 100 between 11 and 13 then 'th'
                          else coalesce((array['st', 'nd', 'rd'])[period % 10], 'th') end
    from placed on conflict (match_id) do nothing
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
    from placed cross join lateral (
      select case when is_over then case direction when 'up' then clock_max else 0 end
                  when initial_time_mode = 'zero' then 0
                  when initial_time_mode = 'min' then greatest(0, least(coalesce(initial_time_min_seconds, 0), clock_max))
                  else clock_max end as shown
    ) start
    on conflict (match_id) do nothing
  )
  insert into playclock (match_id)
  select a_match_id from subject where coalesce(has_playclock, true) on conflict (match_id) do nothing;
$$;`;
