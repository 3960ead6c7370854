import { Injectable } from '@nestjs/common';
import { Conflict, Invalid, NotFound } from '#core/kernel/domain-error.js';
import { checkTexts } from '#core/kernel/texts.js';
import type { Visibility } from '#platform/auth/caller.js';
import { explaining } from '#platform/database/constraints.js';
import { MatchPlayersRepository } from './match-players.repository.js';
import type { MatchPlayer, MatchPlayerRow, MatchPlayerValues, NewMatchPlayer } from './match-roster.row.js';
import { MatchRostersRepository } from './match-rosters.repository.js';

const LONGEST = { number: 10, startingType: 20 };

/** A member of a team's roster who is to play, and how. Absent: as on the roster. */
export type RosterPlace = { membershipId: number } & Partial<
  Pick<MatchPlayerRow, 'number' | 'positionId' | 'isStarting' | 'startingType'>
>;

/** Keeps the rosters of matches; `MatchRostersService` reads them. Plays outlive the players they name. */
@Injectable()
export class MatchPlayersService {
  constructor(
    private readonly places: MatchPlayersRepository,
    private readonly rosters: MatchRostersRepository,
  ) {}

  /** All places of matches that the caller may see, match by match. */
  list(visibility: Visibility): Promise<MatchPlayerRow[]> {
    return this.places.list(visibility);
  }

  /** Throws NotFound, also for one of a match the caller may not see. */
  async get(id: number, visibility: Visibility): Promise<MatchPlayerRow> {
    return found(await this.places.find(id, visibility), id);
  }

  /** By the number in the league's register. Throws as `get`. */
  async getByEeslId(eeslId: number, visibility: Visibility): Promise<MatchPlayerRow> {
    return found(await this.places.findByEeslId(eeslId, visibility), eeslId);
  }

  /** With person, player, position, team and place on the team's roster. Throws as `get`. */
  async getFull(id: number, visibility: Visibility = {}): Promise<MatchPlayer> {
    if (visibility.onlyOwner !== undefined) await this.get(id, visibility);
    return found(await this.rosters.findPlayer(id), id);
  }

  /**
   * Writes a player down. The place of this match with the same number in the league's register is changed instead,
   * unless the league has set it; or else that of the same member. Throws Conflict for a match, team, member or position
   * that does not exist, and for a number a player of another match has; Invalid for a text that is too long.
   */
  create(values: NewMatchPlayer): Promise<MatchPlayerRow> {
    checkTexts(values, LONGEST);
    return explaining(broken(values), () =>
      this.places.transactional(async () => {
        await this.places.lockRoster(values.matchId);
        const known = typeof values.eeslId === 'number' ? await this.places.findByEeslId(values.eeslId) : undefined;
        if (known?.matchId === values.matchId) {
          return known.isStart === true ? known : (await this.places.update(known.id, values))!;
        }
        return typeof values.membershipId === 'number' ? this.places.upsert(values) : this.places.insert(values);
      }),
    );
  }

  /** Changes what is given. Throws NotFound; Conflict as `create`, and for a member who is in the match already; Invalid. */
  async update(id: number, values: Partial<MatchPlayerValues>): Promise<MatchPlayerRow> {
    checkTexts(values, LONGEST);
    return found(await explaining(broken(values), () => this.places.update(id, values)), id);
  }

  /** Plays stay, without the player. Throws NotFound. */
  async delete(id: number): Promise<void> {
    if (!(await this.places.delete(id))) throw new NotFound('Player match', id);
  }

  /**
   * Adds a member of one of its teams' rosters to a match. Throws NotFound for the match, a member or a position that
   * does not exist; Conflict for a member who is in it already; Invalid for one of another team or tournament.
   */
  async add(matchId: number, place: RosterPlace): Promise<MatchPlayer> {
    const [values] = await this.#placesOf(matchId, [place]);
    const { id } = await explaining(broken(values), () => this.places.insert(values));
    return this.getFull(id);
  }

  /**
   * Makes these members a team's roster of the match: adds who is missing, changes who is there, and takes the others
   * from it, all or nothing. Throws as `add`, and NotFound for a team that does not play.
   */
  async set(matchId: number, teamId: number, places: readonly RosterPlace[]): Promise<void> {
    const ids = places.map(({ membershipId }) => membershipId);
    if (new Set(ids).size < ids.length) throw new Invalid('players', 'A player is named more than once');
    await this.places.transactional(async () => {
      await this.places.lockRoster(matchId);
      const values = await this.#placesOf(matchId, places, teamId);
      await this.places.deleteOthers(matchId, teamId, ids);
      for (const place of values) await explaining(broken(place), () => this.places.upsert(place));
    });
  }

  /** What to write of each, with the team and the number of the roster. */
  async #placesOf(matchId: number, places: readonly RosterPlace[], ofTeam?: number): Promise<NewMatchPlayer[]> {
    places.forEach((place) => checkTexts(place, LONGEST));
    const { match, memberships } = await this.places.facts(
      matchId,
      places.map(({ membershipId }) => membershipId),
    );
    if (match === null) throw new NotFound('Match', matchId);
    const sides = [match.homeId, match.awayId];
    if (ofTeam !== undefined && !sides.includes(ofTeam)) throw new NotFound('Team of the match', ofTeam);
    return places.map((place) => {
      const member = memberships.find(({ id }) => id === place.membershipId);
      if (!member) throw new NotFound('Roster entry', place.membershipId);
      const { teamId } = member;
      if (teamId === null || !(ofTeam === undefined ? sides : [ofTeam]).includes(teamId)) {
        throw new Invalid('membershipId', `Roster entry ${member.id} is of another team`, 'WRONG_TEAM');
      }
      if (match.tournamentId !== null && member.tournamentId !== match.tournamentId) {
        throw new Invalid('membershipId', `Roster entry ${member.id} is of another tournament`, 'WRONG_TOURNAMENT');
      }
      return { number: member.number, ...place, matchId, teamId };
    });
  }
}

function found<Player extends MatchPlayerRow>(player: Player | undefined, id: number): Player {
  if (!player) throw new NotFound('Player match', id);
  return player;
}

const unknown = (what: string, field: string, id: number | null | undefined) => (): Error =>
  new Conflict('UNKNOWN_REFERENCE', `${what} ${id} does not exist`, { field, id: id ?? null });

const broken = ({ eeslId, membershipId, matchId, teamId, positionId }: Partial<MatchPlayerValues>) => ({
  player_match_player_match_eesl_id_unique: () =>
    new Conflict('EESL_ID_TAKEN', `Another player of a match has the EESL id ${eeslId}`, { eeslId: eeslId ?? null }),
  player_match_match_membership_unique: () =>
    new Conflict('PLAYER_ALREADY_IN_MATCH', 'The player is in this match already', {
      membershipId: membershipId ?? null,
    }),
  player_match_match_id_foreign: unknown('Match', 'matchId', matchId),
  player_match_team_id_foreign: unknown('Team', 'teamId', teamId),
  player_match_player_team_tournament_id_foreign: unknown('Player team tournament', 'membershipId', membershipId),
  player_match_match_position_id_foreign: unknown('Position', 'positionId', positionId),
});
