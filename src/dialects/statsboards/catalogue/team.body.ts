import type { NewTeam, TeamRow, TeamValues } from '#modules/teams/index.js';
import { BooleanField, IntField, TextField } from '../statsboards.fields.js';
import { TEAM_NAMES } from './team.view.js';
import { valuesOf } from '../wire-names.js';

const cleared = { optional: true, nullable: true } as const;

const teamBody = (optional: boolean) => {
  class TeamBody {
    @IntField({ ...cleared, description: 'Number in the EESL register; one that is known changes that team' })
    team_eesl_id?: number | null;

    @TextField({ min: 1, max: 50, optional: true, default: 'Team', example: 'Manchester United' })
    title?: string;

    @TextField({ ...cleared, max: 50, example: 'Manchester' })
    city?: string | null;

    @TextField(cleared)
    description?: string | null;

    @TextField({ ...cleared, max: 500 })
    team_logo_url?: string | null;

    @TextField({ ...cleared, max: 500 })
    team_logo_icon_url?: string | null;

    @TextField({ ...cleared, max: 500 })
    team_logo_web_url?: string | null;

    @TextField({ min: 1, max: 10, optional: true, example: '#DA291C' })
    team_color?: string;

    @IntField(cleared)
    sponsor_line_id?: number | null;

    @IntField(cleared)
    main_sponsor_id?: number | null;

    @IntField({ optional, example: 1 })
    sport_id?: number;

    @IntField({ ...cleared, description: 'Who owns it' })
    user_id?: number | null;

    @BooleanField({ optional: true })
    isprivate?: boolean;
  }
  return TeamBody;
};

export class TeamCreateBody extends teamBody(false) {
  values(): NewTeam {
    return { name: 'Team', ...valuesOf<TeamRow>(TEAM_NAMES, this) };
  }
}

export class TeamUpdateBody extends teamBody(true) {
  values(): Partial<TeamValues> {
    return valuesOf<TeamRow>(TEAM_NAMES, this);
  }
}
