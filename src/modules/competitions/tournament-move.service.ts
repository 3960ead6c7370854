import { Injectable } from '@nestjs/common';
import { Conflict, NotFound } from '#core/kernel/domain-error.js';
import { explaining } from '#platform/database/constraints.js';
import { SportsRepository } from './sports.repository.js';
import { type PositionChange, TournamentMoveRepository } from './tournament-move.repository.js';
import type {
  MissingPosition,
  MoveConflicts,
  MoveReport,
  SharedEntity,
  TournamentMove,
} from './tournament-move.row.js';

const NOTHING: MoveReport = {
  moved: true,
  preview: false,
  counts: { tournaments: 0, teams: 0, players: 0, entries: 0, matchEntries: 0 },
  conflicts: { teams: [], players: [] },
  missingPositions: [],
  movedTournamentIds: [],
};

const SHARED = ['SHARED_MEMBERS', 'Other tournaments of the sport share teams or players with this one'] as const;
const PLAYING = ['PLAYS_TARGET_SPORT', 'Persons of the tournament are players of the other sport already'] as const;

/** Who cannot come along: shared with other tournaments, or in the other sport already. Says with which tournaments. */
export class MembersInConflict extends Conflict {
  constructor(
    [code, message]: readonly [string, string],
    readonly conflicts: MoveConflicts,
  ) {
    super(code, message, {
      teamIds: conflicts.teams.map(({ entityId }) => String(entityId)),
      playerIds: conflicts.players.map(({ entityId }) => String(entityId)),
    });
  }
}

/** Takes a tournament to another sport. */
@Injectable()
export class TournamentMoveService {
  constructor(
    private readonly repository: TournamentMoveRepository,
    private readonly sports: SportsRepository,
  ) {}

  /**
   * Moves a tournament with its teams and players. Positions become those of the same title, or none. Teams and players
   * that take part in other tournaments of the old sport stop the move, unless those tournaments are to come along, and
   * what they share in turn. Nothing happens when it is of that sport already.
   * Players whose person plays the other sport already stop it always. A preview names all who would.
   * @throws NotFound for the tournament or the sport; MembersInConflict
   */
  move(move: TournamentMove): Promise<MoveReport> {
    return this.repository.transactional(() => explaining(PLAYS_ALREADY, () => this.#move(move)));
  }

  async #move({ tournamentId, targetSportId, withConflicting, preview }: TournamentMove): Promise<MoveReport> {
    const sportId = await this.repository.sportOf(tournamentId);
    if (sportId === undefined) throw new NotFound('Tournament', tournamentId);
    const target = await this.sports.findByIds([targetSportId]);
    if (target.length === 0) throw new NotFound('Sport', targetSportId);
    if (sportId === targetSportId) return { ...NOTHING, moved: !preview, preview };

    const shared = await this.#conflicts([tournamentId], sportId);
    const isShared = shared.teams.length + shared.players.length > 0;
    const ids = withConflicting ? await this.#withConflicting(tournamentId, sportId) : [tournamentId];
    const teamIds = await this.repository.members('team', ids);
    const playerIds = await this.repository.members('player', ids);
    const playing = await this.repository.playing(playerIds, targetSportId);
    const conflicts = { ...shared, players: [...shared.players, ...playing] };
    if (playing.length > 0 && !preview) throw new MembersInConflict(PLAYING, conflicts);
    if (isShared && !withConflicting && !preview) throw new MembersInConflict(SHARED, conflicts);
    const entries = await this.repository.positionChanges('player_team_tournament', ids, targetSportId);
    const matchEntries = await this.repository.positionChanges('player_match', ids, targetSportId);
    if (!preview) {
      await this.repository.moveTournaments(ids, targetSportId);
      await this.repository.moveMembers('team', teamIds, targetSportId);
      await this.repository.moveMembers('player', playerIds, targetSportId);
      await this.repository.changePositions('player_team_tournament', entries);
      await this.repository.changePositions('player_match', matchEntries);
    }
    return {
      moved: !preview,
      preview,
      counts: {
        tournaments: ids.length,
        teams: teamIds.length,
        players: playerIds.length,
        entries: entries.length,
        matchEntries: matchEntries.length,
      },
      conflicts,
      missingPositions: [...missing('player_team_tournament', entries), ...missing('player_match', matchEntries)],
      movedTournamentIds: preview ? [] : ids,
    };
  }

  async #conflicts(ids: readonly number[], sportId: number): Promise<MoveConflicts> {
    const shared = async (member: 'team' | 'player'): Promise<SharedEntity[]> =>
      this.repository.shared(member, await this.repository.members(member, ids), sportId, ids);
    return { teams: await shared('team'), players: await shared('player') };
  }

  /** The tournament and all it is connected with by shared teams and players. */
  async #withConflicting(tournamentId: number, sportId: number): Promise<number[]> {
    const ids = new Set([tournamentId]);
    for (;;) {
      const { teams, players } = await this.#conflicts([...ids], sportId);
      if (teams.length + players.length === 0) return [...ids].toSorted((a, b) => a - b);
      for (const { tournamentIds } of [...teams, ...players]) for (const id of tournamentIds) ids.add(id);
    }
  }
}

const missing = (entity: MissingPosition['entity'], changes: readonly PositionChange[]): MissingPosition[] =>
  changes
    .filter(({ newPositionId }) => newPositionId === null)
    .map(({ title, positionId, recordId }) => ({ title, sourcePositionId: positionId, entity, recordId }));

/** Of whom became so since it was looked for. */
const PLAYS_ALREADY = { player_person_sport_unique: () => new Conflict(...PLAYING) };
