import { describe, expect, it } from 'vitest';
import { quarterScores, totalScore } from '../football/drive.js';
import { footballGame, footballTeams, simulateFootballSeason } from './football-simulator.js';

const competition = { code: 'test-gridiron', title: 'Test', country: null, sport: 'american-football' as const };
const teams = footballTeams('f', competition, 2025);
const base = { seed: 'f', source: 'test', competition, year: 2025, teams };
const whole = simulateFootballSeason({ ...base, asOf: '2026-01-01' });

describe('simulateFootballSeason', () => {
  it('plays fourteen weeks of four games between eight teams from May on', () => {
    expect(whole.matches).toHaveLength(56);
    expect(new Set(whole.matches.map((match) => match.key)).size).toBe(56);
    expect(new Set(whole.matches.map((match) => match.week)).size).toBe(14);
    expect(whole.matches.map((match) => match.kickoffAt)).toEqual(whole.matches.map((m) => m.kickoffAt).toSorted());
    expect(whole.matches[0].kickoffAt).toBe('2025-05-03T14:00:00.000Z');
    for (const match of whole.matches) expect(match.status).toBe('finished');
  });

  it('is the same for the same seed and differs for another', () => {
    expect(simulateFootballSeason({ ...base, asOf: '2026-01-01' })).toEqual(whole);
    const scores = (seed: string) =>
      simulateFootballSeason({ ...base, seed, asOf: '2026-01-01' }).matches.map((m) => m.score);
    expect(scores('g')).not.toEqual(scores('f'));
  });

  it('tells on any day what was played before it', () => {
    for (const asOf of ['2025-01-01', '2025-06-14T16:00:00Z', '2025-07-20', '2026-01-01']) {
      simulateFootballSeason({ ...base, asOf }).matches.forEach((match, index) => {
        if (Date.parse(match.kickoffAt) < Date.parse(asOf)) expect(match).toEqual(whole.matches[index]);
        else expect(match).toEqual({ ...whole.matches[index], status: 'scheduled', score: null, halfTime: null });
      });
    }
  });

  it('can give the drives behind every match, and they fold to its scores', () => {
    for (const match of whole.matches) {
      const game = footballGame(base, match.key);
      expect(totalScore(quarterScores(game.drives))).toEqual(match.score);
      expect(totalScore(quarterScores(game.drives).slice(0, 2))).toEqual(match.halfTime);
    }
    expect(() => footballGame(base, 'Nobody|Noone')).toThrow('does not exist');
  });

  it('refuses two teams of one name', () => {
    expect(() => simulateFootballSeason({ ...base, teams: [teams[0], teams[0]], asOf: '2026-01-01' })).toThrow('share');
  });
});

describe('footballTeams', () => {
  it('keeps the clubs and most of their strength from year to year', () => {
    const years = Array.from({ length: 40 }, (_, index) => footballTeams('f', competition, 1990 + index));
    for (const later of years) expect(later.map((team) => team.name)).toEqual(teams.map((team) => team.name));
    for (const index of teams.keys()) {
      const offences = years.map((year) => year[index].offence);
      const mean = offences.reduce((sum, value) => sum + value, 0) / offences.length;
      const deviation = Math.sqrt(offences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / offences.length);
      expect(deviation).toBeGreaterThan(0.06);
      expect(deviation).toBeLessThan(0.14);
    }
  });
});
