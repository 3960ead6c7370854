import type { MatchPlayerRow, MatchPlayerValues, NewMatchPlayer } from '#modules/matches/index.js';
import { BooleanField, IntField, TextField } from '../statsboards.fields.js';
import { valuesOf } from '../wire-names.js';

const cleared = { optional: true, nullable: true } as const;

const NAMES = {
  player_match_eesl_id: 'eeslId',
  player_team_tournament_id: 'membershipId',
  match_position_id: 'positionId',
  match_id: 'matchId',
  team_id: 'teamId',
  match_number: 'number',
  is_start: 'isStart',
  is_starting: 'isStarting',
  starting_type: 'startingType',
} as const satisfies Record<string, keyof MatchPlayerRow>;

const playerMatchBody = (optional: boolean) => {
  class PlayerMatchBody {
    @IntField({ ...cleared, description: 'Number in the EESL register; one that is known changes that player' })
    player_match_eesl_id?: number | null;

    @IntField({ ...cleared, example: 10, description: 'His place on the roster; one that is in the match is changed' })
    player_team_tournament_id?: number | null;

    @IntField({ ...cleared, example: 3 })
    match_position_id?: number | null;

    @IntField({ optional, example: 123 })
    match_id?: number;

    @IntField({ optional, example: 10 })
    team_id?: number;

    @TextField({ ...cleared, max: 10, example: '12' })
    match_number?: string | null;

    @BooleanField({ ...cleared, description: 'Set by the league: what is imported later leaves him as he is' })
    is_start?: boolean | null;

    @BooleanField({ ...cleared, description: 'Begins the match on the field' })
    is_starting?: boolean | null;

    @TextField({ ...cleared, max: 20, example: 'offense' })
    starting_type?: string | null;
  }
  return PlayerMatchBody;
};

export class PlayerMatchCreateBody extends playerMatchBody(false) {
  values(): NewMatchPlayer {
    return valuesOf<MatchPlayerRow>(NAMES, this) as NewMatchPlayer;
  }
}

export class PlayerMatchUpdateBody extends playerMatchBody(true) {
  values(): Partial<MatchPlayerValues> {
    return valuesOf<MatchPlayerRow>(NAMES, this);
  }
}
