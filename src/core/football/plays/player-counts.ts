import type { Play } from './play.js';
import {
  type DefenceStatistics,
  emptyDefence,
  emptyOffence,
  emptyQuarterback,
  type OffenceStatistics,
  type QuarterbackStatistics,
} from './statistics.js';
import type { Lineup, SideCounts } from './side-counts.js';

type Player = number | null | undefined;

function countsOf<T>(players: Map<number, T>, player: number, empty: () => T): T {
  let counts = players.get(player);
  if (counts === undefined) players.set(player, (counts = empty()));
  return counts;
}

const isDefined = (player: Player): player is number => player !== null && player !== undefined;

/** Runs and receptions of a play from scrimmage. Credits stand in for the runner's and the receiver's own count. */
export function countOffence({ offence }: SideCounts, play: Play, yards: number): void {
  const { runner, receiver, dropper, fumbler } = play.players;
  const of = (player: number): OffenceStatistics => countsOf(offence, player, emptyOffence);
  const touchdown = play.score === 'touchdown' ? 1 : 0;
  const split = play.credits.filter(({ kind }) => kind !== 'sack');
  const last = split.at(-1);
  for (const { player, kind, share, yards: own } of split) {
    const counts = of(player);
    const scored = player === last?.player ? touchdown : 0;
    if (kind === 'run') {
      counts.runAttempts += share;
      counts.runYards += own;
      counts.runTouchdowns += scored;
    } else {
      counts.targets += share;
      counts.receptions += share;
      counts.receivingYards += own;
      counts.receivingTouchdowns += scored;
    }
  }
  if (split.length === 0 && isDefined(runner) && (play.kind === 'run' || play.outcome === 'run')) {
    const counts = of(runner);
    counts.runAttempts++;
    counts.runYards += yards;
    counts.runTouchdowns += touchdown;
  } else if (split.length === 0 && play.kind === 'pass') {
    const target = receiver ?? dropper;
    if (isDefined(target)) countTarget(of(target), play, yards, touchdown);
  }
  const loser = fumbler ?? runner ?? receiver;
  if (play.fumble && isDefined(loser) && loser !== play.players.quarterback) of(loser).fumbles++;
}

function countTarget(counts: OffenceStatistics, { outcome }: Play, yards: number, touchdown: number): void {
  counts.targets++;
  if (outcome !== 'completed') return;
  counts.receptions++;
  counts.receivingYards += yards;
  counts.receivingTouchdowns += touchdown;
}

/** Passes of a play from scrimmage, and the runs the quarterback made himself. */
export function countQuarterback({ quarterbacks }: SideCounts, play: Play, yards: number): void {
  const { quarterback, runner, receiver, fumbler } = play.players;
  if (!isDefined(quarterback)) return;
  const counts: QuarterbackStatistics = countsOf(quarterbacks, quarterback, emptyQuarterback);
  const touchdown = play.score === 'touchdown' ? 1 : 0;
  if (play.kind === 'pass') {
    counts.passes++;
    if (play.outcome === 'completed') {
      counts.completions++;
      counts.passYards += yards;
      counts.passTouchdowns += touchdown;
    } else if (play.outcome === 'intercepted') counts.interceptions++;
    else if (play.outcome === 'sack') {
      counts.sacked++;
      counts.sackYards -= yards;
    }
  }
  if (runner === quarterback && play.outcome === 'run') {
    counts.runAttempts++;
    counts.runYards += yards;
    counts.runTouchdowns += touchdown;
  }
  const loser = fumbler ?? runner ?? receiver ?? quarterback;
  if (play.fumble && loser === quarterback) counts.fumbles++;
}

/** What players of the side did while the other team had the ball. */
export function countDefence({ teamId, defence }: SideCounts, play: Play, lineup: Lineup): void {
  const count = (player: Player, key: keyof DefenceStatistics, share = 1): void => {
    if (!isDefined(player)) return;
    // The offence recovers its own fumbles and is flagged too; a player of no known team is taken at his word.
    if ((lineup.teamOf(player) ?? teamId) === teamId) countsOf(defence, player, emptyDefence)[key] += share;
  };
  const { players } = play;
  if (play.outcome === 'flag') return count(players.flagged, 'flags');
  const sacks = play.credits.filter(({ kind }) => kind === 'sack');
  count(players.tackler, 'tackles');
  count(players.assistant, 'assistTackles');
  if (sacks.length === 0) count(players.sacker, 'sacks');
  for (const { player, share } of sacks) count(player, 'sacks', share);
  count(players.interceptor, 'interceptions');
  count(players.recoverer, 'fumbleRecoveries');
}
