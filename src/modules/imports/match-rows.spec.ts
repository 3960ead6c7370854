import { describe, expect, it } from 'vitest';
import type { MatchRecord, OddsRecord } from '#core/season/season-record.js';
import { appendToRows, changedParts, digestMatch, encodeMatch } from './match-rows.js';
import { OddsRows } from './odds-rows.js';

const price = (known: Partial<OddsRecord> = {}): OddsRecord => ({
  bookmaker: 'B365',
  market: 'match_winner',
  selection: 'home',
  line: null,
  price: 1.5,
  closing: false,
  ...known,
});

const match: MatchRecord = {
  key: 'A|B',
  kickoffAt: '2023-08-12T12:30:00Z',
  home: 'A',
  away: 'B',
  status: 'finished',
  score: { home: 2, away: 0 },
  halfTime: null,
  week: null,
  venue: null,
  referee: 'R',
  attendance: null,
  statLines: [],
  odds: [price()],
};

const digestOf = (record: MatchRecord) => digestMatch(record, encodeMatch(record, new OddsRows()));
const partsChanged = (change: Partial<MatchRecord>) => [
  ...changedParts(digestOf(match), digestOf({ ...match, ...change })),
];

describe('rows of a match', () => {
  it('are COPY text without ids', () => {
    const { facts, lines, odds } = encodeMatch(match, new OddsRows());
    expect(facts).toBe('2023-08-12T12:30:00.000Z\t\\N\tfinished\t\\N\tR\t\\N\t2\t0\t\\N\t\\N\n');
    expect(lines).toEqual({ home: '', away: '' });
    expect(odds.rowEnds).toEqual([odds.bytes.length]);
    expect(appendToRows('a\\tb\nc\n', '7\t8')).toBe('a\\tb\t7\t8\nc\t7\t8\n');
  });

  it.each<[string, Partial<MatchRecord>]>([
    ['A plays itself', { away: 'A' }],
    ['the match has a score and is not finished', { status: 'scheduled' }],
    ['the match is finished and has no score', { score: null }],
    ['score -1 is not a whole number', { score: { home: -1, away: 0 } }],
    ['venue has more than 255 characters', { venue: 'x'.repeat(256) }],
    ['price 1 is not a number above 1', { odds: [price({ price: 1 })] }],
    ['price NaN is not a number above 1', { odds: [price({ price: Number.NaN })] }],
    ['there are no odds of over_under for home', { odds: [price({ market: 'over_under' })] }],
    ['bookmaker has more than 32 characters', { odds: [price({ bookmaker: 'x'.repeat(33) })] }],
    ['B365 has two prices of match_winner for home', { odds: [price(), price({ price: 2 })] }],
  ])('refuse: %s', (reason, change) => {
    expect(() => encodeMatch({ ...match, ...change }, new OddsRows())).toThrow(reason);
  });

  it('hold a ladder of lines, but each line once, in every match anew', () => {
    const text = new OddsRows();
    const ladder = [1.5, 2.5, 3.5].map((line) => price({ market: 'over_under', selection: 'over', line }));
    for (let i = 0; i < 3; i++) expect(text.encode(ladder).rowEnds).toHaveLength(3);
    expect(() => text.encode([...ladder, ladder[1]])).toThrow('two prices');
    expect(() => text.encode([...ladder, ladder[2]])).toThrow('two prices');
    expect(text.encode([price(), price({ closing: true })]).rowEnds).toHaveLength(2);
  });
});

describe('digests', () => {
  it('are the same for the same facts, however written', () => {
    expect(digestOf({ ...match, kickoffAt: '2023-08-12T14:30:00+02:00', key: 'other' })).toBe(digestOf(match));
    expect(digestOf(match).length).toBeLessThanOrEqual(64);
  });

  it('tell which part changed', () => {
    expect(partsChanged({})).toEqual([]);
    expect(partsChanged({ week: 3 })).toEqual(['facts']);
    expect(partsChanged({ away: 'C' })).toEqual(['facts']);
    expect(partsChanged({ odds: [price({ price: 1.51 })] })).toEqual(['odds']);
    expect(partsChanged({ odds: [], referee: null })).toEqual(['facts', 'odds']);
    const line = { side: 'home', period: 'full', goals: 2 } as const;
    const unknown = { corners: null, shots: null, shotsOnTarget: null, yellowCards: null, redCards: null };
    const rest = { fouls: null, offsides: null, saves: null, possession: null, xg: null };
    expect(partsChanged({ statLines: [{ ...line, ...unknown, ...rest }] })).toEqual(['lines']);
  });

  it('count all parts as changed when nothing is known', () => {
    expect([...changedParts(null, digestOf(match))]).toEqual(['facts', 'lines', 'odds']);
  });
});
