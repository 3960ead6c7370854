import type { SportKind } from '#modules/competitions/index.js';
import type { Visibility } from '#platform/auth/caller.js';

export interface TeamRow {
  id: number;
  /** The title. */
  name: string;
  /** Two to four characters for scoreboards. */
  code: string;
  city: string | null;
  description: string | null;
  /** CSS colour. */
  color: string;
  logoUrl: string | null;
  logoIconUrl: string | null;
  logoWebUrl: string | null;
  sportId: number | null;
  /** Number in the league's own register; unique. */
  eeslId: number | null;
  mainSponsorId: number | null;
  sponsorLineId: number | null;
  /** Who owns it. */
  userId: number | null;
  isPrivate: boolean;
}

export type TeamValues = Omit<TeamRow, 'id' | 'code'>;
export type NewTeam = Partial<TeamValues> & Pick<TeamValues, 'name'>;
export type TeamOrder = keyof TeamRow;

/** Which teams a page of the list has. */
export interface TeamPageFilter {
  /** Part of the name, in any case. */
  search?: string;
  sportId?: number;
  /** Teams entered for this tournament. */
  enteredFor?: number;
  userId?: number;
  isPrivate?: boolean;
}

export interface TeamFilter {
  sport?: SportKind;
  /** Teams that take part in this tournament. */
  tournamentId?: number;
  /** Part of the name, in any case. */
  text?: string;
  /** Leaves out private teams that the caller does not see. */
  visibility?: Visibility;
}

/** Place of a team in the order of names; teams of one name are ordered by id. */
export interface TeamPosition {
  name: string;
  id: number;
}
