import { remove } from './catalogue.model.js';

export interface Setting {
  id: number;
  key: string;
  value: string;
}
export interface Position {
  id: number;
  title: string;
  sport_id: number;
}
export interface Person {
  id: number;
  first_name: string;
  second_name: string;
}
export interface Player {
  id: number;
  person_id: number;
  sport_id: number;
}
export interface RosterEntry {
  id: number;
  player_id: number;
  tournament_id: number;
  team_id: number | null;
  position_id: number | null;
}
export interface Named {
  id: number;
  title: string;
}
export interface Placement {
  sponsor_id: number;
  sponsor_line_id: number;
}

/** A sport with one tournament and one team, which stay as they are. */
export interface Ground {
  sportId: number;
  tournamentId: number;
  teamId: number;
}

/** People, rosters, sponsors and settings in memory, as simple as their rules are. */
export class LeagueModel {
  readonly settings: Setting[] = [];
  readonly positions: Position[] = [];
  readonly persons: Person[] = [];
  readonly players: Player[] = [];
  readonly entries: RosterEntry[] = [];
  readonly sponsors: Named[] = [];
  readonly lines: Named[] = [];
  readonly placements: Placement[] = [];

  constructor(readonly grounds: readonly Ground[]) {}

  deletePosition(id: number): void {
    remove(this.positions, (position) => position.id === id);
    for (const entry of this.entries) if (entry.position_id === id) entry.position_id = null;
  }

  deletePerson(id: number): void {
    remove(this.persons, (person) => person.id === id);
    for (const player of this.players.filter(({ person_id }) => person_id === id)) this.deletePlayer(player.id);
  }

  deletePlayer(id: number): void {
    remove(this.players, (player) => player.id === id);
    remove(this.entries, ({ player_id }) => player_id === id);
  }

  deleteSponsor(id: number): void {
    remove(this.sponsors, (sponsor) => sponsor.id === id);
    remove(this.placements, ({ sponsor_id }) => sponsor_id === id);
  }

  deleteLine(id: number): void {
    remove(this.lines, (line) => line.id === id);
    remove(this.placements, ({ sponsor_line_id }) => sponsor_line_id === id);
  }

  playerOf(personId: number, sportId: number): Player | undefined {
    return this.players.find(({ person_id, sport_id }) => person_id === personId && sport_id === sportId);
  }

  /** By family name, then first name. */
  byName(players: readonly Player[]): Player[] {
    const nameOf = ({ person_id }: Player) => this.persons.find(({ id }) => id === person_id);
    return players.toSorted((a, b) => compare(nameOf(a), nameOf(b)) || a.id - b.id);
  }

  available({ sportId, tournamentId }: Ground): Player[] {
    const entered = new Set(this.entriesOf(tournamentId).map(({ player_id }) => player_id));
    return this.byName(this.players.filter(({ id, sport_id }) => sport_id === sportId && !entered.has(id)));
  }

  withoutTeam({ tournamentId }: Ground): Player[] {
    const ids = new Set(
      this.entriesOf(tournamentId)
        .filter(({ team_id }) => team_id === null)
        .map(({ player_id }) => player_id),
    );
    return this.byName(this.players.filter(({ id }) => ids.has(id)));
  }

  notInSport(sportId: number): Person[] {
    return this.persons
      .filter(({ id }) => !this.playerOf(id, sportId))
      .toSorted((a, b) => compare(a, b) || a.id - b.id);
  }

  entriesOf(tournamentId: number): RosterEntry[] {
    return this.entries.filter(({ tournament_id }) => tournament_id === tournamentId);
  }
}

const COLLATOR = new Intl.Collator('en-US');

const compare = (a?: Person, b?: Person): number =>
  COLLATOR.compare(a?.second_name ?? '', b?.second_name ?? '') ||
  COLLATOR.compare(a?.first_name ?? '', b?.first_name ?? '');
