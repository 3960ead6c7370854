import type { SideDocument, StatisticsDocument } from '#core/football/plays/statistics-document.js';
import type { FootballStatisticsObject, SideStatisticsObject } from './statistics.object.js';

/** Statistics as the schema shows them: players in lists, where the document has them by their number. */
export function statisticsView(
  matchId: number,
  version: number,
  document: StatisticsDocument,
): FootballStatisticsObject {
  return { matchId, version, home: sideOf(matchId, document.home), away: sideOf(matchId, document.away) };
}

function sideOf(matchId: number, { teamId, team, offence, quarterbacks, defence }: SideDocument): SideStatisticsObject {
  return {
    teamId,
    team: { ...team },
    offence: listOf(matchId, offence),
    quarterbacks: listOf(matchId, quarterbacks),
    defence: listOf(matchId, defence),
  };
}

function listOf<Figures extends object>(matchId: number, players: Record<number, Figures>) {
  return Object.entries(players).map(([player, figures]) => ({ ...figures, playerId: Number(player), matchId }));
}
