import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { DEMO_SOURCE } from '#core/season/demo-seasons.js';
import type { SquadMember } from '#core/season/football-squad.js';

/** Fewer players are no team. */
const ELEVEN = 11;

/** A team of the demo's American football that has no roster for a tournament it plays in. */
export interface RosterGap {
  teamId: number;
  teamTitle: string;
  tournamentId: number;
  sportId: number;
}

/** Who plays in the demo, and who pays for it. */
@Injectable()
export class DemoPeopleRepository {
  constructor(private readonly em: EntityManager) {}

  /** The latest tournaments first. */
  async listGaps(): Promise<RosterGap[]> {
    return this.em.execute<RosterGap[]>(
      `select distinct m.team_a_id as "teamId", a.title as "teamTitle", c.id as "tournamentId", c.sport_id as "sportId"
       from external_ref r
       join tournament c on c.id = r.internal_id
       join sport s on s.id = c.sport_id and s.kind = 'american-football'
       join match m on m.tournament_id = c.id
       join team a on a.id = m.team_a_id
       where r.source = ? and r.kind = 'tournament' and ? > (
         select count(*) from player_team_tournament e where e.tournament_id = c.id and e.team_id = m.team_a_id)
       order by c.id desc, m.team_a_id`,
      [DEMO_SOURCE, ELEVEN],
    );
  }

  async ensurePositions(sportId: number, positions: readonly { title: string; category: string }[]): Promise<void> {
    await this.em.execute(
      `insert into position (title, category, sport_id)
       select p.title, p.category, ? from jsonb_to_recordset(?::jsonb) as p(title text, category text)
       on conflict (sport_id, title) do nothing`,
      [sportId, JSON.stringify(positions)],
    );
  }

  /** Enters the team's players of another tournament; tells whether it has any. */
  async enterKnown({ teamId, tournamentId }: RosterGap): Promise<boolean> {
    const entered = await this.em.execute<object[]>(
      `insert into player_team_tournament (player_id, team_id, tournament_id, position_id, player_number)
       select distinct on (e.player_id) e.player_id, e.team_id, ?::int, e.position_id, e.player_number
       from player_team_tournament e where e.team_id = ? and e.player_id is not null
         and ? <= (select count(*) from player_team_tournament o where o.team_id = e.team_id)
       order by e.player_id, e.id
       on conflict (player_id, tournament_id) do nothing returning id`,
      [tournamentId, teamId, ELEVEN],
    );
    return entered.length > 0;
  }

  /** Makes people, players of them, and enters these. */
  async enterNew({ teamId, tournamentId, sportId }: RosterGap, members: readonly SquadMember[]): Promise<void> {
    await this.em.execute(
      `with member as (
         select nextval(pg_get_serial_sequence('person', 'id'))::int as person_id,
                nextval(pg_get_serial_sequence('player', 'id'))::int as player_id, m.*
         from jsonb_to_recordset(?::jsonb)
              as m("firstName" text, "secondName" text, "bornOn" date, position text, number text)
       ), people as (
         insert into person (id, first_name, second_name, person_dob)
         select person_id, "firstName", "secondName", "bornOn"::timestamp at time zone 'UTC' from member returning id
       ), players as (
         insert into player (id, person_id, sport_id)
         select player_id, p.id, ?::int from member join people p on p.id = person_id returning id
       )
       insert into player_team_tournament (player_id, team_id, tournament_id, position_id, player_number)
       select p.id, ?, ?, o.id, number from member
       join players p on p.id = player_id
       left join position o on o.sport_id = ? and o.title = member.position`,
      [JSON.stringify(members), sportId, teamId, tournamentId, sportId],
    );
  }

  /** What the examples name, under their ids. Ids that are taken stay what they are; further rows get later ids. */
  async ensureExamples(): Promise<void> {
    await this.em.transactional(async (em) => {
      for (const statement of EXAMPLES) await em.execute(statement);
      for (const table of NUMBERED) {
        await em.execute(
          `select setval(pg_get_serial_sequence('${table}', 'id'), greatest(max(id), nextval(pg_get_serial_sequence('${table}', 'id'))))
           from ${table}`,
        );
      }
    });
  }
}

const NUMBERED = ['person', 'player', 'player_team_tournament', 'sponsor', 'sponsor_line', 'sponsor_sponsor_line'];

const EXAMPLES = [
  `insert into person (id, first_name, second_name, person_dob) values
     (123, 'John', 'Doe', '1990-01-15T00:00:00Z'), (124, 'Jane', 'Smith', '1992-03-22T00:00:00Z'),
     (125, 'Ivan', 'Ivanov', '1995-05-05T00:00:00Z'), (126, 'Alice', 'Anderson', '1996-06-06T00:00:00Z'),
     (127, 'Tom', 'Tailor', '1997-07-07T00:00:00Z'), (128, 'Pat', 'Miller', '1998-08-08T00:00:00Z')
   on conflict do nothing`,
  `insert into player (id, person_id, sport_id, player_eesl_id)
   select v.id, v.person_id, t.sport_id, v.eesl_id
   from (values (1, 125, 2, 98765), (789, 126, 5, null), (790, 127, 5, 98766), (100, 128, 1, null))
        as v(id, person_id, tournament_id, eesl_id)
   join tournament t on t.id = v.tournament_id
   join person p on p.id = v.person_id
   on conflict do nothing`,
  `insert into player_team_tournament
     (id, player_id, tournament_id, team_id, position_id, player_number, player_team_tournament_eesl_id)
   select 10, p.id, t.id, (select min(e.team_id) from team_tournament e where e.tournament_id = t.id),
          (select o.id from position o where o.sport_id = t.sport_id and o.title = 'Quarterback'), '12', 12345
   from player p, tournament t where p.id = 1 and t.id = 2
   on conflict do nothing`,
  `insert into player_team_tournament (id, player_id, tournament_id, player_number)
   select v.id, v.player_id, 5, v.number from (values (11, 789, '12'), (12, 790, '15')) as v(id, player_id, number)
   where exists (select from player where id = v.player_id) and exists (select from tournament where id = 5)
   on conflict do nothing`,
  `insert into sponsor (id, title, scale_logo) values (1, 'Acme Corp', 1.5), (2, 'Beta Industries', 1),
     (3, 'Gamma Logistics', 1) on conflict do nothing`,
  `insert into sponsor_line (id, title, is_visible) values (1, 'Premier Sponsors', true) on conflict do nothing`,
  `insert into sponsor_sponsor_line (id, sponsor_id, sponsor_line_id, position) values (1, 1, 1, 1), (2, 3, 1, 2)
   on conflict do nothing`,
];
