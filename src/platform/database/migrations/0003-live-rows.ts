import { Migration } from '@mikro-orm/migrations';

export class Migration0003LiveRows extends Migration {
  override up(): void {
    this.addSql(ENSURE_LIVE_ROWS);
    this.addSql(ROLES);
  }
}

/**
 * Gives a match its matchdata, scoreboard and clocks, with the defaults of its sport's preset. Creating a match calls
 * it in the same transaction; whoever first needs them calls it for a match that was bulk-imported. One statement,
 * and whoever comes second changes nothing.
 */
const ENSURE_LIVE_ROWS = `
create function ensure_live_rows(a_match_id int) returns void language sql as $$
  with subject as (
    select coalesce(m.score_home, 0) as score_a, coalesce(m.score_away, 0) as score_b,
           a.title as title_a, b.title as title_b, a.team_color as color_a, b.team_color as color_b,
           p.*,
           case when p.id is null then 720
                when p.initial_time_mode = 'zero' then 0
                when p.initial_time_mode = 'min' then
                  greatest(0, least(coalesce(p.initial_time_min_seconds, 0), coalesce(p.gameclock_max, 720)))
                else coalesce(p.gameclock_max, 720) end as clock_start
    from match m
    join team a on a.id = m.team_a_id
    join team b on b.id = m.team_b_id
    left join tournament t on t.id = m.tournament_id
    left join sport s on s.id = coalesce(t.sport_id, a.sport_id)
    left join sport_scoreboard_preset p on p.id = s.scoreboard_preset_id
    where m.id = a_match_id
  ), data as (
    insert into matchdata (match_id, score_team_a, score_team_b)
    select a_match_id, score_a, score_b from subject on conflict (match_id) do nothing
  ), board as (
    insert into scoreboard (match_id, team_a_game_color, team_b_game_color, team_a_game_title, team_b_game_title,
                            is_qtr, is_time, is_playclock, is_downdistance, period_mode, period_count, period_labels_json)
    select a_match_id, color_a, color_b, title_a, title_b,
           coalesce(is_qtr, true), coalesce(is_time, true), coalesce(is_playclock, true),
           coalesce(is_downdistance, true), coalesce(period_mode, 'qtr'), coalesce(period_count, 4), period_labels_json
    from subject on conflict (match_id) do nothing
  ), clock as (
    insert into gameclock (match_id, gameclock, gameclock_time_remaining, gameclock_max, direction, on_stop_behavior)
    select a_match_id, clock_start, clock_start, coalesce(gameclock_max, 720), coalesce(direction, 'down'),
           coalesce(on_stop_behavior, 'hold')
    from subject on conflict (match_id) do nothing
  )
  insert into playclock (match_id)
  select a_match_id from subject where coalesce(has_playclock, true) on conflict (match_id) do nothing;
$$;`;

const ROLES = `
insert into role (id, name, description) values
  (1, 'user', 'Signed-in user'), (2, 'admin', 'Administers everything'), (3, 'editor', 'Edits leagues and matches'),
  (4, 'player', 'Player'), (5, 'coach', 'Coach'), (6, 'streamer', 'Broadcasts matches');
select setval(pg_get_serial_sequence('role', 'id'), 6);`;
