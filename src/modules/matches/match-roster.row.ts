/** A person as rosters show him. */
export interface RosterPerson {
  id: number;
  eeslId: number | null;
  firstName: string;
  secondName: string;
  photoUrl: string | null;
  photoIconUrl: string | null;
  photoWebUrl: string | null;
  /** ISO 8601, or null when unknown. */
  bornAt: string | null;
}

export interface RosterPosition {
  id: number;
  title: string;
  category: string | null;
  sportId: number | null;
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
  sponsorLineId: number | null;
  mainSponsorId: number | null;
  sportId: number | null;
  /** Who owns it. */
  userId: number | null;
  isPrivate: boolean;
}

/** A player's place on a team's roster of a tournament. */
export interface RosterMembership {
  id: number;
  eeslId: number | null;
  playerId: number | null;
  positionId: number | null;
  teamId: number | null;
  tournamentId: number | null;
  number: string | null;
}

export interface RosterSportsman {
  id: number;
  eeslId: number | null;
  personId: number | null;
  sportId: number | null;
}

interface OnRoster {
  membership: RosterMembership | null;
  player: RosterSportsman | null;
  person: RosterPerson | null;
  /** In the match, else on the roster. */
  position: RosterPosition | null;
  team: RosterTeam | null;
}

/** A place on the roster of a match. */
export interface MatchPlayerRow {
  id: number;
  /** Number in the league's own register; unique. */
  eeslId: number | null;
  matchId: number;
  teamId: number;
  membershipId: number | null;
  positionId: number | null;
  /** Shirt number in this match. */
  number: string | null;
  /** In the line-up as it was given to the league; imports leave it as it is. */
  isStart: boolean | null;
  isStarting: boolean | null;
  startingType: string | null;
}

export type MatchPlayerValues = Omit<MatchPlayerRow, 'id'>;
export type NewMatchPlayer = Pick<MatchPlayerRow, 'matchId' | 'teamId'> & Partial<MatchPlayerValues>;

/** A player of a match. */
export interface MatchPlayer extends MatchPlayerRow, OnRoster {}

/** A player of a team's roster who is not in the match. */
export interface AvailablePlayer extends OnRoster {
  membership: RosterMembership;
}

export interface MatchRosters {
  matchId: number;
  tournament: { id: number; title: string } | null;
  home: MatchPlayer[];
  away: MatchPlayer[];
  availableHome: AvailablePlayer[];
  availableAway: AvailablePlayer[];
}
