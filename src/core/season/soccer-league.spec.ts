import { describe, expect, it } from 'vitest';
import { computeStandings } from '../soccer/standings.js';
import type { MatchRecord, StatLineRecord } from './season-record.js';
import { FIRST_YEAR, simulateSoccerLeague, soccerLeagueHistory } from './soccer-league.js';

const competition = { code: 'test-league', title: 'Test League', country: null, sport: 'soccer' as const };
const years = [2019, 2020, 2021, 2022, 2023, 2024];
const league = { seed: 'league', source: 'test', competition };
const seasons = simulateSoccerLeague({ ...league, years, asOf: '2030-01-01' });
const matches = seasons.flatMap((season) => season.matches);

function teamsOf(season: { matches: MatchRecord[] }): string[] {
  return [...new Set(season.matches.map((match) => match.home))].toSorted();
}

function perMatch(value: (match: MatchRecord) => number): number {
  return matches.reduce((sum, match) => sum + value(match), 0) / matches.length;
}

function total(match: MatchRecord, count: keyof StatLineRecord): number {
  const full = match.statLines.filter((line) => line.period === 'full');
  return full.reduce((sum, line) => sum + Number(line[count]), 0);
}

describe('simulateSoccerLeague', () => {
  it('gives a season the same whichever others are asked for and whatever the date', () => {
    expect(simulateSoccerLeague({ ...league, years: [2022], asOf: '2030-01-01' })).toEqual([seasons[3]]);
    const [early] = simulateSoccerLeague({ ...league, years: [2022], asOf: '2022-12-01' });
    const finished = early.matches.filter((match) => match.status === 'finished');
    expect(finished.length).toBeGreaterThan(100);
    expect(seasons[3].matches.slice(0, finished.length)).toEqual(finished);
  });

  it('sends the bottom three down and brings three others up after every season', () => {
    for (let i = 1; i < seasons.length; i++) {
      const table = computeStandings(
        seasons[i - 1].matches.map(({ home, away, kickoffAt, score }) => {
          return { home, away, kickoffAt, homeGoals: score?.home ?? -1, awayGoals: score?.away ?? -1 };
        }),
      );
      const now = teamsOf(seasons[i]);
      const gone = table.filter((row) => !now.includes(row.name)).map((row) => row.position);
      expect(now).toHaveLength(20);
      expect(gone).toEqual([18, 19, 20]);
    }
  });

  it('takes size, exchange and clubs as told', () => {
    const clubs = Array.from({ length: 11 }, (_, index) => `Club ${index}`);
    const small = { ...league, clubs, size: 8, exchanged: 2, years: [2014, 2015], asOf: '2030-01-01' };
    const [first, second] = simulateSoccerLeague(small).map(teamsOf);
    expect(first).toHaveLength(8);
    expect(second.filter((club) => !first.includes(club))).toHaveLength(2);
    for (const club of [...first, ...second]) expect(clubs).toContain(club);
    expect(() => simulateSoccerLeague({ ...small, clubs: clubs.slice(0, 9) })).toThrow('too few clubs');
    expect(() => simulateSoccerLeague({ ...small, years: [FIRST_YEAR - 1] })).toThrow('Leagues exist from');
  });

  it('lets strengths drift: last season tells much about this one, and not all', () => {
    const history = soccerLeagueHistory(league, 2030);
    let [products, squares, last] = [0, 0, 0];
    for (let year = FIRST_YEAR + 1; year <= 2030; year++) {
      for (const team of history.get(year) ?? []) {
        const then = history.get(year - 1)?.find(({ name }) => name === team.name);
        if (!then) continue;
        products += team.attack * then.attack;
        squares += team.attack ** 2;
        last += then.attack ** 2;
      }
    }
    const correlation = products / Math.sqrt(squares * last);
    expect(correlation).toBeGreaterThan(0.6);
    expect(correlation).toBeLessThan(0.97);
  });

  it('centres the parameters of every season', () => {
    for (const teams of soccerLeagueHistory(league, 2020).values()) {
      for (const factor of ['attack', 'defence', 'shotAttack', 'cornerDefence', 'cards'] as const) {
        expect(teams.reduce((sum, team) => sum + team[factor], 0)).toBeCloseTo(0, 9);
      }
    }
  });
});

describe('a simulated league looks like a real one', () => {
  it('in goals, home advantage and draws', () => {
    expect(matches).toHaveLength(6 * 380);
    const goals = perMatch(({ score }) => (score?.home ?? 0) + (score?.away ?? 0));
    expect(goals).toBeGreaterThan(2.5);
    expect(goals).toBeLessThan(2.9);
    const homeWins = perMatch(({ score }) => Number((score?.home ?? 0) > (score?.away ?? 0)));
    expect(homeWins).toBeGreaterThan(0.4);
    expect(homeWins).toBeLessThan(0.5);
    const draws = perMatch(({ score }) => Number(score?.home === score?.away));
    expect(draws).toBeGreaterThan(0.2);
    expect(draws).toBeLessThan(0.3);
    const early = perMatch(({ halfTime }) => (halfTime?.home ?? 0) + (halfTime?.away ?? 0)) / goals;
    expect(Math.abs(early - 0.44)).toBeLessThan(0.03);
  });

  it('in corners, cards, shots, fouls and xG', () => {
    const expected = {
      corners: 9.8,
      yellowCards: 3.6,
      shots: 24.6,
      shotsOnTarget: 8.8,
      fouls: 25,
      redCards: 0.2,
    } as const;
    for (const [count, mean] of Object.entries(expected)) {
      expect(Math.abs(perMatch((match) => total(match, count as keyof StatLineRecord)) / mean - 1)).toBeLessThan(0.08);
    }
    const ratio = perMatch((match) => total(match, 'xg')) / perMatch((match) => total(match, 'goals'));
    expect(Math.abs(ratio - 1)).toBeLessThan(0.05);
  });

  it('in prices: the closing favourite wins more often than the outsider, about as often as it says', () => {
    const favourites = matches.map(({ odds, score }) => {
      const market = odds.filter((o) => o.bookmaker === 'MERI' && o.market === 'match_winner' && o.closing);
      const inverse = market.map(({ price }) => 1 / price);
      const sum = inverse.reduce((a, b) => a + b, 0);
      const won = (score?.home ?? 0) > (score?.away ?? 0) ? 0 : score?.home === score?.away ? 1 : 2;
      const favourite = inverse.indexOf(Math.max(...inverse));
      return { chance: inverse[favourite] / sum, won: Number(favourite === won) };
    });
    const expected = favourites.reduce((sum, { chance }) => sum + chance, 0) / favourites.length;
    const observed = favourites.reduce((sum, { won }) => sum + won, 0) / favourites.length;
    expect(observed).toBeGreaterThan(0.45);
    expect(Math.abs(observed - expected)).toBeLessThan(0.035);
  });
});
