import { createRandom, type Random } from '../kernel/random.js';
import { appoint, type Appointment, drawFixtures, fixtureKey, seasonStream, type Fixture } from './fixtures.js';
import { inventReferees } from './invented-names.js';
import { drawStatLines } from './match-statistics.js';
import { makeOdds } from './odds-maker.js';
import { readInstant, soccerMatchdays } from './season-calendar.js';
import type { CompetitionRecord, MatchRecord, ScorePair, SeasonRecord } from './season-record.js';
import { goalRates, SOCCER_RATES, type Referee, type SoccerRates, type SoccerTeam } from './soccer-parameters.js';
import { drawScore } from './true-scores.js';

/** What decides every result of a season; the date of asking is no part of it. */
export interface SoccerSeasonSeed {
  seed: string | number;
  competition: CompetitionRecord;
  /** Calendar year in which the season starts. */
  year: number;
  teams: readonly SoccerTeam[];
  /** Changes to {@link SOCCER_RATES}. */
  rates?: Partial<SoccerRates>;
  /** A match whose kickoff is known; its result is drawn like any other. */
  appointment?: Appointment;
}

export interface SoccerSeasonOptions extends SoccerSeasonSeed {
  /** Namespace of the record's external ids. */
  source: string;
  /** ISO 8601. Matches that kick off before it are finished, the others scheduled. */
  asOf: string;
}

type SoccerFixture = Fixture<SoccerTeam> & { referee: Referee };

/**
 * A double round robin with known truth. Scores follow Dixon & Coles (1997) with the teams' parameters, statistics and
 * odds as {@link drawStatLines} and {@link makeOdds} say. Everything about a match depends only on seed, competition
 * code, year, fixture and parameters; `asOf` decides what of it is told. Matches come in the order of kickoff.
 * Throws Invalid for an unreadable `asOf`, fewer than two teams, or two of the same name.
 */
export function simulateSoccerSeason(options: SoccerSeasonOptions): SeasonRecord {
  const { source, competition, year, asOf } = options;
  const now = readInstant(asOf);
  const rates = { ...SOCCER_RATES, ...options.rates };
  const season = seasonStream(options);
  const matches = fixturesOf(options, season).map((fixture) => {
    const match = season.fork(fixture.key);
    const finished = Date.parse(fixture.kickoffAt) < now;
    return finished ? finishedMatch(fixture, rates, match) : scheduledMatch(fixture, rates, match);
  });
  return { source, competition, year, matches };
}

/** The result of every fixture of a season and nothing else: those of {@link simulateSoccerSeason}, much faster. */
export function simulateSoccerScores(options: SoccerSeasonSeed): { home: string; away: string; score: ScorePair }[] {
  const rates = { ...SOCCER_RATES, ...options.rates };
  const season = seasonStream(options);
  return options.teams.flatMap((home) =>
    options.teams
      .filter((away) => away !== home)
      .map((away) => ({
        home: home.name,
        away: away.name,
        score: scoreOf(home, away, rates, season.fork(fixtureKey(home, away))),
      })),
  );
}

/** The league's referees with their true effects; the same people every year. */
export function soccerReferees(seed: string | number, competition: CompetitionRecord, count: number): Referee[] {
  const random = createRandom(seed).fork(competition.code).fork('referees');
  return inventReferees(random, count).map((name) => ({
    name,
    fouls: random.normal(0, 0.1),
    cards: random.normal(0, 0.14),
  }));
}

function fixturesOf(options: SoccerSeasonSeed, season: Random): SoccerFixture[] {
  const { seed, competition, year, teams, appointment } = options;
  const referees = soccerReferees(seed, competition, teams.length);
  const free = new Map<number, Referee[]>();
  const drawn = drawFixtures(teams, (rounds) => soccerMatchdays(year, rounds), season);
  return (appointment ? appoint(drawn, appointment) : drawn).map((fixture) => {
    const others = free.get(fixture.week) ?? season.fork('referees').fork(fixture.week).shuffle(referees);
    free.set(fixture.week, others.slice(1));
    return { ...fixture, referee: others[0] };
  });
}

function scheduledMatch(fixture: SoccerFixture, rates: SoccerRates, match: Random): MatchRecord {
  const odds = makeOdds(goalRates(rates, fixture.home, fixture.away), rates.rho, match.fork('odds'), false);
  const unknown = { score: null, halfTime: null, attendance: null };
  return { ...announced(fixture), ...unknown, status: 'scheduled', statLines: [], odds };
}

function finishedMatch(fixture: SoccerFixture, rates: SoccerRates, match: Random): MatchRecord {
  const { home, away, referee } = fixture;
  const score = scoreOf(home, away, rates, match);
  const halves = match.fork('halves');
  const halfTime = {
    home: halves.binomial(score.home, rates.firstHalfGoals),
    away: halves.binomial(score.away, rates.firstHalfGoals),
  };
  const secondHalf = { home: score.home - halfTime.home, away: score.away - halfTime.away };
  const filled = Math.min(1, Math.max(0.3, match.fork('attendance').normal(0.86 + 0.15 * home.attack, 0.09)));
  const played = { rates, home, away, referee, halves: [halfTime, secondHalf] as const };
  return {
    ...announced(fixture),
    status: 'finished',
    score,
    halfTime,
    attendance: Math.round(home.capacity * filled),
    statLines: drawStatLines(played, match.fork('statistics')),
    odds: makeOdds(goalRates(rates, home, away), rates.rho, match.fork('odds'), true),
  };
}

/** What is known of a match before it is played. */
function announced({ key, kickoffAt, week, home, away, referee }: SoccerFixture) {
  return { key, kickoffAt, home: home.name, away: away.name, week, venue: home.venue, referee: referee.name };
}

function scoreOf(home: SoccerTeam, away: SoccerTeam, rates: SoccerRates, match: Random): ScorePair {
  return drawScore(goalRates(rates, home, away), rates.rho, match.fork('score'));
}
