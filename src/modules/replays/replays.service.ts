import { Inject, Injectable } from '@nestjs/common';
import { Conflict, NotFound } from '#core/kernel/domain-error.js';
import { IN_PLAY_STATUSES } from '#core/kernel/match-status.js';
import { MatchDataService, MatchSchedulingService } from '#modules/matches/index.js';
import { type PlayRow, PlaysService } from '#modules/plays/index.js';
import { DATABASE_OPTIONS } from '#platform/database/database.token.js';
import type { DatabaseOptions } from '#platform/database/orm-options.js';
import { SessionLock } from '#platform/database/session-lock.js';
import { type Replay, replayOf } from './replay.js';
import { replayLock, ReplaysRepository, type SourceMatch } from './replays.repository.js';

export interface NewReplay {
  /** Keep the match when the next replay begins; otherwise that takes it away. */
  keep?: boolean;
}

/** Makes replays of finished games, and takes them away. */
@Injectable()
export class ReplaysService {
  constructor(
    private readonly replays: ReplaysRepository,
    private readonly scheduling: MatchSchedulingService,
    private readonly matchData: MatchDataService,
    private readonly plays: PlaysService,
    @Inject(DATABASE_OPTIONS) private readonly database: DatabaseOptions,
  ) {}

  /**
   * Schedules a new match between the same teams with the same rosters. It belongs to no tournament, so that nothing is
   * counted twice. Replays that were not to be kept and are not being played are taken away first.
   * @throws NotFound; Conflict `MATCH_IN_PLAY`, or `NOTHING_TO_REPLAY` for a match without plays
   */
  async create(sourceId: number, { keep = false }: NewReplay = {}): Promise<Replay> {
    const source = await this.#source(sourceId);
    const plays = await this.plays.listByMatch(sourceId);
    if (plays.length === 0) {
      throw new Conflict('NOTHING_TO_REPLAY', `No plays of match ${sourceId} were recorded`, { matchId: sourceId });
    }
    await this.removeLeftOver();
    const matchId = await this.replays.transactional(async () => {
      const { homeId, awayId, venue, fieldLength } = source;
      const id = await this.scheduling.schedule({ homeId, awayId, venue, kickoffAt: new Date() });
      const data = await this.matchData.findByMatch(id);
      if (data !== undefined) await this.matchData.update(data.id, { fieldLength });
      await this.replays.copyRoster(sourceId, id);
      await this.replays.mark(id, sourceId, keep);
      return id;
    });
    return this.#replay(source, matchId, plays);
  }

  /** A replay that was made before, to go on with it. @throws NotFound when it is none, or its source is gone */
  async get(matchId: number): Promise<Replay> {
    const sourceId = await this.replays.sourceOf(matchId);
    if (sourceId === undefined) throw new NotFound('Replay', matchId);
    return this.#replay(await this.#source(sourceId), matchId, await this.plays.listByMatch(sourceId));
  }

  /** Makes this process the only one that plays it; undefined when another does. */
  async claim(matchId: number): Promise<SessionLock | undefined> {
    return SessionLock.tryAcquire(this.database.url, replayLock(matchId));
  }

  /** Takes the match of a replay away. @throws NotFound when it is none; Conflict `REPLAY_RUNS` */
  async remove(matchId: number): Promise<void> {
    if ((await this.replays.sourceOf(matchId)) === undefined) throw new NotFound('Replay', matchId);
    if (!(await this.replays.remove(matchId))) {
      throw new Conflict('REPLAY_RUNS', `Match ${matchId} is being replayed: stop that first`, { matchId });
    }
  }

  /** Takes away replays that were not to be kept, unless they are being played. */
  async removeLeftOver(): Promise<void> {
    for (const id of await this.replays.listLeftOver()) await this.replays.remove(id);
  }

  async #source(matchId: number): Promise<SourceMatch> {
    const source = await this.replays.findSource(matchId);
    if (source === undefined) throw new NotFound('Match', matchId);
    if (IN_PLAY_STATUSES.includes(source.status)) {
      throw new Conflict('MATCH_IN_PLAY', `Match ${matchId} is not over`, { matchId });
    }
    return source;
  }

  async #replay(source: SourceMatch, matchId: number, plays: readonly PlayRow[]): Promise<Replay> {
    return replayOf(source, matchId, plays, await this.replays.playersBetween(source.id, matchId));
  }
}
