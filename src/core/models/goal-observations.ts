/** Whatever names a team to the caller: a database id or a name. Compared with ===, never interpreted. */
export type TeamKey = string | number;

/** One finished match as a model sees it. */
export interface MatchObservation {
  /** Days since 1970-01-01, the local date of the match. */
  day: number;
  /** Calendar year in which the season starts. */
  season: number;
  home: TeamKey;
  away: TeamKey;
  homeGoals: number;
  awayGoals: number;
}

/** Finished matches of one competition as columns of equal length, sorted by day. */
export interface GoalObservations {
  /** What the indexes in `home` and `away` stand for. May name teams that do not occur. */
  readonly teams: readonly TeamKey[];
  readonly day: Int32Array;
  readonly season: Int32Array;
  readonly home: Int32Array;
  readonly away: Int32Array;
  readonly homeGoals: Int32Array;
  readonly awayGoals: Int32Array;
}

/** Turns rows, in any order, into columns sorted by day; the sort is stable. */
export function toObservations(rows: readonly MatchObservation[]): GoalObservations {
  const sorted = rows.toSorted((a, b) => a.day - b.day);
  const index = new Map<TeamKey, number>();
  const indexOf = (team: TeamKey): number => {
    const known = index.get(team);
    if (known !== undefined) return known;
    index.set(team, index.size);
    return index.size - 1;
  };
  const column = (read: (row: MatchObservation) => number): Int32Array => Int32Array.from(sorted, read);
  const home = column((row) => indexOf(row.home));
  const away = column((row) => indexOf(row.away));
  return {
    teams: [...index.keys()],
    day: column((row) => row.day),
    season: column((row) => row.season),
    home,
    away,
    homeGoals: column((row) => row.homeGoals),
    awayGoals: column((row) => row.awayGoals),
  };
}

/** Index of the first element of a sorted column that is not below `bound`. */
export function lowerBound(column: ArrayLike<number>, bound: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (column[middle] < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The matches with fromDay <= day < beforeDay, as views: nothing is copied. */
export function observationsBetween(all: GoalObservations, fromDay: number, beforeDay: number): GoalObservations {
  const from = lowerBound(all.day, fromDay);
  const to = Math.max(from, lowerBound(all.day, beforeDay));
  return {
    teams: all.teams,
    day: all.day.subarray(from, to),
    season: all.season.subarray(from, to),
    home: all.home.subarray(from, to),
    away: all.away.subarray(from, to),
    homeGoals: all.homeGoals.subarray(from, to),
    awayGoals: all.awayGoals.subarray(from, to),
  };
}
