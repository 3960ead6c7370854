import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { JoinedRow } from '#platform/database/joined-row.js';
import { prepared } from '#platform/database/prepared.js';
import type {
  AvailablePlayer,
  MatchPlayer,
  MatchPlayerRow,
  RosterMembership,
  RosterPerson,
  RosterPosition,
  RosterSportsman,
  RosterTeam,
} from './match-roster.row.js';

export interface RosterMatch {
  id: number;
  homeId: number;
  awayId: number;
  tournament: { id: number; title: string } | null;
}

/** A team as rosters show it, as one JSON object. */
export const rosterTeamJson = (t: string): string => `jsonb_build_object(
  'id', ${t}.id, 'eeslId', ${t}.team_eesl_id, 'title', ${t}.title, 'city', ${t}.city, 'description', ${t}.description,
  'logoUrl', ${t}.team_logo_url, 'logoIconUrl', ${t}.team_logo_icon_url, 'logoWebUrl', ${t}.team_logo_web_url,
  'color', ${t}.team_color, 'sponsorLineId', ${t}.sponsor_line_id, 'mainSponsorId', ${t}.main_sponsor_id,
  'sportId', ${t}.sport_id, 'userId', ${t}.user_id, 'isPrivate', ${t}.isprivate)`;

/** The same as columns of a joined row. */
export const rosterTeam = (name: string, t: string): JoinedRow<RosterTeam> =>
  new JoinedRow<RosterTeam>(name, {
    id: `${t}.id`,
    eeslId: `${t}.team_eesl_id`,
    title: `${t}.title`,
    city: `${t}.city`,
    description: `${t}.description`,
    logoUrl: `${t}.team_logo_url`,
    logoIconUrl: `${t}.team_logo_icon_url`,
    logoWebUrl: `${t}.team_logo_web_url`,
    color: `${t}.team_color`,
    sponsorLineId: `${t}.sponsor_line_id`,
    mainSponsorId: `${t}.main_sponsor_id`,
    sportId: `${t}.sport_id`,
    userId: `${t}.user_id`,
    isPrivate: `${t}.isprivate`,
  });

