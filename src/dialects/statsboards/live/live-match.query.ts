import { Injectable } from '@nestjs/common';
import { GameClocksService, PlayClocksService } from '#modules/live/index.js';
import { MatchRostersService } from '#modules/matches/index.js';
import { MatchStatisticsService, PlaysService } from '#modules/plays/index.js';
import type { Visibility } from '#platform/auth/caller.js';
import { MatchPayloadQuery } from './match-payload.query.js';
import type { LiveMatch } from './match-payload.view.js';

/** Reads everything that is live about a match for one answer, from the services that own it. */
@Injectable()
export class LiveMatchQuery {
  constructor(
    private readonly payloads: MatchPayloadQuery,
    private readonly rosters: MatchRostersService,
    private readonly plays: PlaysService,
    private readonly statistics: MatchStatisticsService,
    private readonly gameClocks: GameClocksService,
    private readonly playClocks: PlayClocksService,
  ) {}

  /** The rows the match has not yet are made. Throws NotFound. */
  async get(matchId: number, visibility: Visibility): Promise<LiveMatch> {
    const board = await this.payloads.board(matchId, visibility);
    return {
      board,
      players: await this.rosters.listPlayers(matchId),
      plays: await this.plays.listByMatch(matchId),
      statistics: await this.statistics.get(matchId),
      gameClock: await this.gameClocks.findByMatch(matchId),
      playClock: await this.playClocks.findByMatch(matchId),
    };
  }
}
