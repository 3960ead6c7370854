import { describe, expect, it } from 'vitest';
import { demoSeasons } from './demo-seasons.js';
import { DOCUMENTED_MATCH, documentedSeasons } from './documented-seasons.js';
import type { MatchRecord, SeasonRecord } from './season-record.js';

const SEED = '2024';
const DAY_MS = 86_400_000;
const later = documentedSeasons('2026-11-21', SEED);
const onTheDay = documentedSeasons('2025-12-27', SEED);

const matchOf = (seasons: SeasonRecord[]): MatchRecord => {
  const [, { matches }] = seasons;
  return matches.find(({ home, away }) => home === DOCUMENTED_MATCH.home && away === DOCUMENTED_MATCH.away)!;
};
const clubs = ({ matches }: SeasonRecord): string[] => [...new Set(matches.map(({ home }) => home))].toSorted();
const playsIn = (club: string) => (match: MatchRecord) => match.home === club || match.away === club;

describe('documentedSeasons', () => {
  it('has two seasons of the Premier League and one of La Liga, always of the same clubs', () => {
    expect(later.map(({ competition: { title, country }, year, matches }) => [title, country, year, matches.length]))
      .toEqual([
        ['Premier League', 'England', 2024, 380],
        ['Premier League', 'England', 2025, 380],
        ['La Liga', 'Spain', 2025, 380],
      ]); // prettier-ignore
    expect(clubs(later[0])).toEqual(clubs(later[1]));
    for (const seed of ['0', '1', 'other']) {
      expect(documentedSeasons('2026-01-01', seed).map(clubs)).toEqual(later.map(clubs));
    }
  });

  it.each(['2024', '0', '1', '2', '3', '4', '5', '4294967295'])(
    'has the documented match at its hour and place, with seed %s',
    (seed) => {
      const seasons = documentedSeasons('2025-12-27', seed);
      const match = matchOf(seasons);
      expect(match).toMatchObject({ kickoffAt: '2025-12-27T20:00:00.000Z', venue: 'Emirates Stadium' });
      expect(match).toMatchObject({ status: 'scheduled', score: null, statLines: [] });
      for (const club of [match.home, match.away]) {
        const before = seasons[1].matches.filter(playsIn(club)).filter(({ status }) => status === 'finished');
        const atHome = before.filter(({ home }) => home === club).length;
        expect(before.length).toBeGreaterThan(13);
        expect(Math.min(atHome, before.length - atHome)).toBeGreaterThan(5);
        expect(before.every(({ statLines }) => statLines.length === 6)).toBe(true);
      }
    },
  );

  it('plays it once its day is over, and what was known before stays as it was', () => {
    const { status, score, referee } = matchOf(later);
    expect([status, referee]).toEqual(['finished', matchOf(onTheDay).referee]);
    expect(score).not.toBeNull();
    const finished = onTheDay[1].matches.filter((match) => match.status === 'finished');
    expect(later[1].matches.slice(0, finished.length)).toEqual(finished);
    expect(finished.length).toBeGreaterThan(150);
  });

  it('gives every club time to rest, the weeks of the match included', () => {
    for (const club of clubs(later[1])) {
      const days = later[1].matches.filter(playsIn(club)).map(({ kickoffAt }) => Date.parse(kickoffAt) / DAY_MS);
      expect(days).toHaveLength(38);
      for (let n = 1; n < days.length; n++) expect(days[n] - days[n - 1]).toBeGreaterThan(2);
    }
    for (const week of Map.groupBy(later[1].matches, (match) => match.week).values()) {
      expect(new Set(week.flatMap(({ home, away }) => [home, away])).size).toBe(20);
      expect(new Set(week.map(({ referee }) => referee)).size).toBe(10);
    }
  });

  it('shares no code and no club with the demo leagues', () => {
    const demo = demoSeasons('2026-03-10', SEED);
    const codes = new Set(demo.map(({ competition }) => competition.code as string));
    expect(later.some(({ competition }) => codes.has(competition.code))).toBe(false);
    const names = new Set(demo.flatMap(clubs));
    expect(later.flatMap(clubs).some((club) => names.has(club))).toBe(false);
  });
});
