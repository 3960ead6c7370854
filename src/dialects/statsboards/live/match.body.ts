import type { MatchRecord, MatchValues, NewMatch } from '#modules/matches/index.js';
import { BooleanField, IntField, MomentField } from '../statsboards.fields.js';
import { valuesOf } from '../wire-names.js';

const cleared = { optional: true, nullable: true } as const;

const NAMES = {
  match_eesl_id: 'eeslId',
  team_a_id: 'homeId',
  team_b_id: 'awayId',
  tournament_id: 'tournamentId',
  match_date: 'kickoffAt',
  week: 'week',
  main_sponsor_id: 'mainSponsorId',
  sponsor_line_id: 'sponsorLineId',
  user_id: 'userId',
  isprivate: 'isPrivate',
} as const satisfies Record<string, keyof MatchRecord>;

const matchBody = (optional: boolean) => {
  class MatchBody {
    @IntField({ ...cleared, description: 'Number in the EESL register; one that is known changes that match' })
    match_eesl_id?: number | null;

    @IntField({ optional, example: 10, description: 'The home team' })
    team_a_id?: number;

    @IntField({ optional, example: 11, description: 'The away team' })
    team_b_id?: number;

    @IntField({ ...cleared, example: 5 })
    tournament_id?: number | null;

    @MomentField({ ...cleared, example: '2024-01-15T19:00:00', description: 'Of a new match: now, unless said' })
    match_date?: Date | null;

    @IntField({ ...cleared, example: 1, description: 'Of a new match: 1, unless said' })
    week?: number | null;

    @IntField(cleared)
    main_sponsor_id?: number | null;

    @IntField(cleared)
    sponsor_line_id?: number | null;

    @IntField({ ...cleared, description: 'Who owns it' })
    user_id?: number | null;

    @BooleanField({ optional: true })
    isprivate?: boolean;
  }
  return MatchBody;
};

export class MatchCreateBody extends matchBody(false) {
  values(): NewMatch {
    return valuesOf<MatchRecord>(NAMES, this) as NewMatch;
  }
}

export class MatchUpdateBody extends matchBody(true) {
  values(): Partial<MatchValues> {
    return valuesOf<MatchRecord>(NAMES, this);
  }
}
