import type { OddsMarket, OddsRecord, OddsSelection } from '#core/season/season-record.js';
import { RefusedFact, textField } from './copy-text.js';

/** Columns of an encoded row, in order. The last one is left open and filled in when the id is known. */
export const ODDS_COLUMNS = 'bookmaker, market, selection, closing, line, price, match_id';

/** What can be priced, and where a bookmaker's quotes stand: the earlier price at the number, the closing one after it. */
const PLACES: Readonly<Record<OddsMarket, Partial<Record<OddsSelection, number>>>> = {
  match_winner: { home: 0, draw: 2, away: 4 },
  over_under: { over: 6, under: 8 },
  asian_handicap: { home: 10, away: 12 },
};
const MAX_PRICE = 1e6;
const MAX_LINE = 1e4;

const FIELDS = 7;
/** Enough for any row: a bookmaker of 32 characters takes at most 128 bytes. */
const MAX_ROW = 256;
const CHUNK = 1 << 20;

/** The odds of one match as rows of COPY's binary format. */
export interface EncodedOdds {
  bytes: Buffer;
  /** Where each row ends in `bytes`. */
  rowEnds: readonly number[];
}

/** One bookmaker's price of one selection, early or closing. It remembers the lines it was seen with in one match. */
interface Quote {
  /** Encoded row up to the line. */
  head: Buffer;
  seenIn: number;
  line: number | null;
  /** Some bookmakers price a ladder of lines. */
  moreLines: Set<number | null> | null;
}

/**
 * Encodes odds for COPY. They are nine tenths of all rows of an import, hence the binary format (documented with the COPY
 * command: count of fields, then length and bytes of each, all big-endian; length -1 is null) and a constant part that is
 * made once for each bookmaker and selection.
 */
export class OddsRows {
  readonly #bookmakers = new Map<string, readonly Quote[]>();
  #chunk = Buffer.allocUnsafe(CHUNK);
  #used = 0;
  #match = 0;

  /** @throws RefusedFact when a price is no decimal odds, or when one quote has two prices. */
  encode(odds: readonly OddsRecord[]): EncodedOdds {
    this.#match++;
    const room = odds.length * MAX_ROW;
    if (this.#chunk.length - this.#used < room) {
      // Matches encoded earlier keep the chunk they are in.
      this.#chunk = Buffer.allocUnsafe(Math.max(CHUNK, room));
      this.#used = 0;
    }
    const chunk = this.#chunk;
    const start = this.#used;
    const rowEnds: number[] = [];
    let at = start;
    for (const { bookmaker, market, selection, line, price, closing } of odds) {
      const quote = this.#quote(bookmaker, market, selection, closing);
      if (!this.#isFirst(quote, line)) {
        throw new RefusedFact(`${bookmaker} has two prices of ${market} for ${selection}`);
      }
      if (!(price > 1 && price <= MAX_PRICE)) throw new RefusedFact(`price ${price} is not a number above 1`);
      chunk.set(quote.head, at);
      at = writeLine(chunk, at + quote.head.length, line);
      at = chunk.writeInt32BE(4, at);
      at = chunk.writeFloatBE(price, at);
      at = chunk.writeInt32BE(4, at);
      at = chunk.writeInt32BE(0, at);
      rowEnds.push(at - start);
    }
    this.#used = at;
    return { bytes: chunk.subarray(start, at), rowEnds };
  }

  #quote(bookmaker: string, market: OddsMarket, selection: OddsSelection, closing: boolean): Quote {
    const place = PLACES[market]?.[selection];
    if (place === undefined) throw new RefusedFact(`there are no odds of ${market} for ${selection}`);
    const quotes = this.#bookmakers.get(bookmaker) ?? this.#addBookmaker(bookmaker);
    return quotes[closing ? place + 1 : place];
  }

  #addBookmaker(bookmaker: string): readonly Quote[] {
    // Checks the name; binary fields need no escapes.
    textField('bookmaker', bookmaker, 32);
    const quotes: Quote[] = [];
    for (const [market, places] of Object.entries(PLACES)) {
      for (const [selection, place] of Object.entries(places)) {
        for (const closing of [false, true]) {
          const head = encodeHead(bookmaker, market, selection, closing);
          quotes[closing ? place + 1 : place] = { head, seenIn: 0, line: null, moreLines: null };
        }
      }
    }
    this.#bookmakers.set(bookmaker, quotes);
    return quotes;
  }

  #isFirst(quote: Quote, line: number | null): boolean {
    if (quote.seenIn !== this.#match) {
      quote.seenIn = this.#match;
      quote.line = line;
      quote.moreLines = null;
      return true;
    }
    if (quote.line === line || quote.moreLines?.has(line)) return false;
    quote.moreLines = (quote.moreLines ?? new Set()).add(line);
    return true;
  }
}

/** Fills in the match of all rows. */
export function assignMatch({ bytes, rowEnds }: EncodedOdds, matchId: number): void {
  for (const end of rowEnds) bytes.writeInt32BE(matchId, end - 4);
}

function encodeHead(bookmaker: string, market: string, selection: string, closing: boolean): Buffer {
  const parts = [Buffer.alloc(2)];
  parts[0].writeInt16BE(FIELDS);
  for (const value of [
    ...[bookmaker, market, selection].map((text) => Buffer.from(text)),
    Buffer.of(closing ? 1 : 0),
  ]) {
    const length = Buffer.alloc(4);
    length.writeInt32BE(value.length);
    parts.push(length, value);
  }
  return Buffer.concat(parts);
}

function writeLine(chunk: Buffer, at: number, line: number | null): number {
  if (line === null) return chunk.writeInt32BE(-1, at);
  if (!(Math.abs(line) <= MAX_LINE)) throw new RefusedFact(`line ${line} is not a number up to ${MAX_LINE}`);
  // Adding zero turns -0 into 0.
  return chunk.writeFloatBE(line + 0, chunk.writeInt32BE(4, at));
}
