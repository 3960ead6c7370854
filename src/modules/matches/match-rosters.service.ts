import { Injectable } from '@nestjs/common';
import { NotFound } from '#core/kernel/domain-error.js';
import type { AvailablePlayer, MatchPlayer, MatchRosters } from './match-roster.row.js';
import { MatchRostersRepository } from './match-rosters.repository.js';

export interface RosterSelection {
  /** Players who are in the match; default true. */
  inMatch?: boolean;
  /** Players of the teams' rosters who are not; default true. */
  available?: boolean;
}

/** Who plays in a match, and who could. */
@Injectable()
export class MatchRostersService {
  constructor(private readonly rosters: MatchRostersRepository) {}

  /**
   * Players of a match by name; none for a match that does not exist. The same list as the last time when nothing of it
   * has changed.
   */
  async listPlayers(matchId: number): Promise<readonly MatchPlayer[]> {
    return this.rosters.listPlayers(matchId);
  }

  /** The same for several matches, by their id; one without players has no entry. */
  async listPlayersOf(matchIds: readonly number[]): Promise<Map<number, MatchPlayer[]>> {
    return Map.groupBy(await this.rosters.listPlayersOf(matchIds), ({ matchId }) => matchId);
  }

  /** The same. @throws NotFound for a match that does not exist */
  async getPlayers(matchId: number): Promise<readonly MatchPlayer[]> {
    const players = await this.rosters.listPlayers(matchId);
    if (players.length === 0) await this.#match(matchId);
    return players;
  }

  /** Players of a team's roster in the match's tournament who are not in the match; none for an unknown match. */
  async listAvailable(matchId: number, teamId: number): Promise<AvailablePlayer[]> {
    return this.rosters.listAvailable(matchId, [teamId]);
  }

  /** Both teams' players in the match and outside it; lists that are not selected are empty. @throws NotFound */
  async get(matchId: number, { inMatch = true, available = true }: RosterSelection = {}): Promise<MatchRosters> {
    const { homeId, awayId, tournament } = await this.#match(matchId);
    const players = inMatch ? await this.rosters.listPlayers(matchId) : [];
    const others = available ? await this.rosters.listAvailable(matchId, [homeId, awayId]) : [];
    return {
      matchId,
      tournament,
      home: players.filter(({ teamId }) => teamId === homeId),
      away: players.filter(({ teamId }) => teamId === awayId),
      availableHome: others.filter(({ membership }) => membership.teamId === homeId),
      availableAway: others.filter(({ membership }) => membership.teamId === awayId),
    };
  }

  async #match(matchId: number) {
    const match = await this.rosters.findMatch(matchId);
    if (match === undefined) throw new NotFound('Match', matchId);
    return match;
  }
}