const PLACE = new JoinedRow<MatchPlayerRow>('place', {
  id: 'l.id',
  eeslId: 'l.player_match_eesl_id',
  matchId: 'l.match_id',
  teamId: 'l.team_id',
  membershipId: 'l.player_team_tournament_id',
  positionId: 'l.match_position_id',
  number: 'l.match_number',
  isStart: 'l.is_start',
  isStarting: 'l.is_starting',
  startingType: 'l.starting_type',
});
const MEMBERSHIP = new JoinedRow<RosterMembership>('membership', {
  id: 'r.id',
  eeslId: 'r.player_team_tournament_eesl_id',
  playerId: 'r.player_id',
  positionId: 'r.position_id',
  teamId: 'r.team_id',
  tournamentId: 'r.tournament_id',
  number: 'r.player_number',
});
const PLAYER = new JoinedRow<RosterSportsman>('player', {
  id: 'y.id',
  eeslId: 'y.player_eesl_id',
  personId: 'y.person_id',
  sportId: 'y.sport_id',
});
const PERSON = new JoinedRow<RosterPerson>('person', {
  id: 'p.id',
  eeslId: 'p.person_eesl_id',
  firstName: 'p.first_name',
  secondName: 'p.second_name',
  photoUrl: 'p.person_photo_url',
  photoIconUrl: 'p.person_photo_icon_url',
  photoWebUrl: 'p.person_photo_web_url',
  bornAt: `to_char(p.person_dob at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
});
const POSITION = new JoinedRow<RosterPosition>('position', {
  id: 'o.id',
  title: 'o.title',
  category: 'o.category',
  sportId: 'o.sport_id',
});
const TEAM = rosterTeam('team', 't');

const OF_PLAYER = [MEMBERSHIP, PLAYER, PERSON].flatMap(({ columns }) => columns);
const PLAYER_AT = MEMBERSHIP.columns.length;
const PERSON_AT = PLAYER_AT + PLAYER.columns.length;
const POSITION_ID_AT = OF_PLAYER.length;
const TEAM_ID_AT = POSITION_ID_AT + 1;
const PLACE_AT = TEAM_ID_AT + 1;

/** Lists of columns, which cost the driver less than columns. Team and position only of the first player who has them. */
interface Listed {
  values: unknown[];
  position: unknown[] | null;
  team: unknown[] | null;
}

const list = (columns: readonly string[]): string => `json_build_array(${columns.join(', ')})`;
const once = (id: string, columns: readonly string[]): string =>
  `case when ${id} is not null and row_number() over (partition by ${id}) = 1 then ${list(columns)} end`;

/** A player `p`, and what else of him is asked for. */
const listed = (more: readonly string[] = []): string =>
  `${list([...OF_PLAYER, 'o.id', 't.id', ...more])} as values,
   ${once('o.id', POSITION.columns)} as position, ${once('t.id', TEAM.columns)} as team`;

/** Reads one roster: teams and positions are the same objects for all their players. */
function rosterReader(rows: readonly Listed[]) {
  const position = POSITION.byId(rows.map((row) => row.position));
  const team = TEAM.byId(rows.map((row) => row.team));
  return ({ values }: Listed) => ({
    membership: MEMBERSHIP.readList(values, 0),
    player: PLAYER.readList(values, PLAYER_AT),
    person: PERSON.readList(values, PERSON_AT),
    position: position.get(values[POSITION_ID_AT] as number) ?? null,
    team: team.get(values[TEAM_ID_AT] as number) ?? null,
  });
}

const BY_NAME = 'order by p.second_name, p.first_name, r.id';

@Injectable()
export class MatchRostersRepository {
  constructor(private readonly em: EntityManager) {}

  async findMatch(matchId: number): Promise<RosterMatch | undefined> {
    const [found] = await prepared<RosterMatch>(
      this.em,
      `select m.id, m.team_a_id as "homeId", m.team_b_id as "awayId",
              case when e.id is not null then jsonb_build_object('id', e.id, 'title', e.title) end as tournament
       from match m left join tournament e on e.id = m.tournament_id where m.id = ?`,
      [matchId],
    );
    return found;
  }

  /** Players of these matches by name. */
  async listPlayers(matchIds: readonly number[]): Promise<MatchPlayer[]> {
    return this.#players('l.match_id = any(?::int[])', [matchIds]);
  }

  async findPlayer(id: number): Promise<MatchPlayer | undefined> {
    return (await this.#players('l.id = ?', [id])).at(0);
  }

  async #players(condition: string, params: unknown[]): Promise<MatchPlayer[]> {
    const rows = await prepared<Listed>(
      this.em,
      `select ${listed(PLACE.columns)}
       from player_match l
       left join player_team_tournament r on r.id = l.player_team_tournament_id
       left join player y on y.id = r.player_id
       left join person p on p.id = y.person_id
       left join position o on o.id = coalesce(l.match_position_id, r.position_id)
       left join team t on t.id = l.team_id
       where ${condition} ${BY_NAME}, l.id`,
      params,
    );
    const onRoster = rosterReader(rows);
    return rows.map((row) => ({ ...PLACE.readList(row.values, PLACE_AT)!, ...onRoster(row) }));
  }

  /** Players of these teams' rosters in the match's tournament who are not in the match, by name. */
  async listAvailable(matchId: number, teamIds: readonly number[]): Promise<AvailablePlayer[]> {
    const rows = await prepared<Listed>(
      this.em,
      `select ${listed()}
       from match m
       join player_team_tournament r on r.tournament_id = m.tournament_id and r.team_id = any(?::int[])
       left join player y on y.id = r.player_id
       left join person p on p.id = y.person_id
       left join position o on o.id = r.position_id
       left join team t on t.id = r.team_id
       where m.id = ?
         and not exists (select 1 from player_match l
                         where l.match_id = m.id and l.player_team_tournament_id = r.id)
       ${BY_NAME}`,
      [teamIds, matchId],
    );
    // Whoever is on a roster has a place there.
    return rows.map(rosterReader(rows)) as AvailablePlayer[];
  }
}
