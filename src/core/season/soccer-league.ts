import { Invalid } from '../kernel/domain-error.js';
import { createRandom } from '../kernel/random.js';
import { computeStandings } from '../soccer/standings.js';
import { clubForm, clubQuality, foundClub, nextSeason, type Club } from './club-drift.js';
import { inventClubs, type ClubStyle } from './invented-names.js';
import type { CompetitionRecord, SeasonRecord } from './season-record.js';
import { centreTeams, soccerTeam, type SoccerRates, type SoccerTeam } from './soccer-parameters.js';
import { simulateSoccerScores, simulateSoccerSeason, type SoccerSeasonSeed } from './soccer-simulator.js';

/** The history of every league starts here, so that a season does not depend on which seasons are asked for. */
export const FIRST_YEAR = 2010;

/** A league over the years. */
export interface SoccerLeagueSeed {
  seed: string | number;
  competition: CompetitionRecord;
  /** Teams in the league; default 20. */
  size?: number;
  /** Teams exchanged with the clubs outside after each season; default 3. */
  exchanged?: number;
  /** All clubs, in the league or waiting outside; at least `size + exchanged`. Default: invented names, `size` plus twice `exchanged`. */
  clubs?: readonly string[];
  /** Sound of the invented names; default `north`. */
  style?: ClubStyle;
  rates?: Partial<SoccerRates>;
}

export interface SoccerLeagueOptions extends SoccerLeagueSeed {
  source: string;
  years: readonly number[];
  asOf: string;
}

/** Promotion goes by quality, blurred by this, because the league below is not simulated. */
const PROMOTION_LUCK = 0.5;

/**
 * The seasons of a league in the order of `years`. Clubs persist, their strengths drift as first-order autoregressions,
 * the bottom teams of each table go down and the best clubs outside come up. A season is the same whatever `years` and
 * `asOf` are. Throws Invalid for years before {@link FIRST_YEAR} or too few clubs.
 */
export function simulateSoccerLeague(options: SoccerLeagueOptions): SeasonRecord[] {
  const { seed, source, competition, years, rates, asOf } = options;
  const history = soccerLeagueHistory(options, Math.max(FIRST_YEAR, ...years));
  return years.map((year) => {
    const teams = history.get(year);
    if (!teams) throw new Invalid('years', `Leagues exist from ${FIRST_YEAR}, not in ${year}`);
    return simulateSoccerSeason({ seed, source, competition, year, teams, rates, asOf });
  });
}

/** The true parameters of the teams of every season from {@link FIRST_YEAR} to `lastYear`. */
export function soccerLeagueHistory(options: SoccerLeagueSeed, lastYear: number): Map<number, SoccerTeam[]> {
  const { seed, competition, size = 20, exchanged = 3, rates } = options;
  const league = createRandom(seed).fork(competition.code).fork('clubs');
  let clubs = clubNames(options).map((name) => foundClub(name, league.fork(name).fork('founding')));
  let members = new Set(best(clubs, size, clubQuality));
  const history = new Map<number, SoccerTeam[]>();
  for (let year = FIRST_YEAR; year <= lastYear; year++) {
    const inside = clubs.filter((club) => members.has(club.name));
    const teams = centreTeams(
      inside.map((club) => soccerTeam(club.name, clubForm(club), league.fork(club.name).fork('traits'))),
    );
    history.set(year, teams);
    if (year === lastYear) break;
    const table = exchanged > 0 ? finalTable({ seed, competition, year, teams, rates }) : [...members];
    const staying = table.slice(0, size - exchanged);
    const outside = clubs.filter((club) => !members.has(club.name));
    const luck = league.fork('promotion').fork(year);
    const blurred = (club: Club) => clubQuality(club) + luck.fork(club.name).normal(0, PROMOTION_LUCK);
    members = new Set([...staying, ...best(outside, exchanged, blurred)]);
    clubs = clubs.map((club) => nextSeason(club, league.fork(club.name).fork(year)));
  }
  return history;
}

/** Names come from the competition alone: another seed is another course of events among the same clubs. */
function clubNames({
  competition,
  size = 20,
  exchanged = 3,
  style = 'north',
  clubs,
}: SoccerLeagueSeed): readonly string[] {
  const names = clubs ?? inventClubs(createRandom(competition.code), style, size + 2 * exchanged);
  if (names.length < size + exchanged || exchanged >= size) {
    throw new Invalid(
      'clubs',
      `A league of ${size} that exchanges ${exchanged} has too few clubs with ${names.length}`,
    );
  }
  return names;
}

/** Names of the `count` clubs that score highest. */
function best(clubs: readonly Club[], count: number, score: (club: Club) => number): string[] {
  const scored = clubs.map((club) => ({ name: club.name, score: score(club) }));
  return scored
    .toSorted((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ name }) => name);
}

/** Names from champion to last. */
function finalTable(season: SoccerSeasonSeed): string[] {
  const kickoffAt = new Date(Date.UTC(season.year + 1, 4, 25)).toISOString();
  const results = simulateSoccerScores(season).map(({ home, away, score }) => ({
    home,
    away,
    homeGoals: score.home,
    awayGoals: score.away,
    kickoffAt,
  }));
  return computeStandings(results).map((row) => row.name);
}
