import type { Visibility } from '#platform/auth/caller.js';
import type { PersonRow } from './person.row.js';

/** A person as an athlete of one sport. */
export interface PlayerRow {
  id: number;
  /** Number in the EESL registry; unique. */
  eeslId: number | null;
  sportId: number | null;
  personId: number | null;
  userId: number | null;
  isPrivate: boolean;
}

export type PlayerValues = Omit<PlayerRow, 'id'>;

/** Names and photos are the person's. */
export interface NamedPlayer extends PlayerRow {
  firstName: string | null;
  secondName: string | null;
  photoUrl: string | null;
  photoIconUrl: string | null;
}

export interface PlayerWithPerson extends PlayerRow {
  person: PersonRow | null;
}

export interface FullPlayer extends PlayerWithPerson {
  sport: { id: number; title: string } | null;
}

export type PlayerOrder = keyof PlayerRow | 'firstName' | 'secondName';

export interface PlayerFilter {
  sportId?: number;
  /** Players who are or were on a roster of this team. */
  teamId?: number;
  /** Players in this tournament. */
  tournamentId?: number;
  /** Players in this tournament who have no team there. */
  unassignedInId?: number;
  userId?: number;
  isPrivate?: boolean;
  /** Part of either name of the person, in any case. */
  text?: string;
  visibility?: Visibility;
}
