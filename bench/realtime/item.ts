/** The row of a match as stored. `attendance` counts the events, `version` the changes. */
export type MatchRow = Readonly<Record<string, unknown>>;

/** An item of the feed, as all servers send it. */
export interface Item {
  readonly cursor: string;
  readonly matchId: number;
  readonly version: number;
  readonly at: string;
  readonly topic: string;
  readonly op: string;
  readonly entity: string;
  readonly entityId: number;
  readonly data: MatchRow;
}

export const SUBSCRIPTION = `subscription ($id: ID!) {
  matchFeed(matchId: $id) { cursor matchId version at topic op entity entityId data }
}`;

/** The item that tells of event `n`; of the same size as Touchline's own. */
export function itemOf(row: MatchRow, n: number): Item {
  const matchId = Number(row['id']);
  return {
    cursor: `0123abcd:${matchId}:${n}`,
    matchId,
    version: n,
    at: `${new Date().toISOString().slice(0, -1)}000Z`,
    topic: 'DATA',
    op: 'UPDATE',
    entity: 'match',
    entityId: matchId,
    data: { ...row, attendance: n, version: n },
  };
}

const COUNTS = new Set(['attendance', 'version']);

/** The number of the event a row tells of; undefined when the row is not the expected one. */
export function eventOf(row: MatchRow, expected: MatchRow): number | undefined {
  for (const key in expected) if (row[key] !== expected[key] && !COUNTS.has(key)) return undefined;
  const n = row['attendance'];
  return typeof n === 'number' && typeof row['version'] === 'number' ? n : undefined;
}
