import { Injectable } from '@nestjs/common';
import { NotFound } from '#core/kernel/domain-error.js';
import { type TournamentRecord, TournamentRecordsService } from '#modules/competitions/index.js';
import { type Scoreboard, ScoreboardsService } from '#modules/live/index.js';
import {
  type MatchContext,
  type MatchPlayer,
  MatchRecordsService,
  MatchRostersService,
  MatchSchedulingService,
} from '#modules/matches/index.js';
import { SponsorLinesService, SponsorsService } from '#modules/sponsors/index.js';
import type { Sponsoring } from '../sponsors/sponsoring.view.js';

export interface MatchFrame {
  context: MatchContext;
  tournament: TournamentRecord | null;
  matchSponsors: Sponsoring;
  tournamentSponsors: Sponsoring;
}

/** What a match's messages carry besides its own rows. */
@Injectable()
export class MatchSurroundings {
  constructor(
    private readonly matches: MatchRecordsService,
    private readonly scheduling: MatchSchedulingService,
    private readonly scoreboards: ScoreboardsService,
    private readonly rosters: MatchRostersService,
    private readonly tournaments: TournamentRecordsService,
    private readonly sponsors: SponsorsService,
    private readonly lines: SponsorLinesService,
  ) {}

  /** A match that was imported gets its live rows now that somebody watches it. */
  async prepare(matchId: number): Promise<void> {
    await this.scheduling.ensureLiveRows(matchId);
  }

  /** Undefined when there is no such match. */
  async frame(matchId: number): Promise<MatchFrame | undefined> {
    const context = await found(() => this.matches.getContext(matchId));
    if (context === undefined) return undefined;
    const { tournamentId } = context.match;
    const tournament =
      tournamentId === null ? null : ((await found(() => this.tournaments.get(tournamentId, {}))) ?? null);
    return {
      context,
      tournament,
      matchSponsors: await this.#sponsoring(context.match),
      tournamentSponsors: await this.#sponsoring(tournament),
    };
  }

  scoreboard(matchId: number): Promise<Scoreboard | undefined> {
    return this.scoreboards.findByMatch(matchId);
  }

  players(matchId: number): Promise<readonly MatchPlayer[]> {
    return this.rosters.listPlayers(matchId);
  }

  async #sponsoring(of: { mainSponsorId: number | null; sponsorLineId: number | null } | null): Promise<Sponsoring> {
    const sponsorId = of?.mainSponsorId ?? null;
    const lineId = of?.sponsorLineId ?? null;
    const line = lineId === null ? undefined : await this.lines.find(lineId);
    return {
      mainSponsor: sponsorId === null ? null : ((await this.sponsors.find(sponsorId)) ?? null),
      line: line === undefined ? null : { ...line, sponsors: await this.lines.listSponsors(line.id) },
    };
  }
}

/** Undefined for what does not exist. */
export async function found<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof NotFound) return undefined;
    throw error;
  }
}
