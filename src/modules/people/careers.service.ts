import { Injectable } from '@nestjs/common';
import { NotFound } from '#core/kernel/domain-error.js';
import type { Visibility } from '#platform/auth/caller.js';
import { PlayersService } from './players.service.js';
import type { Career, ListedEntry, PlayerInTournament } from './roster-entry.row.js';
import { RostersRepository } from './rosters.repository.js';

const alphabet = new Intl.Collator('en-US');

/** Where players have played. */
@Injectable()
export class CareersService {
  constructor(
    private readonly players: PlayersService,
    private readonly rosters: RostersRepository,
  ) {}

  /** Throws NotFound. */
  async get(playerId: number, visibility?: Visibility): Promise<Career> {
    await this.players.get(playerId, visibility);
    return careerOf(await this.rosters.listByPlayers([playerId]));
  }

  /** Throws NotFound for a player that does not exist or is not in this tournament. */
  async getInTournament(playerId: number, tournamentId: number, visibility?: Visibility): Promise<PlayerInTournament> {
    const player = await this.players.get(playerId, visibility);
    const entries = await this.rosters.listByPlayers([playerId]);
    const entry = entries.find((each) => each.tournamentId === tournamentId);
    if (!entry) throw new NotFound('Player in tournament', `${playerId}, ${tournamentId}`);
    return { player, entry, career: careerOf(entries) };
  }

  /** Every entry of each player, the latest season first, by the player's id. */
  async listEntries(playerIds: readonly number[]): Promise<Map<number, ListedEntry[]>> {
    return Map.groupBy(await this.rosters.listByPlayers(playerIds), ({ playerId }) => playerId ?? 0);
  }
}

/** Groups entries, which come with the latest season first. */
function careerOf(entries: readonly ListedEntry[]): Career {
  const teams = [...Map.groupBy(entries, ({ teamId }) => teamId)].flatMap(([teamId, group]) =>
    teamId === null ? [] : [{ teamId, teamTitle: group[0].teamTitle, entries: group }],
  );
  const tournaments = [...Map.groupBy(entries, ({ tournamentId }) => tournamentId)].flatMap(([tournamentId, group]) => {
    const { tournamentTitle, seasonId, seasonYear } = group[0];
    return tournamentId === null ? [] : [{ tournamentId, tournamentTitle, seasonId, seasonYear, entries: group }];
  });
  return {
    byTeam: teams.toSorted((a, b) => alphabet.compare(a.teamTitle ?? '', b.teamTitle ?? '') || a.teamId - b.teamId),
    byTournament: tournaments,
  };
}
