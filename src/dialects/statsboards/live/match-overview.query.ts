import { Injectable } from '@nestjs/common';
import { type Scoreboard, ScoreboardsService } from '#modules/live/index.js';
import {
  type MatchContext,
  type MatchPlayer,
  MatchRecordsService,
  type MatchRosters,
  MatchRostersService,
  MatchSchedulingService,
  type MatchWithTeams,
} from '#modules/matches/index.js';
import { type PlayRow, PlaysService } from '#modules/plays/index.js';
import type { Visibility } from '#platform/auth/caller.js';

export interface MatchOverview extends MatchWithTeams {
  players: readonly MatchPlayer[];
  plays: readonly PlayRow[];
  scoreboard: Scoreboard | undefined;
}

export interface MatchWithRosters extends MatchContext {
  rosters: MatchRosters;
}

/** Reads what the contract shows of a match in one answer, from the services that own it. */
@Injectable()
export class MatchOverviewQuery {
  constructor(
    private readonly matches: MatchRecordsService,
    private readonly scheduling: MatchSchedulingService,
    private readonly rosters: MatchRostersService,
    private readonly plays: PlaysService,
    private readonly scoreboards: ScoreboardsService,
  ) {}

  /** Everything about a match; live rows it has not yet are made. @throws NotFound */
  async comprehensive(matchId: number, visibility: Visibility): Promise<MatchOverview> {
    const match = await this.matches.getWithTeams(matchId, visibility);
    if (match.matchData === undefined) {
      await this.scheduling.ensureLiveRows(matchId);
      return this.comprehensive(matchId, visibility);
    }
    const [players, plays, scoreboard] = await Promise.all([
      this.rosters.listPlayers(matchId),
      this.plays.listByMatch(matchId),
      this.scoreboards.findByMatch(matchId),
    ]);
    return { ...match, players, plays, scoreboard };
  }

  /** A match with its sport's positions and both teams' rosters. @throws NotFound */
  async fullContext(matchId: number, visibility: Visibility): Promise<MatchWithRosters> {
    const context = await this.matches.getContext(matchId, visibility);
    return { ...context, rosters: await this.rosters.get(matchId) };
  }
}
