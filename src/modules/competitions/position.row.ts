export const POSITION_CATEGORIES = ['offense', 'defense', 'special', 'other'] as const;
export type PositionCategory = (typeof POSITION_CATEGORIES)[number];

export interface PositionRow {
  id: number;
  /** Unique within its sport, up to 50 characters. */
  title: string;
  sportId: number | null;
  category: PositionCategory | null;
}

export type PositionValues = Omit<PositionRow, 'id'>;
export type NewPosition = Partial<PositionValues> & Pick<PositionValues, 'title' | 'sportId'>;
