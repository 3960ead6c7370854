export interface SeasonRow {
  id: number;
  /** Calendar year in which the season starts, 1900 to 2999; unique. */
  year: number;
  description: string | null;
  isCurrent: boolean;
}

export type SeasonValues = Omit<SeasonRow, 'id'>;
export type NewSeason = Partial<SeasonValues> & Pick<SeasonValues, 'year'>;
export type SeasonOrder = keyof SeasonRow;
