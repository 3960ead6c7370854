import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/** Numbers that the examples of matches, clocks, scoreboards, rosters and plays name. */
const MATCH = 123;
/** Our own documents name this one: it is still to be played. */
const NEXT_MATCH = 1;
const ROW = 1;
const QUARTERBACK = 456;

/** Tables with one row for each match. */
const LIVE_TABLES = ['matchdata', 'scoreboard', 'gameclock', 'playclock'];
const NUMBERED = [...LIVE_TABLES, 'match', 'player_match', 'football_event'];

/** What the examples of the live match need. Everything stays that is there; later rows get later numbers. */
@Injectable()
export class MatchExamplesRepository {
  constructor(private readonly em: EntityManager) {}

  /** Makes what is missing. */
  async ensure(): Promise<void> {
    await this.em.transactional(async (em) => {
      const isNew = (await em.execute<unknown[]>(MATCH_OF_THE_EXAMPLES, [MATCH, MATCH])).length > 0;
      await em.execute('select ensure_live_rows(?)', [MATCH]);
      if (isNew) await em.execute(`update match set status = 'finished' where id = ?`, [MATCH]);
      // The examples want a play clock, whatever the sport of the match.
      await em.execute('insert into playclock (match_id) values (?) on conflict (match_id) do nothing', [MATCH]);
      for (const table of LIVE_TABLES) {
        await em.execute(
          `update ${table} set id = ? where match_id = ? and not exists (select from ${table} where id = ?)`,
          [ROW, MATCH, ROW],
        );
      }
      if ((await em.execute<unknown[]>(NEXT_MATCH_OF_THE_EXAMPLES, [NEXT_MATCH, MATCH, NEXT_MATCH])).length > 0) {
        await em.execute('select ensure_live_rows(?)', [NEXT_MATCH]);
      }
      await em.execute(PLAYERS, [MATCH, MATCH, QUARTERBACK, QUARTERBACK]);
      await em.execute(PLAYS, [QUARTERBACK, MATCH, MATCH]);
      for (const table of NUMBERED) {
        await em.execute(
          `select setval(pg_get_serial_sequence('${table}', 'id'),
                         greatest(1, max(id), nextval(pg_get_serial_sequence('${table}', 'id')) - 1)) from ${table}`,
        );
      }
    });
  }
}

/**
 * In the tournament that both have been entered for. It is long over, but the examples start its clock: it gets that
 * while it is still to be played.
 */
const MATCH_OF_THE_EXAMPLES = `
  insert into match (id, team_a_id, team_b_id, tournament_id, match_date, week, status, score_home, score_away)
  select ?, a.id, b.id,
         (select e.tournament_id from team_tournament e join team_tournament o using (tournament_id)
          where e.team_id = a.id and o.team_id = b.id order by e.tournament_id limit 1),
         '2024-01-15T19:00:00Z', 1, 'scheduled', 14, 10
  from team a, team b where a.id = 1 and b.id = 2 and not exists (select from match where id = ?)
  returning id`;

/** The return match, a week from now. */
const NEXT_MATCH_OF_THE_EXAMPLES = `
  insert into match (id, team_a_id, team_b_id, tournament_id, match_date, week, status)
  select ?, m.team_b_id, m.team_a_id, m.tournament_id, date_trunc('day', now()) + interval '7 days 19 hours', 2, 'scheduled'
  from match m where m.id = ? and not exists (select from match where id = ?)
  returning id`;

/**
 * Two players of each side: one in the match, and, where the match is of a tournament, one who could be. They are made up
 * unless somebody plays already.
 */
const PLAYERS = `
  with side as (
    select m.id as match_id, m.tournament_id, t.id as team_id, t.sport_id, t.id = m.team_a_id as is_home
    from match m join team t on t.id in (m.team_a_id, m.team_b_id)
    where m.id = ? and not exists (select from player_match where match_id = ?)
  ), member as (
    select s.*, v.*,
           (select id from position where sport_id = s.sport_id and title = 'Quarterback') as position_id,
           nextval(pg_get_serial_sequence('person', 'id'))::int as person_id,
           nextval(pg_get_serial_sequence('player', 'id'))::int as player_id,
           nextval(pg_get_serial_sequence('player_team_tournament', 'id'))::int as entry_id
    from side s
    join (values (true, 'Tom', 'Carter', '12', true), (true, 'Ben', 'Archer', '8', false),
                 (false, 'Sam', 'Rivers', '12', true), (false, 'Leo', 'Marsh', '8', false))
      as v(of_home, first_name, second_name, number, plays) on v.of_home = s.is_home
  ), people as (
    insert into person (id, first_name, second_name, person_photo_url, person_dob)
    select person_id, first_name, second_name, '', '1995-06-15T00:00:00Z' from member returning id
  ), players as (
    insert into player (id, person_id, sport_id)
    select m.player_id, p.id, m.sport_id from member m join people p on p.id = m.person_id returning id
  ), entries as (
    insert into player_team_tournament (id, player_id, team_id, tournament_id, position_id, player_number)
    select m.entry_id, p.id, m.team_id, m.tournament_id, m.position_id, m.number from member m join players p on p.id = m.player_id
    returning id
  )
  insert into player_match (id, match_id, team_id, player_team_tournament_id, match_number, match_position_id, is_starting,
                            starting_type)
  select case when is_home and not exists (select from player_match where id = ?) then ?
              else nextval(pg_get_serial_sequence('player_match', 'id'))::int end,
         m.match_id, m.team_id, e.id, m.number, m.position_id, true, 'offense'
  from member m join entries e on e.id = m.entry_id where m.plays`;

const PLAYS = `
  insert into football_event (match_id, event_number, event_qtr, ball_on, ball_moved_to, event_down, event_distance,
                              play_type, play_result, offense_team, event_qb)
  select m.id, v.*, m.team_a_id, q.id
  from match m
  cross join (values (1, 1, 25, 37, 1, 10, 'pass', 'pass_completed'), (2, 1, 37, 41, 1, 10, 'run', 'gain'))
    as v(number, qtr, ball_on, moved_to, down, distance, type, result)
  left join lateral (
    select id from player_match where match_id = m.id and team_id = m.team_a_id order by id <> ?, id limit 1
  ) q on true
  where m.id = ? and not exists (select from football_event where match_id = ?)`;
