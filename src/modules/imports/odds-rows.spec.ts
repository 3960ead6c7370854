import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OddsMarket, OddsRecord, OddsSelection } from '#core/season/season-record.js';
import { assignMatch, ODDS_COLUMNS, OddsRows } from './odds-rows.js';

/** Reads rows of COPY's binary format back: column to bytes. */
function decode(bytes: Buffer): Record<string, Buffer | null>[] {
  const rows: Record<string, Buffer | null>[] = [];
  for (let at = 0; at < bytes.length;) {
    expect(bytes.readInt16BE(at)).toBe(7);
    at += 2;
    const row: Record<string, Buffer | null> = {};
    for (const column of ODDS_COLUMNS.split(', ')) {
      const length = bytes.readInt32BE(at);
      row[column] = length < 0 ? null : bytes.subarray(at + 4, at + 4 + length);
      at += 4 + Math.max(length, 0);
    }
    rows.push(row);
  }
  return rows;
}

const quotes: [OddsMarket, OddsSelection, number | null][] = [
  ['match_winner', 'home', null],
  ['match_winner', 'draw', null],
  ['over_under', 'under', 2.5],
  ['asian_handicap', 'away', -0.25],
];
const records = fc.uniqueArray(
  fc.record<OddsRecord>({
    bookmaker: fc.string({ minLength: 1, maxLength: 32 }).filter((text) => !text.includes('\0')),
    market: fc.constant('match_winner'),
    selection: fc.constant('home'),
    line: fc.constant(null),
    price: fc.double({ min: 1.01, max: 1000, noNaN: true }),
    closing: fc.boolean(),
  }),
  { selector: ({ bookmaker, closing }) => `${bookmaker} ${closing}`, maxLength: 40 },
);

describe('encoded odds', () => {
  it('are the binary rows of COPY, match included', () => {
    const encoder = new OddsRows();
    const matches = fc.array(fc.tuple(records, fc.integer({ min: 1, max: 2 ** 31 - 1 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(matches, (given) => {
        const encoded = given.map(([odds]) =>
          encoder.encode(
            odds.map((record, index) => {
              const [market, selection, line] = quotes[index % quotes.length];
              return { ...record, market, selection, line };
            }),
          ),
        );
        given.forEach(([, matchId], nth) => assignMatch(encoded[nth], matchId));
        given.forEach(([odds, matchId], nth) => {
          const rows = decode(encoded[nth].bytes);
          expect(rows).toHaveLength(odds.length);
          rows.forEach((row, index) => {
            const [market, selection, line] = quotes[index % quotes.length];
            expect(row['bookmaker']!.toString()).toBe(odds[index].bookmaker);
            expect([row['market']!.toString(), row['selection']!.toString()]).toEqual([market, selection]);
            expect(row['closing']![0]).toBe(odds[index].closing ? 1 : 0);
            expect(row['line'] && row['line'].readFloatBE()).toBe(line);
            expect(row['price']!.readFloatBE()).toBe(Math.fround(odds[index].price));
            expect(row['match_id']!.readInt32BE()).toBe(matchId);
          });
        });
      }),
      { numRuns: 50 },
    );
  });

  it('are the same bytes before the match is known, whatever was encoded before', () => {
    const encoder = new OddsRows();
    const odds: OddsRecord[] = quotes.map(([market, selection, line]) => ({
      bookmaker: 'B365',
      market,
      selection,
      line,
      price: 1.91,
      closing: true,
    }));
    const first = Buffer.from(encoder.encode(odds).bytes);
    for (let i = 0; i < 3000; i++) assignMatch(encoder.encode(odds), i + 1);
    expect(encoder.encode(odds).bytes).toEqual(first);
    expect(new OddsRows().encode(odds).bytes).toEqual(first);
  });

  it('know no line below zero that is zero', () => {
    const odds: OddsRecord = {
      bookmaker: 'x',
      market: 'asian_handicap',
      selection: 'home',
      line: -0,
      price: 2,
      closing: false,
    };
    const [{ line }] = decode(new OddsRows().encode([odds]).bytes);
    expect(Object.is(line!.readFloatBE(), 0)).toBe(true);
    expect(() => new OddsRows().encode([{ ...odds, line: Number.NaN }])).toThrow('line NaN is not a number');
  });
});
