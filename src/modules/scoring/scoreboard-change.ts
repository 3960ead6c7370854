import { Invalid } from '#core/kernel/domain-error.js';
import type { ScoreboardRow, ScoreboardValues } from '#modules/live/index.js';
import type { MatchDataValues } from '#modules/matches/index.js';
import { changesOf } from '#platform/graphql/changes.js';
import { parseId } from '#platform/graphql/parse-id.js';
import type { ScoreboardDisplayInput, ScoreboardInput, ScoreboardSideInput } from './scoreboard.input.js';
import { timeoutsShown } from './scoreboard.view.js';
import type { ScoreboardChange } from './scoring.service.js';

const LONGEST = { periodTitle: 10, gameStatus: 50, down: 10, distance: 20 } as const;
const SIDE_LONGEST = { color: 10, title: 50, logoUrl: 255 } as const;
const REQUIRED = ['home', 'away', 'period', 'periodTitle', 'gameStatus', 'down', 'distance', 'ballOn', 'flag', 'shows'];
/** Of a side, null means what the team has. */
const SIDE_REQUIRED = ['points', 'timeouts', 'logoScale', 'showsGoal', 'showsTimeout', 'showsLineup'];

/** What an input changes in the rows behind a scoreboard. Throws Invalid (BAD_USER_INPUT) naming the field. */
export function scoreboardChange(input: ScoreboardInput, periodCount: number): ScoreboardChange {
  changesOf<Record<string, unknown>>(input, { required: REQUIRED });
  refuseLong('input', input, LONGEST);
  const { home, away, shows, period, flag } = input;
  const board: ScoreboardValues = {
    ...(flag === undefined ? {} : { isFlag: flag }),
    ...(shows ? displayOf(shows) : {}),
  };
  const data: MatchDataValues = given({
    gameStatus: input.gameStatus,
    down: input.down,
    distance: input.distance,
    ballOn: input.ballOn,
    qtr: input.periodTitle,
  });
  if (period !== undefined) {
    refuseOutside('input.period', period, 1, 99);
    data.periodKey = `period.${period}`;
    data.qtr ??= periodTitle(period, periodCount);
  }
  for (const [team, side] of [['A', home] as const, ['B', away] as const]) {
    if (side === undefined) continue;
    const change = sideOf(team, side);
    Object.assign(data, change.data);
    Object.assign(board, change.board);
  }
  return { data, board };
}

function sideOf(team: 'A' | 'B', side: ScoreboardSideInput): ScoreboardChange {
  const name = team === 'A' ? 'home' : 'away';
  changesOf<Record<string, unknown>>(side, { required: SIDE_REQUIRED });
  refuseLong(`input.${name}`, side, SIDE_LONGEST);
  if (side.points !== undefined) refuseOutside(`input.${name}.points`, side.points, 0, 9_999);
  if (side.timeouts !== undefined) refuseOutside(`input.${name}.timeouts`, side.timeouts, 0, 4);
  const own = (what: 'Color' | 'Title' | 'Logo', value: string | null | undefined): ScoreboardValues =>
    value === undefined
      ? {}
      : {
          [`useTeam${team}Game${what}`]: value !== null,
          ...(value === null ? {} : { [`team${team}Game${what}`]: value }),
        };
  return {
    data: given<MatchDataValues>({
      [`scoreTeam${team}`]: side.points,
      [`timeoutTeam${team}`]: side.timeouts === undefined ? undefined : timeoutsShown(side.timeouts),
    }),
    board: {
      ...own('Color', side.color),
      ...own('Title', side.title),
      ...own('Logo', side.logoUrl),
      ...given<ScoreboardValues>({
        [`scaleLogo${team}`]: side.logoScale,
        [`isGoalTeam${team}`]: side.showsGoal,
        [`isTimeoutTeam${team}`]: side.showsTimeout,
        [team === 'A' ? 'isHomeMatchTeamLower' : 'isAwayMatchTeamLower']: side.showsLineup,
        [`isTeam${team}StartOffense`]: side.showsStartingOffence,
        [`isTeam${team}StartDefense`]: side.showsStartingDefence,
      }),
    },
  };
}

function displayOf(shows: ScoreboardDisplayInput): ScoreboardValues {
  const player = (field: 'playerId' | 'quarterbackId', flag: keyof ScoreboardRow, id: keyof ScoreboardRow) => {
    const value = shows[field];
    if (value === undefined) return {};
    return value === null ? { [flag]: false } : { [flag]: true, [id]: parseId(value, `input.shows.${field}`) };
  };
  const { playerId: _player, quarterbackId: _quarterback, ...flags } = shows;
  changesOf<Record<string, unknown>>(flags, { required: Object.keys(flags) });
  return {
    ...given<ScoreboardValues>({
      isQtr: shows.period,
      isTime: shows.gameClock,
      isPlayclock: shows.playClock,
      isDowndistance: shows.downAndDistance,
      isTournamentLogo: shows.tournamentLogo,
      isMainSponsor: shows.mainSponsor,
      isSponsorLine: shows.sponsorLine,
      isMatchSponsorLine: shows.matchSponsorLine,
    }),
    ...player('playerId', 'isMatchPlayerLower', 'playerMatchLowerId'),
    ...player('quarterbackId', 'isFootballQbFullStatsLower', 'footballQbFullStatsMatchLowerId'),
  };
}

/** `1st` to the last period, then `OT`, `OT2`, … */
export function periodTitle(period: number, periodCount: number): string {
  const overtime = period - periodCount;
  if (overtime > 0) return overtime === 1 ? 'OT' : `OT${overtime}`;
  const suffix = { 1: 'st', 2: 'nd', 3: 'rd' }[period % 100 > 10 && period % 100 < 14 ? 0 : period % 10] ?? 'th';
  return `${period}${suffix}`;
}

function given<T extends object>(values: Record<string, unknown>): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

function refuseLong(place: string, input: object, longest: Readonly<Record<string, number>>): void {
  for (const [field, length] of Object.entries(longest)) {
    const value = (input as Record<string, unknown>)[field];
    if (typeof value !== 'string' || [...value].length <= length) continue;
    throw new Invalid(`${place}.${field}`, `${place}.${field} has at most ${length} characters`, 'BAD_USER_INPUT');
  }
}

function refuseOutside(field: string, value: number, from: number, to: number): void {
  if (value >= from && value <= to) return;
  throw new Invalid(field, `${field} is from ${from} to ${to}`, 'BAD_USER_INPUT');
}
