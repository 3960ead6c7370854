import { Injectable } from '@nestjs/common';
import { Conflict, NotFound } from '#core/kernel/domain-error.js';
import { type Page, type Slice, sliceOf } from '#core/kernel/page.js';
import type { Visibility } from '#platform/auth/caller.js';
import { refuseHidden } from '#platform/auth/hidden-rows.js';
import { explaining } from '#platform/database/constraints.js';
import type { NamePosition } from './person.row.js';
import type { FullPlayer, NamedPlayer, PlayerFilter, PlayerRow, PlayerValues, PlayerWithPerson } from './player.row.js';
import { PlayerRemovalRepository } from './player-removal.repository.js';
import { PlayersRepository } from './players.repository.js';

/** Persons as athletes: one player for each sport a person does. */
@Injectable()
export class PlayersService {
  constructor(
    private readonly players: PlayersRepository,
    private readonly removal: PlayerRemovalRepository,
  ) {}

  /** With person and sport. Throws NotFound, also for a private one the caller does not see. */
  async get(id: number, visibility?: Visibility): Promise<FullPlayer> {
    return found(seen(await this.players.findFull(id), visibility), id);
  }

  /** Throws NotFound, also for a private one the caller does not see. */
  async getByEeslId(eeslId: number, visibility?: Visibility): Promise<PlayerWithPerson> {
    return found(seen(await this.players.findByEeslId(eeslId), visibility), eeslId);
  }

  /** Players by their id; unknown ids, and private players the caller does not see, have no entry. */
  async findByIds(ids: readonly number[], visibility?: Visibility): Promise<Map<number, PlayerWithPerson>> {
    const players = (await this.players.findByIds(ids)).filter((player) => seen(player, visibility));
    return new Map(players.map((player) => [player.id, player]));
  }

  /** All of them by family name, then first name. */
  list(visibility?: Visibility): Promise<NamedPlayer[]> {
    return this.players.list({ visibility });
  }

  /** All that meet the filter, by family name, then first name. */
  listBy(filter: PlayerFilter): Promise<NamedPlayer[]> {
    return this.players.list(filter);
  }

  /** What each of these persons plays, by the person's id. */
  async listByPersons(personIds: readonly number[], visibility?: Visibility): Promise<Map<number, PlayerRow[]>> {
    const players = (await this.players.listByPersons(personIds)).filter((player) => seen(player, visibility));
    return Map.groupBy(players, ({ personId }) => personId ?? 0);
  }

  /** Players of the tournament's sport who are not in it yet, by family name; none for an unknown tournament. */
  listAvailable(tournamentId: number, visibility?: Visibility): Promise<PlayerWithPerson[]> {
    return this.players.listAvailable(tournamentId, visibility);
  }

  /** A page by family name, then first name. Throws Invalid for a search text of more than 100 characters. */
  async slice(filter: PlayerFilter, page: Page<NamePosition>): Promise<Slice<NamedPlayer>> {
    return sliceOf(await this.players.slice(filter, page), page);
  }

  /** How many players meet the filter. */
  count(filter: PlayerFilter): Promise<number> {
    return this.players.count(filter);
  }

  /**
   * A new player; with the registry number of a known one, that one is changed instead. Throws Conflict when the person
   * plays this sport already, for a person, sport or user that does not exist, or for the number of a private one the
   * caller does not see.
   */
  async create(values: Partial<PlayerValues>, visibility: Visibility = {}): Promise<PlayerRow> {
    const { eeslId } = values;
    const isRegistered = typeof eeslId === 'number';
    if (isRegistered) {
      const find = async (by: Visibility) => seen(await this.players.findByEeslId(eeslId), by);
      await refuseHidden(visibility, find, numberTaken(eeslId));
    }
    return explaining(broken(values), () => (isRegistered ? this.players.upsert(values) : this.players.insert(values)));
  }

  /** Makes a person a player of a sport. Throws NotFound for either; Conflict when the person plays it already. */
  async addToSport(values: Pick<PlayerRow, 'personId' | 'sportId'> & Partial<PlayerValues>): Promise<PlayerRow> {
    const { personId, sportId } = values;
    const { person, sport } = await this.players.exist(personId, sportId);
    if (!person) throw new NotFound('Person', String(personId));
    if (!sport) throw new NotFound('Sport', String(sportId));
    return explaining(broken(values), () => this.players.insert(values));
  }

  /** Changes what is given. Throws as `get`; Conflict as `create`, and for the registry number of another player. */
  async update(id: number, values: Partial<PlayerValues>, visibility: Visibility = {}): Promise<PlayerRow> {
    if (visibility.onlyOwner !== undefined) await this.get(id, visibility);
    return found(await explaining(broken(values), () => this.players.update(id, values)), id);
  }

  /** With the tournaments and the places on match rosters; plays stay, without the player. Throws NotFound. */
  async delete(id: number): Promise<void> {
    if ((await this.removal.remove([id])) === 0) throw new NotFound('Player', id);
  }

  /** As `delete`, of the player the person is in this sport. Throws NotFound. */
  async removeFromSport(personId: number, sportId: number): Promise<void> {
    const player = await this.players.findIn(personId, sportId);
    if (!player) throw new NotFound('Player of person and sport', `${personId}, ${sportId}`);
    await this.delete(player.id);
  }
}

function found<Player extends PlayerRow>(player: Player | undefined, id: number): Player {
  if (!player) throw new NotFound('Player', id);
  return player;
}

/** A player is private who is so as a player or as a person. */
function seen<Player extends PlayerRow & Partial<PlayerWithPerson>>(
  player: Player | undefined,
  { onlyOwner }: Visibility = {},
): Player | undefined {
  if (player === undefined || onlyOwner === undefined) return player;
  const isHidden = player.isPrivate && player.userId !== onlyOwner;
  const isHiddenPerson = player.person?.isPrivate === true && player.person.ownerUserId !== onlyOwner;
  return isHidden || isHiddenPerson ? undefined : player;
}

const unknown = (what: string, field: string, id: number | null) => (): Error =>
  new Conflict('UNKNOWN_REFERENCE', `${what} ${id} does not exist`, { field, id });

const numberTaken =
  (eeslId: number | null = null) =>
  (): Error =>
    new Conflict('PLAYER_EESL_ID_TAKEN', `A player with EESL id ${eeslId} already exists`, { eeslId });

const broken = ({ eeslId, personId = null, sportId = null, userId = null }: Partial<PlayerValues>) => ({
  player_player_eesl_id_unique: numberTaken(eeslId),
  player_person_sport_unique: () =>
    new Conflict('PLAYER_EXISTS', 'The person is a player of this sport already', { personId, sportId }),
  player_person_id_foreign: unknown('Person', 'personId', personId),
  player_sport_id_foreign: unknown('Sport', 'sportId', sportId),
  player_user_id_foreign: unknown('User', 'userId', userId),
});
