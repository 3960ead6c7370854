import { describe, expect, it } from 'vitest';
import { teamCode } from '../soccer/team-code.js';
import { demoSeasons } from './demo-seasons.js';
import type { MatchRecord, SeasonRecord } from './season-record.js';

function title({ competition, year, matches }: SeasonRecord): string {
  return `${competition.code} ${year} ${matches.length}`;
}

function finishedMatches(seasons: SeasonRecord[]): Map<string, MatchRecord> {
  const matches = new Map<string, MatchRecord>();
  for (const season of seasons) {
    for (const match of season.matches) {
      if (match.status === 'finished') matches.set(`${season.competition.code} ${season.year} ${match.key}`, match);
    }
  }
  return matches;
}

function results(season: SeasonRecord): Map<string, MatchRecord['score']> {
  return new Map(season.matches.map((match) => [match.key, match.score]));
}

describe('demoSeasons', () => {
  it('has three seasons of two soccer leagues and two of football', () => {
    expect(demoSeasons('2026-03-10').map(title)).toEqual([
      'demo-north 2023 380',
      'demo-north 2024 380',
      'demo-north 2025 380',
      'demo-south 2023 306',
      'demo-south 2024 306',
      'demo-south 2025 306',
      'demo-gridiron 2025 56',
      'demo-gridiron 2026 56',
    ]);
  });

  it('switches to the next soccer season on 1 June, when the old one is over', () => {
    const lastDay = demoSeasons('2026-05-31T23:59:59Z');
    const nextDay = demoSeasons('2026-06-01');
    expect(lastDay.slice(0, 3).map((season) => season.year)).toEqual([2023, 2024, 2025]);
    expect(nextDay.slice(0, 3).map((season) => season.year)).toEqual([2024, 2025, 2026]);
    for (const season of lastDay.slice(0, 6)) expect(season.matches.every((m) => m.status === 'finished')).toBe(true);
    for (const season of [nextDay[2], nextDay[5]]) {
      expect(season.matches.every((match) => match.status === 'scheduled' && match.odds.length > 0)).toBe(true);
    }
  });

  it('has finished and scheduled matches on every day of the year', () => {
    for (let month = 1; month <= 12; month++) {
      const asOf = `2026-${String(month).padStart(2, '0')}-15`;
      const matches = demoSeasons(asOf).flatMap((season) => season.matches);
      const next = matches
        .filter((m) => m.status === 'scheduled')
        .map((m) => Date.parse(m.kickoffAt) - Date.parse(asOf));
      expect(matches.filter((match) => match.status === 'finished').length).toBeGreaterThan(1300);
      expect(Math.min(...next)).toBeLessThan(15 * 86_400_000);
    }
  });

  it('tells the same of a match on every day it is finished, across the switch of seasons too', () => {
    const [spring, autumn] = [finishedMatches(demoSeasons('2026-02-20')), finishedMatches(demoSeasons('2026-10-05'))];
    let compared = 0;
    for (const [key, match] of spring) {
      const later = autumn.get(key);
      if (!later) continue;
      compared++;
      expect(later).toEqual(match);
    }
    expect(compared).toBeGreaterThan(1000);
    expect(demoSeasons('2026-02-20')).toEqual(demoSeasons('2026-02-20'));
  });

  it('plays another course of events among the same clubs with another seed', () => {
    const [one, two] = [demoSeasons('2026-02-20', 1)[0], demoSeasons('2026-02-20', 2)[0]];
    const shared = [...results(one)].filter(([key]) => results(two).has(key));
    expect(shared.length).toBeGreaterThan(100);
    expect(shared.some(([key, score]) => results(two).get(key)?.home !== score?.home)).toBe(true);
  });

  it('has no club in two leagues, and a three-letter code for each', () => {
    const leagues = Map.groupBy(demoSeasons('2026-03-10'), (season) => season.competition.code);
    const clubs = [...leagues.values()].map((seasons) => new Set(seasons.flatMap((s) => s.matches.map((m) => m.home))));
    const all = clubs.flatMap((set) => [...set]);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(all.map(teamCode)).size).toBe(all.length);
  });
});
