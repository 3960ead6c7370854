/** What the domain may assume of a sport. */
export const SPORT_KINDS = ['soccer', 'american-football', 'other'] as const;
export type SportKind = (typeof SPORT_KINDS)[number];

export interface SportRow {
  id: number;
  /** Unique, up to 255 characters. */
  title: string;
  kind: SportKind;
  description: string | null;
  /** What scoreboards and clocks of its matches start with. */
  scoreboardPresetId: number | null;
}

export type SportValues = Omit<SportRow, 'id'>;
export type NewSport = Partial<SportValues> & Pick<SportValues, 'title'>;
export type SportOrder = keyof SportRow;
