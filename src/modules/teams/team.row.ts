import type { SportKind } from '#modules/competitions/index.js';

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
  sportId: number | null;
}

export interface TeamFilter {
  sport?: SportKind;
  /** Teams that take part in this tournament. */
  tournamentId?: number;
  /** Part of the name, in any case. */
  text?: string;
}

/** Place of a team in the order of names; teams of one name are ordered by id. */
export interface TeamPosition {
  name: string;
  id: number;
}
