import { Injectable } from '@nestjs/common';
import { NotFound } from '#core/kernel/domain-error.js';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import type { Visibility } from '#platform/auth/caller.js';
import type { FullPlayer, NamedPlayer, PlayerFilter, PlayerOrder } from './player.row.js';
import { PlayersRepository } from './players.repository.js';
import type { ListedEntry, ListedPlayer } from './roster-entry.row.js';
import { RosterListsRepository } from './roster-lists.repository.js';
import { RostersRepository } from './rosters.repository.js';

type SportPlayers = PlayerFilter & { sportId: number };

/** Lists of players with the tournaments they play in: the page first, then all that belongs to it at once. */
@Injectable()
export class PlayerListsService {
  constructor(
    private readonly players: PlayersRepository,
    private readonly rosters: RostersRepository,
    private readonly rosterLists: RosterListsRepository,
  ) {}

  /** Players of a sport, each with every tournament. Throws NotFound for a sport that does not exist. */
  async pageInSport(filter: SportPlayers, range: SortedRange<PlayerOrder>): Promise<Listing<ListedPlayer>> {
    const { items, total } = await this.players.page(filter, range);
    if (total === 0) await this.#requireSport(filter.sportId);
    return { items: withEntries(items, await this.#entriesOf(items)), total };
  }

  /** As `pageInSport`, with person and sport. */
  async pageFull(
    filter: SportPlayers,
    range: SortedRange<PlayerOrder>,
  ): Promise<Listing<FullPlayer & { entries: ListedEntry[] }>> {
    const { items, total } = await this.players.pageFull(filter, range);
    if (total === 0) await this.#requireSport(filter.sportId);
    return { items: withEntries(items, await this.#entriesOf(items)), total };
  }

  /**
   * Players of a tournament, each with the entry for it. Throws NotFound for a tournament that does not exist.
   */
  async pageInTournament(
    tournamentId: number,
    filter: Pick<PlayerFilter, 'text' | 'visibility'>,
    range: SortedRange<PlayerOrder>,
  ): Promise<Listing<ListedPlayer>> {
    const { items, total } = await this.players.page({ ...filter, tournamentId }, range);
    if (total === 0 && !(await this.rosterLists.tournamentExists(tournamentId))) {
      throw new NotFound('Tournament', tournamentId);
    }
    return { items: await this.#inTournament(tournamentId, items), total };
  }

  /** Players of a tournament who have no team there, by family name; none for an unknown tournament. */
  async listUnassigned(tournamentId: number, visibility?: Visibility): Promise<ListedPlayer[]> {
    return this.#inTournament(tournamentId, await this.players.list({ unassignedInId: tournamentId, visibility }));
  }

  async #inTournament(tournamentId: number, players: NamedPlayer[]): Promise<ListedPlayer[]> {
    const ids = players.map(({ id }) => id);
    return withEntries(players, ids.length > 0 ? await this.rosters.listIn(tournamentId, ids) : []);
  }

  async #entriesOf(players: readonly { id: number }[]): Promise<ListedEntry[]> {
    return players.length > 0 ? this.rosters.listByPlayers(players.map(({ id }) => id)) : [];
  }

  async #requireSport(id: number): Promise<void> {
    if (!(await this.players.exist(null, id)).sport) throw new NotFound('Sport', id);
  }
}

function withEntries<Player extends { id: number }>(
  players: readonly Player[],
  entries: readonly ListedEntry[],
): (Player & { entries: ListedEntry[] })[] {
  const byPlayer = Map.groupBy(entries, ({ playerId }) => playerId);
  return players.map((player) => ({ ...player, entries: byPlayer.get(player.id) ?? [] }));
}
