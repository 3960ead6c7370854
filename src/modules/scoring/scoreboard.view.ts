import type { ScoreboardCapabilities, ScoreboardRow } from '#modules/live/index.js';
import type { MatchDataRow } from '#modules/matches/index.js';
import type { ScoreboardObject, ScoreboardSideObject } from './scoreboard.object.js';

type ScoreboardCapability = Pick<ScoreboardCapabilities, 'hasTimeouts' | 'hasPlayclock' | 'quickScoreDeltas'>;

/** What is shown of a match in play, from its state, its scoreboard and what its sport can show. */
export function scoreboardOf(
  data: MatchDataRow,
  board: ScoreboardRow,
  capability: ScoreboardCapability,
): ScoreboardObject {
  return {
    matchId: data.matchId,
    home: sideOf('A', data, board),
    away: sideOf('B', data, board),
    period: periodOf(data),
    periodTitle: data.qtr,
    periodCount: board.periodCount,
    gameStatus: data.gameStatus,
    down: data.down,
    distance: data.distance,
    ballOn: data.ballOn,
    fieldLength: data.fieldLength,
    flag: board.isFlag ?? false,
    shows: {
      period: board.isQtr,
      gameClock: board.isTime,
      playClock: board.isPlayclock,
      downAndDistance: board.isDowndistance,
      tournamentLogo: board.isTournamentLogo,
      mainSponsor: board.isMainSponsor,
      sponsorLine: board.isSponsorLine,
      matchSponsorLine: board.isMatchSponsorLine ?? false,
      playerId: board.isMatchPlayerLower ? board.playerMatchLowerId : null,
      quarterbackId: board.isFootballQbFullStatsLower ? board.footballQbFullStatsMatchLowerId : null,
    },
    hasTimeouts: capability.hasTimeouts,
    hasPlayClock: capability.hasPlayclock,
    pointSteps: capability.quickScoreDeltas,
    languageCode: board.languageCode,
  };
}

function sideOf(team: 'A' | 'B', data: MatchDataRow, board: ScoreboardRow): ScoreboardSideObject {
  const used = <T>(use: boolean | null, value: T): T | null => (use ? value : null);
  return {
    points: data[`scoreTeam${team}`] ?? 0,
    timeouts: timeoutsIn(data[`timeoutTeam${team}`]),
    color: used(board[`useTeam${team}GameColor`], board[`team${team}GameColor`]),
    title: used(board[`useTeam${team}GameTitle`], board[`team${team}GameTitle`]),
    logoUrl: used(board[`useTeam${team}GameLogo`], board[`team${team}GameLogo`]),
    logoScale: board[`scaleLogo${team}`],
    showsGoal: board[`isGoalTeam${team}`] ?? false,
    showsTimeout: board[`isTimeoutTeam${team}`] ?? false,
    showsLineup: board[team === 'A' ? 'isHomeMatchTeamLower' : 'isAwayMatchTeamLower'] ?? false,
    showsStartingOffence: board[`isTeam${team}StartOffense`] ?? false,
    showsStartingDefence: board[`isTeam${team}StartDefense`] ?? false,
  };
}

const LEFT = '●';

/** Timeouts are kept as they are shown, one sign each; a taken one may stay as an empty sign. */
export function timeoutsIn(shown: string | null): number {
  return [...(shown ?? '')].filter((sign) => sign === LEFT).length;
}

export const timeoutsShown = (left: number): string => LEFT.repeat(left);

/** The number in the period's key, else in its title; the first when neither has one. */
export function periodOf({ periodKey, qtr }: Pick<MatchDataRow, 'periodKey' | 'qtr'>): number {
  return Math.max(1, Number(/\d+/.exec(periodKey)?.[0] ?? /\d+/.exec(qtr ?? '')?.[0] ?? 1));
}
