import type { RosterEntryValues } from '#modules/people/index.js';
import { IntField, TextField } from '../statsboards.fields.js';

class RosterEntryFields {
  @IntField({
    optional: true,
    nullable: true,
    example: 12_345,
    description: 'A known one is changed instead of created',
  })
  player_team_tournament_eesl_id?: number | null;

  @IntField({ optional: true, nullable: true, example: 3 })
  position_id?: number | null;

  @IntField({ optional: true, nullable: true, example: 5 })
  team_id?: number | null;

  @IntField({ optional: true, nullable: true, example: 2 })
  tournament_id?: number | null;

  @TextField({ max: 10, optional: true, nullable: true, example: '12', default: '0' })
  player_number?: string | null;

  protected others(): Partial<RosterEntryValues> {
    return {
      eeslId: this.player_team_tournament_eesl_id,
      positionId: this.position_id,
      teamId: this.team_id,
      tournamentId: this.tournament_id,
      number: this.player_number,
    };
  }
}

export class RosterEntryCreateBody extends RosterEntryFields {
  @IntField({ example: 789 })
  player_id: number;

  values(): Partial<RosterEntryValues> {
    return { playerId: this.player_id, ...this.others() };
  }
}

export class RosterEntryUpdateBody extends RosterEntryFields {
  @IntField({ optional: true, example: 789 })
  player_id?: number;

  values(): Partial<RosterEntryValues> {
    return { playerId: this.player_id, ...this.others() };
  }
}
