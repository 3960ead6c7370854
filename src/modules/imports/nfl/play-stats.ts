import type { FeedPlay, FeedStat } from './nfl-feed.js';

// Numbers of the league's statistics, as they are named in its feed.
export const FIRST_DOWN = [3, 4, 5];
export const RUN = [10, 11];
export const RUN_AFTER_LATERAL = [12, 13];
export const INCOMPLETE = [14];
export const COMPLETE = [15, 16];
export const INTERCEPTED = [19];
export const SACKED = [20];
export const RECEPTION = [21, 22];
export const RECEPTION_AFTER_LATERAL = [23, 24];
export const PUNT = [2, 29];
export const RETURN = [33, 34, 45, 46, 25, 26];
export const KICKOFF = [41, 42, 43, 44, 49, 102, 103];
export const FIELD_GOAL = [69, 70, 71];
export const EXTRA_POINT = [72, 73, 74];
export const TWO_POINTS = [75, 76, 77, 78];
export const FUMBLE = [52, 53, 54];
export const RECOVERY = [55, 56, 59, 60];
export const PENALTY = [93];
export const OFFENCE_TOUCHDOWN = [11, 13, 16, 18, 56, 58];
export const DEFENCE_TOUCHDOWN = [26, 28, 60, 62, 64];
/** The defence brings back a failed try, for two points. */
export const TRY_RETURNED = [404];

/** Statistics of a play by their number in the feed, with whom they are credited to. */
export class PlayStats {
  readonly #stats: readonly (FeedStat & { player: string })[];

  constructor({ players }: FeedPlay) {
    this.#stats = Object.entries(players)
      .flatMap(([player, stats]) => stats.map((stat) => ({ ...stat, player })))
      .toSorted((a, b) => a.sequence - b.sequence);
  }

  all(...ids: number[]): readonly (FeedStat & { player: string })[] {
    return this.#stats.filter(({ statId }) => ids.includes(statId));
  }

  has(...ids: number[]): boolean {
    return this.#stats.some(({ statId }) => ids.includes(statId));
  }

  first(...ids: number[]): (FeedStat & { player: string }) | undefined {
    return this.#stats.find(({ statId }) => ids.includes(statId));
  }

  /** Who is credited with the first of these; the feed writes `0` for a team as a whole. */
  player(...ids: number[]): string | undefined {
    return this.#stats.find(({ statId, player }) => ids.includes(statId) && player !== '0')?.player;
  }

  sum(...ids: number[]): number {
    return this.all(...ids).reduce((sum, { yards }) => sum + yards, 0);
  }

  count(...ids: number[]): number {
    return this.all(...ids).length;
  }
}
