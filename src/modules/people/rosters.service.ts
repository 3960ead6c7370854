import { Injectable } from '@nestjs/common';
import { Conflict, Invalid, NotFound } from '#core/kernel/domain-error.js';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import { type Page, type Slice, sliceOf } from '#core/kernel/page.js';
import { checkTexts } from '#core/kernel/texts.js';
import type { Visibility } from '#platform/auth/caller.js';
import { explaining } from '#platform/database/constraints.js';
import type { NamePosition, PersonRow } from './person.row.js';
import type {
  FullEntry,
  NamedEntry,
  RosterEntryRow,
  RosterEntryValues,
  RosterFilter,
  RosterOrder,
} from './roster-entry.row.js';
import { RosterListsRepository } from './roster-lists.repository.js';
import { RostersRepository } from './rosters.repository.js';

const LONGEST = { number: 10 };

type Tournament = RosterFilter & { tournamentId: number };

/** Who plays for which team in which tournament, at which position and with which number. */
@Injectable()
export class RostersService {
  constructor(
    private readonly rosters: RostersRepository,
    private readonly lists: RosterListsRepository,
  ) {}

  /** Throws NotFound. */
  async get(id: number): Promise<RosterEntryRow> {
    return found((await this.rosters.findByIds([id])).at(0), id);
  }

  /** Throws NotFound. */
  async getByEeslId(eeslId: number): Promise<RosterEntryRow> {
    return found(await this.rosters.findByEeslId(eeslId), eeslId);
  }

  /** With the names of its player and position. Throws NotFound. */
  async getNamed(id: number): Promise<NamedEntry> {
    const [entry] = await this.lists.slice({ id }, { limit: 1, direction: 'forward' });
    if (!entry) throw new NotFound('Roster entry', id);
    return entry;
  }

  /** Whom an entry is about. Throws NotFound, also for somebody private whom the caller does not see. */
  async getPerson(id: number, visibility?: Visibility): Promise<PersonRow> {
    const person = (await this.lists.listFull({ id, visibility })).at(0)?.player?.person;
    if (!person) throw new NotFound('Person of roster entry', id);
    return person;
  }

  /** All entries by id. */
  list(): Promise<RosterEntryRow[]> {
    return this.rosters.list();
  }

  /** By the players' family names unless said otherwise. Throws Invalid for a search text of more than 100 characters. */
  page(filter: RosterFilter, range: SortedRange<RosterOrder>): Promise<Listing<NamedEntry>> {
    return this.lists.page(filter, range);
  }

  /** As `page`, but throws NotFound for a tournament that does not exist. */
  async pageOfTournament(filter: Tournament, range: SortedRange<RosterOrder>): Promise<Listing<NamedEntry>> {
    const listing = await this.lists.page(filter, range);
    if (listing.total === 0 && !(await this.lists.tournamentExists(filter.tournamentId))) {
      throw new NotFound('Tournament', filter.tournamentId);
    }
    return listing;
  }

  /** As `page`, each entry with everything it names. */
  pageFull(filter: RosterFilter, range: SortedRange<RosterOrder>): Promise<Listing<FullEntry>> {
    return this.lists.pageFull(filter, range);
  }

  /** All that meet the filter, by the players' family names, then first names. */
  listFull(filter: RosterFilter): Promise<FullEntry[]> {
    return this.lists.listFull(filter);
  }

  /** A page by the players' family names. Throws Invalid for a search text of more than 100 characters. */
  async slice(filter: RosterFilter, page: Page<NamePosition>): Promise<Slice<NamedEntry>> {
    return sliceOf(await this.lists.slice(filter, page), page);
  }

  /** How many entries meet the filter. */
  count(filter: RosterFilter): Promise<number> {
    return this.lists.count(filter);
  }

  /**
   * A new entry; the entry with the same registry number, or else of the same player in the same tournament, is changed
   * instead. Throws Conflict for a player, team, tournament or position that does not exist; Invalid for a number that
   * is too long.
   */
  create(values: Partial<RosterEntryValues>): Promise<RosterEntryRow> {
    checkTexts(values, LONGEST);
    return explaining(broken(values), () =>
      this.rosters.transactional(async () => {
        const known = typeof values.eeslId === 'number' ? await this.rosters.findByEeslId(values.eeslId) : undefined;
        return (known && (await this.rosters.update(known.id, values))) ?? this.rosters.upsert(values);
      }),
    );
  }

