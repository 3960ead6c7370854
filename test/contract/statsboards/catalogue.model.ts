/** The catalogue in memory, as simple as its rules are: what each operation answers and leaves behind. */
export interface Season {
  id: number;
  year: number;
  description: string | null;
  iscurrent: boolean;
}
export interface Sport {
  id: number;
  title: string;
}
export interface Team {
  id: number;
  title: string;
  city: string | null;
  team_eesl_id: number | null;
  sport_id: number;
}
export interface Tournament {
  id: number;
  title: string;
  season_id: number;
  sport_id: number;
}
export interface Entry {
  team_id: number;
  tournament_id: number;
}

export class CatalogueModel {
  readonly seasons: Season[] = [];
  readonly sports: Sport[] = [];
  readonly teams: Team[] = [];
  readonly tournaments: Tournament[] = [];
  readonly entries: Entry[] = [];

  /** The status of creating a season; the row is added by `add` when that is 200. */
  canCreateSeason(year: number): number {
    return this.seasons.some((season) => season.year === year) ? 400 : 200;
  }

  canUpdateSeason(id: number, year?: number): number {
    if (!this.seasons.some((season) => season.id === id)) return 404;
    return this.seasons.some((season) => season.year === year && season.id !== id) ? 409 : 200;
  }

  putSeason(season: Season): void {
    if (season.iscurrent) for (const other of this.seasons) other.iscurrent = false;
    put(this.seasons, season);
  }

  deleteSeason(id: number): void {
    remove(this.seasons, (season) => season.id === id);
    for (const { id: gone } of this.tournaments.filter(({ season_id }) => season_id === id))
      this.deleteTournament(gone);
  }

  deleteSport(id: number): void {
    remove(this.sports, (sport) => sport.id === id);
    for (const { id: gone } of this.tournaments.filter(({ sport_id }) => sport_id === id)) this.deleteTournament(gone);
    for (const { id: gone } of this.teams.filter(({ sport_id }) => sport_id === id)) this.deleteTeam(gone);
  }

  deleteTournament(id: number): void {
    remove(this.tournaments, (tournament) => tournament.id === id);
    remove(this.entries, ({ tournament_id }) => tournament_id === id);
  }

  deleteTeam(id: number): void {
    remove(this.teams, (team) => team.id === id);
    remove(this.entries, ({ team_id }) => team_id === id);
  }

  isEntered(team: number, tournament: number): boolean {
    return this.entries.some(({ team_id, tournament_id }) => team_id === team && tournament_id === tournament);
  }

  enteredTeams(tournament: number): Team[] {
    return byTitle(this.teams.filter(({ id }) => this.isEntered(id, tournament)));
  }

  availableTeams(tournamentId: number): Team[] {
    const tournament = this.tournaments.find(({ id }) => id === tournamentId);
    if (!tournament) return [];
    return byTitle(
      this.teams.filter((team) => team.sport_id === tournament.sport_id && !this.isEntered(team.id, tournamentId)),
    );
  }
}

export function put<Row extends { id: number }>(rows: Row[], row: Row): void {
  const index = rows.findIndex(({ id }) => id === row.id);
  if (index < 0) rows.push(row);
  else rows[index] = row;
}

export function remove<Row>(rows: Row[], which: (row: Row) => boolean): void {
  for (let index = rows.length - 1; index >= 0; index--) if (which(rows[index])) rows.splice(index, 1);
}

const COLLATOR = new Intl.Collator('en-US');

/** In alphabetical order, those of one title by id. */
export const byTitle = <Row extends { id: number; title: string }>(rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => COLLATOR.compare(a.title, b.title) || a.id - b.id);
