import { Injectable } from '@nestjs/common';
import { type StatisticsDocument, statisticsDocument } from '#core/football/plays/statistics-document.js';
import { emptyTeam, type SideStatistics } from '#core/football/plays/statistics.js';
import { MatchStatisticsService } from '#modules/plays/index.js';
import { type ShownStatistics, shownStatistics } from '../live/match-stats.view.js';
import { found } from './match-surroundings.js';

/** Statistics for sockets. */
@Injectable()
export class StatisticsViews {
  constructor(private readonly statistics: MatchStatisticsService) {}

  /** Nothing but zeros for a match that does not exist. */
  async get(matchId: number): Promise<ShownStatistics> {
    const known = await found(() => this.statistics.get(matchId));
    return shownStatistics(matchId, known?.document ?? nobody());
  }
}

const nobody = (): StatisticsDocument => statisticsDocument([emptySide(), emptySide()]);

const emptySide = (): SideStatistics => ({
  teamId: 0,
  team: emptyTeam(),
  offence: new Map(),
  quarterbacks: new Map(),
  defence: new Map(),
});
