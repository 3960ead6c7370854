/** `YYYY-MM-DDTHH:mm:ss.ssssss`, UTC without a zone: where the document shows moments so. */
export const withoutZone = (moment: Date): string => `${moment.toISOString().slice(0, -1)}000`;

/** `2024-01-15T10:30:00.123Z`: everywhere else. */
export const rfc3339 = (moment: Date): string => moment.toISOString();

const ISO = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;
const FIRST = Date.parse('0001-01-01T00:00:00Z');

/** Reads a date or a moment as clients write them; without a zone it is UTC. Undefined when there is no such moment. */
export function parseMoment(text: string): Date | undefined {
  if (!ISO.test(text)) return undefined;
  const hasZone = text.length > 10 && /(?:Z|[+-]\d\d:?\d\d)$/.test(text.slice(10));
  const written = text.length === 10 ? `${text}T00:00:00Z` : `${text.replace(' ', 'T')}${hasZone ? '' : 'Z'}`;
  const moment = new Date(written);
  if (Number.isNaN(moment.getTime()) || moment.getTime() < FIRST) return undefined;
  // The day must exist: JavaScript takes 31 February for 3 March.
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return day.toISOString().startsWith(text.slice(0, 10)) ? moment : undefined;
}
