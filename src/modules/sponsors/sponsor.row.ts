export interface SponsorRow {
  id: number;
  /** Up to 50 characters. */
  title: string;
  logoUrl: string | null;
  /** How much larger than usual the logo is shown. */
  scaleLogo: number | null;
}

export type SponsorValues = Omit<SponsorRow, 'id'>;
export type NewSponsor = Partial<SponsorValues> & Pick<SponsorValues, 'title'>;
export type SponsorOrder = keyof SponsorRow;

/** A group of sponsors that is shown together. */
export interface SponsorLineRow {
  id: number;
  /** Up to 50 characters. */
  title: string | null;
  isVisible: boolean | null;
}

export type SponsorLineValues = Omit<SponsorLineRow, 'id'>;
export type SponsorLineOrder = keyof SponsorLineRow;

/** The place of a sponsor in a line. */
export interface PlacementRow {
  id: number;
  sponsorId: number;
  sponsorLineId: number;
  /** Sponsors of a line are shown in this order; several may share a position. */
  position: number | null;
}

export type PlacementValues = Omit<PlacementRow, 'id'>;

/** A sponsor as a member of one line. */
export interface PlacedSponsor extends SponsorRow {
  position: number | null;
}

/** Place of a sponsor or a line in the order of titles; those of one title are ordered by id. */
export interface TitlePosition {
  title: string;
  id: number;
}
