import type { Visibility } from '#platform/auth/caller.js';

export interface PersonRow {
  id: number;
  /** Number in the EESL registry; unique. */
  eeslId: number | null;
  /** Up to 100 characters. */
  firstName: string;
  /** Family name, up to 100 characters. */
  secondName: string;
  photoUrl: string | null;
  photoIconUrl: string | null;
  photoWebUrl: string | null;
  /** Midnight UTC of the day. */
  bornAt: Date | null;
  /** Account that may see it when it is private. */
  ownerUserId: number | null;
  isPrivate: boolean;
}

export type PersonValues = Omit<PersonRow, 'id'>;
export type PersonOrder = keyof PersonRow;

export interface PersonFilter {
  /** Part of either name, in any case. */
  text?: string;
  ownerUserId?: number;
  isPrivate?: boolean;
  /** Only those who are no players of this sport. */
  notInSportId?: number;
  visibility?: Visibility;
}

/** Place in the order of family names; those of one name are ordered by first name, then by id. */
export interface NamePosition {
  secondName: string;
  firstName: string;
  id: number;
}
