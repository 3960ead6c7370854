import { Conflict } from '#core/kernel/domain-error.js';

type Explanations = Readonly<Record<string, () => Error>>;

const missing = (what: string, field: string, id: number | null | undefined) => (): Error =>
  new Conflict('UNKNOWN_REFERENCE', `${what} ${id} does not exist`, { field, id: id ?? null });

/** What a preset that does not exist means. */
export const missingPreset = (id: number | null | undefined): Explanations => ({
  sport_scoreboard_preset_id_foreign: missing('Sport scoreboard preset', 'scoreboardPresetId', id),
});

interface OwnedReferences {
  sportId?: number | null;
  seasonId?: number | null;
  competitionId?: number | null;
  mainSponsorId?: number | null;
  sponsorLineId?: number | null;
  userId?: number | null;
}

/** What references to things that do not exist mean, by the constraint they break: for a table whose rows belong to a sport, a season, a user or sponsors. */
export const missingReferences = (table: string, values: OwnedReferences): Explanations => ({
  [`${table}_sport_id_foreign`]: missing('Sport', 'sportId', values.sportId),
  [`${table}_season_id_foreign`]: missing('Season', 'seasonId', values.seasonId),
  [`${table}_competition_id_foreign`]: missing('Competition', 'competitionId', values.competitionId),
  [`${table}_main_sponsor_id_foreign`]: missing('Sponsor', 'mainSponsorId', values.mainSponsorId),
  [`${table}_sponsor_line_id_foreign`]: missing('Sponsor line', 'sponsorLineId', values.sponsorLineId),
  [`${table}_user_id_foreign`]: missing('User', 'userId', values.userId),
});

/** A team that a play of somebody else's match names cannot go. */
export const STILL_USED: Explanations = {
  football_event_offense_team_foreign: () =>
    new Conflict('STILL_USED', 'A play of another match names this team as the offense'),
};
