/** The home or the away team. */
type Side = 'home' | 'away';

export type DriveResult =
  | 'touchdown'
  | 'field-goal'
  | 'missed-field-goal'
  | 'punt'
  | 'interception'
  | 'fumble'
  | 'downs'
  | 'safety'
  | 'end-of-half'
  | 'end-of-game';

/** What came of the try after a touchdown: the kick for one point or the play for two. */
export type TryResult = 'kick-good' | 'kick-failed' | 'two-point-good' | 'two-point-failed';

export interface DrivePoint {
  /** 1 to 4, 5 in overtime. */
  quarter: number;
  /** Seconds left in the quarter. */
  clock: number;
  /** Yards from the offence's own goal line: 1 to 99 at the start of a drive, 0 to 100 at its end. */
  yardLine: number;
}

/** One team's possession. */
export interface Drive {
  /** From 1 within the game. */
  number: number;
  offence: Side;
  start: DrivePoint;
  end: DrivePoint;
  plays: number;
  /** Net yards gained, without a return by the defence. */
  yards: number;
  result: DriveResult;
  /** The defence returned the interception or fumble for a touchdown. */
  returned: boolean;
  /** Null without a touchdown, or when the touchdown ended the game. */
  tryResult: TryResult | null;
}

interface Points {
  home: number;
  away: number;
}

const TRY_POINTS: Record<TryResult, number> = {
  'kick-good': 1,
  'kick-failed': 0,
  'two-point-good': 2,
  'two-point-failed': 0,
};

/** Points of both teams from one drive: touchdown 6 and the try, field goal 3, safety 2 to the defence. */
export function drivePoints(drive: Drive): Points {
  const touchdown = 6 + (drive.tryResult ? TRY_POINTS[drive.tryResult] : 0);
  const offence = drive.result === 'touchdown' ? touchdown : drive.result === 'field-goal' ? 3 : 0;
  const defence = drive.returned ? touchdown : drive.result === 'safety' ? 2 : 0;
  return drive.offence === 'home' ? { home: offence, away: defence } : { home: defence, away: offence };
}

/** Points per quarter, at least four quarters and a fifth for overtime; a drive counts in the quarter in which it ends. */
export function quarterScores(drives: readonly Drive[]): Points[] {
  const quarters = Array.from({ length: 4 }, () => ({ home: 0, away: 0 }));
  for (const drive of drives) {
    const { home, away } = drivePoints(drive);
    quarters[drive.end.quarter - 1] ??= { home: 0, away: 0 };
    quarters[drive.end.quarter - 1].home += home;
    quarters[drive.end.quarter - 1].away += away;
  }
  return quarters;
}

/** Sum of points over quarters. */
export function totalScore(quarters: readonly Points[]): Points {
  return quarters.reduce((sum, { home, away }) => ({ home: sum.home + home, away: sum.away + away }), {
    home: 0,
    away: 0,
  });
}
