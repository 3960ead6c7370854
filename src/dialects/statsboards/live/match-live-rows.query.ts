import { Injectable } from '@nestjs/common';
import {
  type GameClockReading,
  GameClocksService,
  type PlayClockReading,
  PlayClocksService,
  type Scoreboard,
  ScoreboardsService,
} from '#modules/live/index.js';
import {
  type MatchDataRow,
  MatchDataService,
  MatchRecordsService,
  MatchSchedulingService,
} from '#modules/matches/index.js';
import type { Visibility } from '#platform/auth/caller.js';

/**
 * What is live about a match, row by row. A match that was imported gets these rows when they are first asked for;
 * undefined are those of a match that is not to be seen, and a play clock where its sport has none.
 */
@Injectable()
export class MatchLiveRowsQuery {
  constructor(
    private readonly matches: MatchRecordsService,
    private readonly scheduling: MatchSchedulingService,
    private readonly data: MatchDataService,
    private readonly gameClocks: GameClocksService,
    private readonly playClocks: PlayClocksService,
    private readonly scoreboards: ScoreboardsService,
  ) {}

  matchData(matchId: number, visibility: Visibility): Promise<MatchDataRow | undefined> {
    return this.#read(matchId, visibility, () => this.data.findByMatch(matchId));
  }

  gameClock(matchId: number, visibility: Visibility): Promise<GameClockReading | undefined> {
    return this.#read(matchId, visibility, () => this.gameClocks.findByMatch(matchId));
  }

  playClock(matchId: number, visibility: Visibility): Promise<PlayClockReading | undefined> {
    return this.#read(matchId, visibility, () => this.playClocks.findByMatch(matchId));
  }

  scoreboard(matchId: number, visibility: Visibility): Promise<Scoreboard | undefined> {
    return this.#read(matchId, visibility, () => this.scoreboards.findByMatch(matchId));
  }

  async #read<Row>(
    matchId: number,
    visibility: Visibility,
    read: () => Promise<Row | undefined>,
  ): Promise<Row | undefined> {
    if (await this.matches.isHidden(matchId, visibility)) return undefined;
    const row = await read();
    // A match with match data has all the rows it is ever given unasked.
    if (row !== undefined || (await this.data.findByMatch(matchId)) !== undefined) return row;
    await this.scheduling.ensureLiveRows(matchId);
    return read();
  }
}
