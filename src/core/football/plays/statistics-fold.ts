import { type Field, yardsBetween } from './field.js';
import { isEnforcement, isScrimmage, type Play } from './play.js';
import { countDefence, countOffence, countQuarterback } from './player-counts.js';
import { gainedFirstDown } from './series.js';
import type { Lineup, SideCounts } from './side-counts.js';
import { emptyTeam, type SideStatistics, type TeamStatistics } from './statistics.js';

/** Yards of a play: between its positions where both are known, otherwise as recorded, otherwise none. */
export function yardsOf(field: Field, { from, to, recordedYards }: Play): number {
  return from !== null && to !== null ? yardsBetween(field, from, to) : (recordedYards ?? 0);
}

/**
 * Statistics of a match as a fold over its plays in their order. A play is final when the next one is known, because
 * only that tells whether it gained a first down; `statistics` counts the last one as what it is so far.
 */
export class StatisticsFold {
  readonly #sides: readonly [SideCounts, SideCounts];
  #last: Play | undefined;

  constructor(
    readonly field: Field,
    private readonly lineup: Lineup,
  ) {
    const side = (teamId: number): SideCounts => ({
      teamId,
      team: emptyTeam(),
      offence: new Map(),
      quarterbacks: new Map(),
      defence: new Map(),
    });
    this.#sides = [side(lineup.teams[0]), side(lineup.teams[1])];
  }

  /** Counts the play that follows all added before. Costs the same however many those are. */
  add(play: Play): this {
    if (this.#last !== undefined && !isEnforcement(play)) this.#settle(this.#last, play, this.#sides);
    for (const side of this.#sides) {
      if (play.offence === side.teamId) this.#countOffence(side, play);
      else {
        countDefence(side, play, this.lineup);
        if (play.outcome === 'flag') side.team.flagYards -= Math.max(0, yardsOf(this.field, play));
      }
    }
    if (!isEnforcement(play)) this.#last = play;
    return this;
  }

  /** What was counted so far, home team first. Later plays do not change what was returned. */
  statistics(): readonly [SideStatistics, SideStatistics] {
    const sides = this.#sides.map(copyOf) as [SideCounts, SideCounts];
    if (this.#last !== undefined) this.#settle(this.#last, undefined, sides);
    return sides;
  }

  #countOffence(side: SideCounts, play: Play): void {
    const yards = yardsOf(this.field, play);
    countTeam(side.team, play, yards, this.#lost(side.teamId, play));
    if (isScrimmage(play)) {
      countOffence(side, play, yards);
      countQuarterback(side, play, yards);
    }
  }

  /** A fumble that nobody is known to have recovered is lost. */
  #lost(teamId: number, { outcome, fumble, players }: Play): boolean {
    if (outcome === 'flag') return false;
    if (outcome === 'intercepted') return true;
    const recoverer = players.recoverer ?? null;
    return fumble && (recoverer === null || this.lineup.teamOf(recoverer) !== teamId);
  }

  #settle(play: Play, next: Play | undefined, sides: readonly SideCounts[]): void {
    const side = sides.find(({ teamId }) => teamId === play.offence);
    if (side === undefined) return;
    const { team } = side;
    const derived = gainedFirstDown(this.field, play, yardsOf(this.field, play), next);
    const firstDowns = play.firstDowns ?? (derived ? 1 : 0);
    const gained = firstDowns > 0;
    team.firstDowns += firstDowns;
    if (!isScrimmage(play)) return;
    if (play.down === 3) {
      team.thirdDownAttempts++;
      if (gained) team.thirdDownConversions++;
    } else if (play.down === 4) {
      team.fourthDownAttempts++;
      if (gained) team.fourthDownConversions++;
    }
  }
}

function countTeam(team: TeamStatistics, play: Play, yards: number, lost: boolean): void {
  if (lost) team.turnovers++;
  if (play.outcome === 'flag') {
    team.flagYards += Math.min(0, yards);
    return;
  }
  if (play.outcome === 'sack') {
    team.sacked++;
    team.sackYards -= yards;
    if (yards < 0) team.lostYards -= yards;
  }
  if (!isScrimmage(play)) return;
  if (play.kind === 'pass') team.passAttempts++;
  else team.runAttempts++;
  if (play.outcome === 'run') {
    team.runYards += yards;
    team.rushingYards += yards;
    if (play.fumble && yards < 0) team.lostYards -= yards;
  } else if (play.outcome === 'sack') {
    team.runYards += yards;
  } else if (play.outcome === 'completed' && play.kind === 'pass') {
    team.passYards += yards;
  }
}

function copyOf({ teamId, team, offence, quarterbacks, defence }: SideCounts): SideCounts {
  return {
    teamId,
    team: { ...team },
    offence: copied(offence),
    quarterbacks: copied(quarterbacks),
    defence: copied(defence),
  };
}

function copied<T extends object>(players: ReadonlyMap<number, T>): Map<number, T> {
  return new Map([...players].map(([player, counts]) => [player, { ...counts }]));
}

/** Statistics of the plays in their order: see {@link StatisticsFold}. */
export function foldStatistics(
  field: Field,
  lineup: Lineup,
  plays: Iterable<Play>,
): readonly [SideStatistics, SideStatistics] {
  const fold = new StatisticsFold(field, lineup);
  for (const play of plays) fold.add(play);
  return fold.statistics();
}