  /**
   * Changes what is given. Throws NotFound; Conflict as `create`, and when the player or the registry number is in the
   * tournament already; Invalid for a number that is too long.
   */
  async update(id: number, values: Partial<RosterEntryValues>): Promise<RosterEntryRow> {
    checkTexts(values, LONGEST);
    return found(await explaining(broken(values), () => this.rosters.update(id, values)), id);
  }

  /** Places on match rosters stay, without it. Throws NotFound. */
  async delete(id: number): Promise<void> {
    if (!(await this.rosters.delete(id))) throw new NotFound('Roster entry', id);
  }

  /**
   * Enters a player for a tournament, with a team or without. Throws NotFound for a player, team or tournament that does
   * not exist, Conflict when the player is in it already, Invalid unless all are of one sport.
   */
  async register(
    values: Partial<RosterEntryValues> & { playerId: number; tournamentId: number },
  ): Promise<RosterEntryRow> {
    checkTexts(values, LONGEST);
    await this.#requireOneSport(values.playerId, values.teamId ?? null, values.tournamentId);
    return explaining(broken(values), () => this.rosters.insert(values));
  }

  /**
   * Gives a player of a tournament another team, or none. Throws NotFound for a player who is not in it or a team that
   * does not exist; Invalid unless the team is of the tournament's sport.
   */
  async transfer(
    playerId: number,
    tournamentId: number,
    changes: Pick<RosterEntryValues, 'teamId'> & Partial<Pick<RosterEntryValues, 'positionId' | 'number'>>,
  ): Promise<RosterEntryRow> {
    const entry = await this.#of(playerId, tournamentId);
    await this.#requireOneSport(playerId, changes.teamId, tournamentId);
    return this.update(entry.id, changes);
  }

  /** Takes a player out of a tournament. Throws NotFound for a player who is not in it. */
  async withdraw(playerId: number, tournamentId: number): Promise<void> {
    await this.delete((await this.#of(playerId, tournamentId)).id);
  }

  async #of(playerId: number, tournamentId: number): Promise<RosterEntryRow> {
    return found(
      await this.rosters.findOf(playerId, tournamentId),
      `of player ${playerId} in tournament ${tournamentId}`,
    );
  }

  async #requireOneSport(playerId: number, teamId: number | null, tournamentId: number): Promise<void> {
    const { player, team, tournament } = await this.rosters.sportsOf(playerId, teamId, tournamentId);
    if (player === undefined) throw new NotFound('Player', playerId);
    if (tournament === undefined) throw new NotFound('Tournament', tournamentId);
    if (teamId !== null && team === undefined) throw new NotFound('Team', teamId);
    const sports = new Set([player, team, tournament].filter((id) => typeof id === 'number'));
    if (sports.size > 1) throw new Invalid('tournamentId', 'Player, team and tournament must be of one sport');
  }
}

function found(entry: RosterEntryRow | undefined, id: number | string): RosterEntryRow {
  if (!entry) throw new NotFound('Roster entry', id);
  return entry;
}

const unknown = (what: string, field: string, id: number | null) => (): Error =>
  new Conflict('UNKNOWN_REFERENCE', `${what} ${id} does not exist`, { field, id });

const broken = (values: Partial<RosterEntryValues>) => {
  const { eeslId = null, playerId = null, teamId = null, tournamentId = null, positionId = null } = values;
  return {
    player_team_tournament_player_team_tournament_eesl_id_unique: () =>
      new Conflict('ROSTER_EESL_ID_TAKEN', `A roster entry with EESL id ${eeslId} already exists`, { eeslId }),
    player_team_tournament_player_tournament_unique: () =>
      new Conflict('PLAYER_ALREADY_IN_TOURNAMENT', 'The player is in this tournament already', {
        playerId,
        tournamentId,
      }),
    player_team_tournament_player_id_foreign: unknown('Player', 'playerId', playerId),
    player_team_tournament_team_id_foreign: unknown('Team', 'teamId', teamId),
    player_team_tournament_tournament_id_foreign: unknown('Tournament', 'tournamentId', tournamentId),
    player_team_tournament_position_id_foreign: unknown('Position', 'positionId', positionId),
  };
};
