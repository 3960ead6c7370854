import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { AvailablePlayer, MatchPlayer } from './match-roster.row.js';

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

const PERSON = `case when p.id is not null then jsonb_build_object(
  'id', p.id, 'eeslId', p.person_eesl_id, 'firstName', p.first_name, 'secondName', p.second_name,
  'photoUrl', p.person_photo_url, 'photoIconUrl', p.person_photo_icon_url, 'photoWebUrl', p.person_photo_web_url,
  'bornAt', to_char(p.person_dob at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) end as person`;
const PLAYER = `case when y.id is not null then jsonb_build_object(
  'id', y.id, 'eeslId', y.player_eesl_id, 'personId', y.person_id, 'sportId', y.sport_id) end as player`;
const POSITION = `case when o.id is not null then jsonb_build_object(
  'id', o.id, 'title', o.title, 'category', o.category, 'sportId', o.sport_id) end as position`;
const TEAM = `case when t.id is not null then ${rosterTeamJson('t')} end as team`;
const MEMBERSHIP = `case when r.id is not null then jsonb_build_object(
  'id', r.id, 'eeslId', r.player_team_tournament_eesl_id, 'playerId', r.player_id, 'positionId', r.position_id,
  'teamId', r.team_id, 'tournamentId', r.tournament_id, 'number', r.player_number) end as membership`;
const ON_ROSTER = `${MEMBERSHIP}, ${PLAYER}, ${PERSON}, ${POSITION}, ${TEAM}`;
const BY_NAME = 'order by p.second_name, p.first_name, r.id';

@Injectable()
export class MatchRostersRepository {
  constructor(private readonly em: EntityManager) {}

  async findMatch(matchId: number): Promise<RosterMatch | undefined> {
    const [found] = await this.em.execute<RosterMatch[]>(
      `select m.id, m.team_a_id as "homeId", m.team_b_id as "awayId",
              case when e.id is not null then jsonb_build_object('id', e.id, 'title', e.title) end as tournament
       from match m left join tournament e on e.id = m.tournament_id where m.id = ?`,
      [matchId],
    );
    return found;
  }

  /** Players of these matches by name. */
  async listPlayers(matchIds: readonly number[]): Promise<MatchPlayer[]> {
    return this.#players('l.match_id = any(array[?]::int[])', [matchIds]);
  }

  async findPlayer(id: number): Promise<MatchPlayer | undefined> {
    return (await this.#players('l.id = ?', [id])).at(0);
  }

  async #players(condition: string, params: unknown[]): Promise<MatchPlayer[]> {
    return this.em.execute<MatchPlayer[]>(
      `select l.id, l.player_match_eesl_id as "eeslId", l.match_id as "matchId", l.team_id as "teamId",
              l.player_team_tournament_id as "membershipId", l.match_position_id as "positionId",
              l.match_number as number, l.is_start as "isStart", l.is_starting as "isStarting",
              l.starting_type as "startingType", ${ON_ROSTER}
       from player_match l
       left join player_team_tournament r on r.id = l.player_team_tournament_id
       left join player y on y.id = r.player_id
       left join person p on p.id = y.person_id
       left join position o on o.id = coalesce(l.match_position_id, r.position_id)
       left join team t on t.id = l.team_id
       where ${condition} ${BY_NAME}, l.id`,
      params,
    );
  }

  /** Players of these teams' rosters in the match's tournament who are not in the match, by name. */
  async listAvailable(matchId: number, teamIds: readonly number[]): Promise<AvailablePlayer[]> {
    return this.em.execute<AvailablePlayer[]>(
      `select ${ON_ROSTER}
       from match m
       join player_team_tournament r on r.tournament_id = m.tournament_id and r.team_id = any(array[?]::int[])
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
  }
}
