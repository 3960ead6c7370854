/** What a load has done. Matches refused are in none of the counts. */
export interface LoadReport {
  newMatches: number;
  updatedMatches: number;
  /** Stored already with the same facts. */
  unchangedMatches: number;
  newTeams: number;
  newTournaments: number;
  /** Rows of statistics inserted or updated. */
  statLines: number;
  /** Rows of odds inserted, updated or deleted. */
  odds: number;
}

export function emptyReport(): LoadReport {
  return {
    newMatches: 0,
    updatedMatches: 0,
    unchangedMatches: 0,
    newTeams: 0,
    newTournaments: 0,
    statLines: 0,
    odds: 0,
  };
}

export function addReports(a: LoadReport, b: LoadReport): LoadReport {
  return {
    newMatches: a.newMatches + b.newMatches,
    updatedMatches: a.updatedMatches + b.updatedMatches,
    unchangedMatches: a.unchangedMatches + b.unchangedMatches,
    newTeams: a.newTeams + b.newTeams,
    newTournaments: a.newTournaments + b.newTournaments,
    statLines: a.statLines + b.statLines,
    odds: a.odds + b.odds,
  };
}

/** Matches a load has dealt with. */
export function matchesOf({ newMatches, updatedMatches, unchangedMatches }: LoadReport): number {
  return newMatches + updatedMatches + unchangedMatches;
}
