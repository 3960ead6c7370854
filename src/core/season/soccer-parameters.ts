import type { Random } from '../kernel/random.js';
import type { ScorePair } from './season-record.js';
import { inventVenue } from './invented-names.js';

/** What the simulator knows of a team in one season. Strengths are on the log scale: 0 is average, 0.1 about 10 %. */
export interface SoccerTeam {
  name: string;
  venue: string;
  capacity: number;
  /** Log factor of goals scored, and log factor by which the opponent's goals shrink. */
  attack: number;
  defence: number;
  shotAttack: number;
  shotDefence: number;
  cornerAttack: number;
  cornerDefence: number;
  /** Log factors of fouls committed and of yellow cards per foul. */
  fouls: number;
  cards: number;
}

/** A team statistic of one match: means for two average teams, and how it varies from match to match. */
export interface CountRate extends ScorePair {
  /** Deviation of the log factor that the two sides share with opposite signs: over-dispersion, negative dependence. */
  territory: number;
  /** Over-dispersion of each side alone: variance mean + dispersion x mean^2 given territory. */
  dispersion: number;
  /** Share expected in the first half. */
  firstHalf: number;
}

/** What the simulator knows of a league. Defaults follow the averages of Europe's five largest leagues since 2015. */
export interface SoccerRates {
  /** Goals of an average away team against an average home team. */
  goals: number;
  /** Log factor of the home team's goals. */
  homeAdvantage: number;
  /** Dependence of low scores, the rho of Dixon & Coles (1997). */
  rho: number;
  /** Share of the goals that falls in the first half. */
  firstHalfGoals: number;
  shots: CountRate;
  corners: CountRate;
  /** Fouls vary by referee and by a temper that both sides share, hence positive dependence: `temper` is its log deviation. */
  fouls: ScorePair & { temper: number };
  yellowsPerFoul: ScorePair;
  redCards: ScorePair;
  offsides: ScorePair & { dispersion: number };
  /** Probability that a shot that does not score is on target, and so saved. */
  saved: number;
}

export const SOCCER_RATES: SoccerRates = {
  goals: 1.13,
  homeAdvantage: 0.23,
  rho: -0.05,
  firstHalfGoals: 0.44,
  shots: { home: 13.4, away: 11, territory: 0.155, dispersion: 0.015, firstHalf: 0.46 },
  corners: { home: 5.35, away: 4.4, territory: 0.215, dispersion: 0.031, firstHalf: 0.47 },
  fouls: { home: 12.1, away: 12.4, temper: 0.07 },
  yellowsPerFoul: { home: 0.137, away: 0.15 },
  redCards: { home: 0.09, away: 0.11 },
  offsides: { home: 1.9, away: 1.7, dispersion: 0.1 },
  saved: 0.275,
};

/** A referee; the log factors multiply both sides' fouls and their yellow cards per foul. */
export interface Referee {
  name: string;
  fouls: number;
  cards: number;
}

/** Expected goals of both sides: exp(attack - defence) around the league's rates, before the rho correction. */
export function goalRates(rates: SoccerRates, home: SoccerTeam, away: SoccerTeam): ScorePair {
  return {
    home: rates.goals * Math.exp(rates.homeAdvantage + home.attack - away.defence),
    away: rates.goals * Math.exp(away.attack - home.defence),
  };
}

/** Expected shots of both sides; never fewer than one more than the expected goals. */
export function shotRates(rates: SoccerRates, home: SoccerTeam, away: SoccerTeam): ScorePair {
  const goals = goalRates(rates, home, away);
  return {
    home: Math.max(goals.home + 1, rates.shots.home * Math.exp(home.shotAttack - away.shotDefence)),
    away: Math.max(goals.away + 1, rates.shots.away * Math.exp(away.shotAttack - home.shotDefence)),
  };
}

/** Expected corners of both sides. */
export function cornerRates(rates: SoccerRates, home: SoccerTeam, away: SoccerTeam): ScorePair {
  return {
    home: rates.corners.home * Math.exp(home.cornerAttack - away.cornerDefence),
    away: rates.corners.away * Math.exp(away.cornerAttack - home.cornerDefence),
  };
}

/** What makes a team in one season, each in standard deviations. */
export interface TeamForm {
  /** The club's lasting standing; decides only the size of its ground. */
  standing: number;
  /** General quality, attacking bent and defensive bent of this season. */
  quality: number;
  attack: number;
  defence: number;
}

/**
 * A team's parameters from its form. Shots and corners follow the strength in goals in part and have a part of their
 * own; everything but the form comes from `random`, which should be the club's own stream.
 */
export function soccerTeam(name: string, form: TeamForm, random: Random): SoccerTeam {
  const attack = 0.31 * (0.8 * form.quality + 0.6 * form.attack);
  const defence = 0.25 * (0.8 * form.quality + 0.6 * form.defence);
  return {
    name,
    venue: inventVenue(random, name),
    capacity: 500 * Math.round(Math.min(80_000, 26_000 * Math.exp(random.normal(0.35 * form.standing, 0.25))) / 500),
    attack,
    defence,
    shotAttack: 0.6 * attack + random.normal(0, 0.07),
    shotDefence: 0.6 * defence + random.normal(0, 0.07),
    cornerAttack: 0.5 * attack + random.normal(0, 0.09),
    cornerDefence: 0.5 * defence + random.normal(0, 0.09),
    fouls: random.normal(0, 0.08),
    cards: random.normal(0, 0.12),
  };
}

/** The same teams with each log factor shifted to mean zero, which is what identifies the league's rates. */
export function centreTeams(teams: readonly SoccerTeam[]): SoccerTeam[] {
  const factors = [
    'attack',
    'defence',
    'shotAttack',
    'shotDefence',
    'cornerAttack',
    'cornerDefence',
    'fouls',
    'cards',
  ] as const;
  const centred = teams.map((team) => ({ ...team }));
  for (const factor of factors) {
    const mean = teams.reduce((sum, team) => sum + team[factor], 0) / teams.length;
    for (const team of centred) team[factor] -= mean;
  }
  return centred;
}
