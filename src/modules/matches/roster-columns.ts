import { JoinedRow } from '#platform/database/joined-row.js';
import type {
  MatchPlayerRow,
  RosterMembership,
  RosterPerson,
  RosterPosition,
  RosterSportsman,
  RosterTeam,
} from './match-roster.row.js';

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

export const PLACE = new JoinedRow<MatchPlayerRow>('place', {
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
export const MEMBERSHIP = new JoinedRow<RosterMembership>('membership', {
  id: 'r.id',
  eeslId: 'r.player_team_tournament_eesl_id',
  playerId: 'r.player_id',
  positionId: 'r.position_id',
  teamId: 'r.team_id',
  tournamentId: 'r.tournament_id',
  number: 'r.player_number',
});
export const PLAYER = new JoinedRow<RosterSportsman>('player', {
  id: 'y.id',
  eeslId: 'y.player_eesl_id',
  personId: 'y.person_id',
  sportId: 'y.sport_id',
});
export const PERSON = new JoinedRow<RosterPerson>('person', {
  id: 'p.id',
  eeslId: 'p.person_eesl_id',
  firstName: 'p.first_name',
  secondName: 'p.second_name',
  photoUrl: 'p.person_photo_url',
  photoIconUrl: 'p.person_photo_icon_url',
  photoWebUrl: 'p.person_photo_web_url',
  bornAt: `to_char(p.person_dob at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
});
export const POSITION = new JoinedRow<RosterPosition>('position', {
  id: 'o.id',
  title: 'o.title',
  category: 'o.category',
  sportId: 'o.sport_id',
});
export const TEAM = rosterTeam('team', 't');
