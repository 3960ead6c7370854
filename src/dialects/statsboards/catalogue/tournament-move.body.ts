import type { TournamentMove } from '#modules/competitions/index.js';
import { BooleanField, IntField } from '../statsboards.fields.js';

export class TournamentMoveBody {
  @IntField({ example: 2 })
  target_sport_id: number;

  @BooleanField({ optional: true, default: false, description: 'Tournaments that share teams or players come along' })
  move_conflicting_tournaments = false;

  @BooleanField({ optional: true, default: false, description: 'Only tell what would happen' })
  preview = false;

  moveOf(tournamentId: number): TournamentMove {
    return {
      tournamentId,
      targetSportId: this.target_sport_id,
      withConflicting: this.move_conflicting_tournaments,
      preview: this.preview,
    };
  }
}
