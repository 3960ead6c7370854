/** One observed price. */
export interface OddsRow {
  id: number;
  matchId: number;
  bookmaker: string;
  market: string;
  selection: string;
  /** The goals line, or the home side's handicap; null where the market has none. */
  line: number | null;
  /** Decimal odds. */
  price: number;
  /** ISO 8601 in UTC; null when the source does not say. */
  observedAt: string | null;
  /** The last price before kickoff. */
  closing: boolean;
}

export interface OddsFilter {
  bookmaker?: string;
  market?: string;
  closing?: boolean;
}
