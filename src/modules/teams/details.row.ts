import type { SeasonRow, SportRow, TournamentRecord } from '#modules/competitions/index.js';
import type { SponsorLineRow, SponsorRow } from '#modules/sponsors/index.js';
import type { TeamRow } from './team.row.js';

interface Shown {
  sport: SportRow | null;
  mainSponsor: SponsorRow | null;
  sponsorLine: SponsorLineRow | null;
}

/** A team with what surrounds it. */
export interface TeamDetails extends TeamRow, Shown {}

/** A tournament with what surrounds it and the teams entered, in alphabetical order. */
export interface TournamentDetails extends TournamentRecord, Shown {
  season: SeasonRow | null;
  teams: TeamRow[];
}
