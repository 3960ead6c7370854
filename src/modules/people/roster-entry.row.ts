import type { Visibility } from '#platform/auth/caller.js';
import type { FullPlayer, NamedPlayer, PlayerWithPerson } from './player.row.js';

/** A player's membership of a team for one tournament; without a team the player is in the tournament, unassigned. */
export interface RosterEntryRow {
  id: number;
  /** Number in the EESL registry; unique. */
  eeslId: number | null;
  playerId: number | null;
  teamId: number | null;
  tournamentId: number | null;
  positionId: number | null;
  /** On the jersey, up to 10 characters. */
  number: string | null;
}

export type RosterEntryValues = Omit<RosterEntryRow, 'id'>;

/** An entry with the titles of what it names. */
export interface ListedEntry extends RosterEntryRow {
  teamTitle: string | null;
  positionTitle: string | null;
  tournamentTitle: string | null;
  seasonId: number | null;
  seasonYear: number | null;
}

/** A player and tournaments played in. */
export interface ListedPlayer extends NamedPlayer {
  entries: ListedEntry[];
}

/** An entry with the names of its player. */
export interface NamedEntry extends RosterEntryRow {
  firstName: string | null;
  secondName: string | null;
  photoUrl: string | null;
  photoIconUrl: string | null;
  teamTitle: string | null;
  positionTitle: string | null;
}

export interface RosterTeam {
  id: number;
  eeslId: number | null;
  title: string;
  city: string | null;
  description: string | null;
  logoUrl: string | null;
  logoIconUrl: string | null;
  logoWebUrl: string | null;
  color: string;
  sportId: number | null;
}

export interface RosterTournament {
  id: number;
  title: string;
  seasonId: number;
  sportId: number;
}

export interface RosterPosition {
  id: number;
  title: string;
  category: string | null;
  sportId: number | null;
}

/** An entry with everything it names. */
export interface FullEntry extends RosterEntryRow {
  player: PlayerWithPerson | null;
  team: RosterTeam | null;
  tournament: RosterTournament | null;
  position: RosterPosition | null;
}

export type RosterOrder = keyof RosterEntryRow | 'firstName' | 'secondName' | 'teamTitle' | 'positionTitle';

export interface RosterFilter {
  id?: number;
  tournamentId?: number;
  teamId?: number;
  /** Only players without a team. */
  unassigned?: true;
  /** Part of either name of the player, in any case. */
  text?: string;
  /** Part of the team's title, in any case. */
  teamTitle?: string;
  /** Only players the caller sees; absent: all. */
  visibility?: Visibility;
}

/** The tournaments of a player, grouped twice. */
export interface Career {
  /** Teams in alphabetical order; entries without a team are in no group. */
  byTeam: { teamId: number; teamTitle: string | null; entries: ListedEntry[] }[];
  /** The latest season first. */
  byTournament: {
    tournamentId: number;
    tournamentTitle: string | null;
    seasonId: number | null;
    seasonYear: number | null;
    entries: ListedEntry[];
  }[];
}

/** A player as seen from one tournament. */
export interface PlayerInTournament {
  player: FullPlayer;
  /** The entry for that tournament. */
  entry: ListedEntry;
  career: Career;
}
