import type { Random } from '../kernel/random.js';
import type { TeamForm } from './soccer-parameters.js';

/** A club between two seasons; every number is in standard deviations of all clubs. */
export interface Club {
  name: string;
  /** What the club is worth in the long run. */
  standing: number;
  /** How much better or worse than that it is now, and its bent to attack and to defend. */
  recent: number;
  attack: number;
  defence: number;
}

/** Share of last season's deviation that survives into the next. */
const KEPT = 0.8;
/** Weight of the lasting standing in a club's quality; the rest is recent. Quality has variance 1. */
const STANDING_WEIGHT = 0.75;

export function foundClub(name: string, random: Random): Club {
  const [standing, recent, attack, defence] = [random.normal(), random.normal(), random.normal(), random.normal()];
  return { name, standing, recent, attack, defence };
}

/** The club a year later: first-order autoregressions that keep variance 1, around a standing that stays. */
export function nextSeason(club: Club, random: Random): Club {
  const drift = (value: number) => KEPT * value + Math.sqrt(1 - KEPT * KEPT) * random.normal();
  return { ...club, recent: drift(club.recent), attack: drift(club.attack), defence: drift(club.defence) };
}

export function clubQuality(club: Club): number {
  return STANDING_WEIGHT * club.standing + Math.sqrt(1 - STANDING_WEIGHT ** 2) * club.recent;
}

export function clubForm(club: Club): TeamForm {
  const { standing, attack, defence } = club;
  return { standing, quality: clubQuality(club), attack, defence };
}
