/** A team's entry for a tournament. */
export interface EntryRow {
  id: number;
  tournamentId: number;
  teamId: number;
}

export type EntryValues = Omit<EntryRow, 'id'>;
