import { PLAY_ROLES } from '#core/football/plays/play.js';
import { playOf } from './play-meaning.js';
import type { PlayObject } from './play.object.js';
import type { PlayRow } from './play.row.js';

/** A recorded play as clients of GraphQL and socket.io see it. */
export function playView(row: PlayRow): PlayObject {
  const { players, credits, ...play } = playOf(row);
  return {
    id: row.id,
    matchId: row.matchId,
    clientId: row.clientId,
    number: row.eventNumber,
    period: row.eventQtr,
    gameClock: row.gameClock,
    offenceTeamId: row.offenseTeam,
    down: row.eventDown,
    distance: row.eventDistance,
    ballOn: row.ballOn,
    ballMovedTo: row.ballMovedTo,
    recordedYards: row.distanceOnOffence,
    kind: play.kind,
    outcome: play.outcome,
    score: play.score,
    fumble: play.fumble,
    firstDowns: row.firstDowns,
    players: PLAY_ROLES.flatMap((role) => {
      const playerId = players[role];
      return playerId === null || playerId === undefined ? [] : [{ role, playerId, matchId: row.matchId }];
    }),
    credits: credits.map(({ player, kind, share, yards }) => ({ playerId: player, kind, share, yards })),
    words: { type: row.playType, result: row.playResult, score: row.scoreResult },
  };
}
