/** What of a play decides when it is shown again. */
export interface TimedPlay {
  /** 1 to 4, above in overtime. */
  readonly quarter: number | null;
  /** Seconds left in the quarter at the snap. */
  readonly clock: number | null;
}

/** When a play began, by the clock of the game. */
export interface GameInstant {
  quarter: number;
  clock: number;
}

const DEFAULT_QUARTER_SECONDS = 720;
const DEFAULT_OVERTIME_SECONDS = 600;

/**
 * Seconds of a quarter: the most that any play's clock shows in regular quarters, or in this one of overtime, rounded up
 * to whole minutes.
 * @param usual seconds where no play tells
 */
export function quarterSeconds(plays: readonly TimedPlay[], quarter: number, usual = DEFAULT_QUARTER_SECONDS): number {
  const overtime = quarter > 4;
  const clocks = plays
    .filter((play) => play.clock !== null && (overtime ? play.quarter === quarter : (play.quarter ?? 1) <= 4))
    .map(({ clock }) => clock!);
  if (clocks.length === 0) return overtime ? DEFAULT_OVERTIME_SECONDS : usual;
  return Math.ceil(Math.max(...clocks, 1) / 60) * 60;
}

/**
 * An instant for every play, never before that of the play before it. A play without a quarter belongs to the one
 * before it; plays without a clock are spread evenly between those that have one.
 */
export function gameInstants(plays: readonly TimedPlay[], usual?: number): GameInstant[] {
  const quarters: number[] = [];
  for (const { quarter } of plays) quarters.push(Math.max(quarter ?? 1, quarters.at(-1) ?? 1));
  return [...Map.groupBy(plays.keys(), (index) => quarters[index]!)].flatMap(([quarter, indexes]) => {
    const clocks = descending(
      indexes.map((index) => plays[index]!.clock),
      quarterSeconds(plays, quarter, usual),
    );
    return clocks.map((clock) => ({ quarter, clock }));
  });
}

/** Clocks that only go down, from at most `first` to 0, with the gaps filled. */
function descending(clocks: readonly (number | null)[], first: number): number[] {
  const filled: number[] = [];
  for (const [index, clock] of clocks.entries()) {
    const before = filled.at(-1) ?? first;
    if (clock !== null) {
      filled.push(Math.max(0, Math.min(before, clock)));
      continue;
    }
    const found = clocks.findIndex((later, at) => at > index && later !== null);
    const end = found === -1 ? 0 : Math.max(0, Math.min(before, clocks[found]!));
    const steps = (found === -1 ? clocks.length : found) - index + 1;
    filled.push(index === 0 ? first : Math.round(before - (before - end) / steps));
  }
  return filled;
}
