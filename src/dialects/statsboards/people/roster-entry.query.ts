import { TextField } from '../statsboards.fields.js';
import { PageQuery } from '../statsboards.paging.js';

export class RosterPageQuery extends PageQuery {
  @TextField({ max: 100, optional: true, description: "Part of the team's title, in any case" })
  team_title?: string;
}

export const ROSTER_ORDER = {
  id: 'id',
  player_team_tournament_eesl_id: 'eeslId',
  player_id: 'playerId',
  team_id: 'teamId',
  tournament_id: 'tournamentId',
  position_id: 'positionId',
  player_number: 'number',
  first_name: 'firstName',
  second_name: 'secondName',
  team_title: 'teamTitle',
  position_title: 'positionTitle',
} as const;

export const USUAL_ROSTER_ORDER = ['secondName', 'id'] as const;
