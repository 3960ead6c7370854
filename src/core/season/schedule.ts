import { Invalid } from '../kernel/domain-error.js';

/** Indexes of two teams, 0 to n - 1. */
export interface Pairing {
  home: number;
  away: number;
}

/**
 * Every team meets every other once, as rounds in which no team plays twice. Circle method with the venues of the
 * canonical factorisation (de Werra 1981, "Scheduling in sports"): a team's home and away matches differ by at most one,
 * and with an even number of teams nobody plays more than two in a row at the same kind of venue. With an odd number
 * one team rests in each round. Throws Invalid for fewer than two teams.
 */
export function roundRobin(teams: number): Pairing[][] {
  if (!Number.isInteger(teams) || teams < 2) throw new Invalid('teams', `A schedule needs two teams, got ${teams}`);
  const even = teams + (teams % 2);
  const circle = even - 1;
  const rounds: Pairing[][] = [];
  for (let round = 0; round < circle; round++) {
    const fixed = { home: circle, away: round };
    const pairings = [round % 2 === 0 ? fixed : flip(fixed)];
    for (let step = 1; step < even / 2; step++) {
      const pairing = { home: (round + step) % circle, away: (round - step + circle) % circle };
      pairings.push(step % 2 === 0 ? flip(pairing) : pairing);
    }
    rounds.push(pairings.filter(({ home, away }) => home < teams && away < teams));
  }
  return rounds;
}

/** Every team meets every other at home and away; the second half repeats the first with the venues exchanged. */
export function doubleRoundRobin(teams: number): Pairing[][] {
  const firstHalf = roundRobin(teams);
  return [...firstHalf, ...firstHalf.map((round) => round.map(flip))];
}

function flip({ home, away }: Pairing): Pairing {
  return { home: away, away: home };
}
