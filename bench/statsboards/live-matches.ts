import { Client } from 'pg';

/** As many matches, each with 45 players a team and these plays. */
export const LIVE_MATCHES = 600;
export const PLAYS = 120;
const FIRST_ID = 100_001;

export const liveMatchIds = Array.from({ length: LIVE_MATCHES }, (_, index) => FIRST_ID + index);

/** Matches in full swing, between teams 1 and 2 of the league that is there. */
export async function fillLiveMatches(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`
    insert into match (id, tournament_id, team_a_id, team_b_id, week, match_date)
      select ${FIRST_ID} - 1 + n, 1, 1, 2, 1, now() from generate_series(1, ${LIVE_MATCHES}) n;
    select ensure_live_rows(id) from match where id >= ${FIRST_ID};
    insert into player_match (match_id, team_id, player_team_tournament_id, match_position_id, match_number)
      select m.id, p.team_id, p.id, p.position_id, p.player_number from match m
        join lateral (select *, row_number() over (partition by team_id order by id) as place from player_team_tournament
                      where team_id in (1, 2) and tournament_id = 1) p on p.place <= 45
       where m.id >= ${FIRST_ID};
    insert into football_event (match_id, event_number, event_qtr, event_down, event_distance, ball_on, ball_moved_to,
                                offense_team, play_type, play_result, event_qb, run_player, pass_received_player)
      select m.id, n, 1 + n / 31, 1 + n % 4, 10, 20 + n % 50, 20 + n % 50 + n % 7, 1 + n / 6 % 2,
             case when n % 2 = 0 then 'run' else 'pass' end, case when n % 2 = 0 then 'run' else 'pass_completed' end,
             p.ids[1 + n / 6 % 2], case when n % 2 = 0 then p.ids[3 + n % 5] end, case when n % 2 = 1 then p.ids[3 + n % 9] end
        from match m join lateral (select array_agg(id order by id) as ids from player_match where match_id = m.id) p on true,
             generate_series(1, ${PLAYS}) n
       where m.id >= ${FIRST_ID};
    analyze;`);
  await client.end();
}
