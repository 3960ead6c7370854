/** Text of a file that is UTF-8, with or without a byte order mark, or else Windows-1252 (a superset of Latin-1). */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Physical lines, whatever ends them. */
export function splitLines(text: string): string[] {
  if (!text.includes('\r')) return text.split('\n');
  return text.split(/\r\n|\n|\r/);
}

/** One cell and what ends it: in quotation marks, doubled inside, or bare. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",][^,]*|))(,|$)/y;

/**
 * Cells of one physical line (RFC 4180); null when a quotation mark is left open or text follows a closing one.
 *
 * A general CSV parser is not used for two reasons. The published files hold no quotation mark, and `split` reads all
 * of them several times faster than such a parser. And no field of this source spans lines, so reading by physical line
 * numbers rows exactly and keeps a stray mark from swallowing the rest of the file.
 */
export function splitCells(line: string): string[] | null {
  if (!line.includes('"')) return line.split(',');
  const cells: string[] = [];
  CELL.lastIndex = 0;
  for (;;) {
    const cell = CELL.exec(line);
    if (!cell) return null;
    cells.push(cell[1] === undefined ? cell[2] : cell[1].replaceAll('""', '"'));
    if (cell[3] === '') return cells;
  }
}

/** True when a line holds nothing but separators. */
export function isBlankLine(line: string): boolean {
  return /^[\s,"]*$/.test(line);
}

/** A name without surrounding and repeated white space (no-break spaces included), in one Unicode form. */
export function cleanName(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
