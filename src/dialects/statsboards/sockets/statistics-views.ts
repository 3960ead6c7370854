import { Injectable } from '@nestjs/common';
import { type StatisticsDocument, statisticsDocument } from '#core/football/plays/statistics-document.js';
import { emptyTeam, type SideStatistics } from '#core/football/plays/statistics.js';
import { MatchStatisticsService } from '#modules/plays/index.js';
import { matchStatsView, type MatchStatsView } from '../live/match-stats.view.js';
import { found } from './match-surroundings.js';

/** Statistics of a match as clients get them. */
export interface ShownStatistics {
  document: StatisticsDocument;
  view: MatchStatsView;
  json: string;
}

/** Statistics as JSON, made once for all sockets while nothing is played. */
@Injectable()
export class StatisticsViews {
  readonly #shown = new WeakMap<StatisticsDocument, ShownStatistics>();

  constructor(private readonly statistics: MatchStatisticsService) {}

  /** Nothing but zeros for a match that does not exist. */
  async get(matchId: number): Promise<ShownStatistics> {
    const known = await found(() => this.statistics.get(matchId));
    return this.show(matchId, known?.document ?? nobody());
  }

  show(matchId: number, document: StatisticsDocument): ShownStatistics {
    let shown = this.#shown.get(document);
    if (shown === undefined) {
      const view = matchStatsView(matchId, document);
      shown = { document, view, json: JSON.stringify(view) };
      this.#shown.set(document, shown);
    }
    return shown;
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
