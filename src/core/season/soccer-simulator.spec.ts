import { describe, expect, it } from 'vitest';
import { createRandom } from '../kernel/random.js';
import type { MatchRecord } from './season-record.js';
import { centreTeams, goalRates, SOCCER_RATES, soccerTeam } from './soccer-parameters.js';
import { simulateSoccerScores, simulateSoccerSeason, soccerReferees } from './soccer-simulator.js';

const competition = { code: 'test-league', title: 'Test League', country: null, sport: 'soccer' as const };
const roots = createRandom('teams');
const teams = centreTeams(
  Array.from({ length: 12 }, (_, index) => {
    const random = roots.fork(index);
    const form = { standing: 0, quality: random.normal(), attack: random.normal(), defence: random.normal() };
    return soccerTeam(`Team ${index}`, form, random);
  }),
);
const base = { seed: 1, source: 'test', competition, year: 2024, teams };
const before = '2024-08-01';
const after = '2025-07-01';
const whole = simulateSoccerSeason({ ...base, asOf: after });

function byKey(matches: MatchRecord[]): Map<string, MatchRecord> {
  return new Map(matches.map((match) => [match.key, match]));
}

function scores(matches: MatchRecord[]): MatchRecord['score'][] {
  return matches.map((match) => match.score);
}

describe('simulateSoccerSeason', () => {
  it('plays a double round robin in order of kickoff, each fixture under its own key', () => {
    expect(whole.matches).toHaveLength(12 * 11);
    expect(byKey(whole.matches).size).toBe(12 * 11);
    const kickoffs = whole.matches.map((match) => match.kickoffAt);
    expect(kickoffs).toEqual(kickoffs.toSorted());
    for (const match of whole.matches) expect(match.key).toBe(`${match.home}|${match.away}`);
    const weeks = Map.groupBy(whole.matches, (match) => match.week);
    expect([...weeks.keys()].toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
      Array.from({ length: 22 }, (_, i) => i + 1),
    );
    for (const round of weeks.values()) {
      expect(new Set(round.flatMap((match) => [match.home, match.away])).size).toBe(12);
      expect(new Set(round.map((match) => match.referee)).size).toBe(6);
    }
  });

  it('is the same for the same seed, whatever the order of the teams, and another for another seed or year', () => {
    expect(simulateSoccerSeason({ ...base, asOf: after })).toEqual(whole);
    expect(simulateSoccerSeason({ ...base, teams: teams.toReversed(), asOf: after })).toEqual(whole);
    expect(scores(simulateSoccerSeason({ ...base, seed: 2, asOf: after }).matches)).not.toEqual(scores(whole.matches));
    expect(scores(simulateSoccerSeason({ ...base, year: 2023, asOf: after }).matches)).not.toEqual(
      scores(whole.matches),
    );
  });

  it('tells on any day what was played before it, as the full season has it, and announces the rest', () => {
    for (const asOf of [before, '2024-11-16T14:00:00Z', '2025-02-01T12:00:00+01:00', after]) {
      const now = Date.parse(asOf);
      const full = byKey(whole.matches);
      for (const match of simulateSoccerSeason({ ...base, asOf }).matches) {
        const played = full.get(match.key);
        if (Date.parse(match.kickoffAt) < now) {
          expect(match).toEqual(played);
          continue;
        }
        const unknown = { status: 'scheduled', score: null, halfTime: null, attendance: null, statLines: [] };
        expect(match).toEqual({ ...played, ...unknown, odds: played?.odds.filter((odds) => !odds.closing) });
        expect(match.odds.length).toBeGreaterThan(0);
      }
    }
    expect(whole.matches.every((match) => match.status === 'finished')).toBe(true);
  });

  it('gives each played match a score that its halves and stat lines repeat', () => {
    for (const match of whole.matches) {
      const goals = (side: 'home' | 'away', period: string) =>
        match.statLines.find((line) => line.side === side && line.period === period)?.goals;
      for (const side of ['home', 'away'] as const) {
        expect(goals(side, 'full')).toBe(match.score?.[side]);
        expect(goals(side, 'first_half')).toBe(match.halfTime?.[side]);
      }
      expect(match.statLines).toHaveLength(6);
      expect(match.attendance).toBeGreaterThan(0);
      expect(match.attendance).toBeLessThanOrEqual(teams.find((team) => team.name === match.home)?.capacity ?? 0);
      expect(match.venue).toBe(teams.find((team) => team.name === match.home)?.venue);
    }
  });

  it('has the same results as the fast path that makes only scores', () => {
    const full = byKey(whole.matches);
    const fast = simulateSoccerScores(base);
    expect(fast).toHaveLength(132);
    for (const { home, away, score } of fast) expect(full.get(`${home}|${away}`)?.score).toEqual(score);
  });

  it('appoints only referees whose true effects can be looked up', () => {
    const panel = new Set(soccerReferees(1, competition, 12).map((referee) => referee.name));
    for (const match of whole.matches) expect(panel).toContain(match.referee);
  });

  it('refuses teams of one name, a lonely team and a date that is none', () => {
    expect(() => simulateSoccerSeason({ ...base, teams: [teams[0], teams[0]], asOf: after })).toThrow('share a name');
    expect(() => simulateSoccerSeason({ ...base, teams: teams.slice(0, 1), asOf: after })).toThrow('two teams');
    expect(() => simulateSoccerSeason({ ...base, asOf: 'tomorrow' })).toThrow('not a date');
  });
});

describe('the truth behind a season', () => {
  const seasons = Array.from({ length: 30 }, (_, seed) => simulateSoccerScores({ ...base, seed }));
  const results = seasons.flat();

  it('is what scores average to, fixture by fixture and team by team', () => {
    let deviation = 0;
    let variance = 0;
    let chi = 0;
    for (const home of teams) {
      for (const away of teams) {
        if (home === away) continue;
        const truth = goalRates(SOCCER_RATES, home, away);
        const scored = results.filter((r) => r.home === home.name && r.away === away.name).map((r) => r.score.home);
        const mean = scored.reduce((sum, goals) => sum + goals, 0) / scored.length;
        deviation += mean - truth.home;
        variance += truth.home / scored.length;
        chi += (mean - truth.home) ** 2 / (truth.home / scored.length);
      }
    }
    expect(Math.abs(deviation)).toBeLessThan(4 * Math.sqrt(variance));
    expect(Math.abs(chi - 132)).toBeLessThan(4 * Math.sqrt(2 * 132));
  });

  it('can be changed: no home advantage, more goals', () => {
    const rates = { homeAdvantage: 0, goals: 2 };
    const changed = Array.from({ length: 10 }, (_, seed) => simulateSoccerScores({ ...base, seed, rates })).flat();
    const mean = (side: 'home' | 'away') => changed.reduce((sum, { score }) => sum + score[side], 0) / changed.length;
    expect(Math.abs(mean('home') - mean('away'))).toBeLessThan(0.2);
    expect(mean('home')).toBeGreaterThan(1.8);
  });
});
