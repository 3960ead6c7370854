/** A column of text is aligned left, one of numbers right. */
export interface Column {
  title: string;
  align: 'left' | 'right';
}

/** Lines of a table for a terminal: title, rule, rows. Every row has one cell per column. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ title }, i) => Math.max(title.length, ...rows.map((row) => row[i].length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (columns[i].align === 'left' ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join('  ')
      .trimEnd();
  const titles = line(columns.map(({ title }) => title));
  return [titles, '-'.repeat(titles.length), ...rows.map(line)].map((each) => `${each}\n`).join('');
}

/** Columns by their titles; one that ends in `>` is aligned right. */
export function columnsOf(...titles: string[]): Column[] {
  return titles.map((title) =>
    title.endsWith('>') ? { title: title.slice(0, -1), align: 'right' } : { title, align: 'left' },
  );
}

/** A score with four digits, a dash where there is none; the sign of a difference is always shown when asked for. */
export function score(value: number | null, signed = false): string {
  if (value === null || Number.isNaN(value)) return '-';
  return `${signed && value >= 0 ? '+' : ''}${value.toFixed(4)}`;
}

export function count(value: number): string {
  return value.toLocaleString('en');
}
