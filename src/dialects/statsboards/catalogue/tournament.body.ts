import type { NewTournament, TournamentRecord, TournamentValues } from '#modules/competitions/index.js';
import { BooleanField, IntField, TextField } from '../statsboards.fields.js';
import { TOURNAMENT_NAMES } from './tournament.view.js';
import { valuesOf } from '../wire-names.js';

const cleared = { optional: true, nullable: true } as const;

const tournamentBody = (optional: boolean) => {
  class TournamentBody {
    @IntField({ ...cleared, description: 'Number in the EESL register; one that is known changes that tournament' })
    tournament_eesl_id?: number | null;

    @TextField({ min: 1, max: 255, optional, example: 'Premier League 2024' })
    title?: string;

    @TextField(cleared)
    description?: string | null;

    @TextField({ ...cleared, max: 255 })
    tournament_logo_url?: string | null;

    @TextField({ ...cleared, max: 500 })
    tournament_logo_icon_url?: string | null;

    @TextField({ ...cleared, max: 500 })
    tournament_logo_web_url?: string | null;

    @IntField({ optional, example: 2 })
    season_id?: number;

    @IntField({ optional, example: 1 })
    sport_id?: number;

    @IntField(cleared)
    main_sponsor_id?: number | null;

    @IntField(cleared)
    sponsor_line_id?: number | null;

    @IntField({ ...cleared, description: 'Who owns it' })
    user_id?: number | null;

    @BooleanField({ optional: true })
    isprivate?: boolean;
  }
  return TournamentBody;
};

export class TournamentCreateBody extends tournamentBody(false) {
  values(): NewTournament {
    return valuesOf<TournamentRecord>(TOURNAMENT_NAMES, this) as NewTournament;
  }
}

export class TournamentUpdateBody extends tournamentBody(true) {
  values(): Partial<TournamentValues> {
    return valuesOf<TournamentRecord>(TOURNAMENT_NAMES, this);
  }
}
