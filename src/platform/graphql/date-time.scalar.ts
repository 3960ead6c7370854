import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|[+-](\d{2}):(\d{2}))$/i;
/** PostgreSQL has no year 0, and five-digit years are not RFC 3339. */
const FIRST = Date.parse('0001-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** The scalar of @nestjs/graphql takes any text and makes an invalid date of it; this one takes RFC 3339 only. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description:
    'A moment, as RFC 3339 date and time. Output is always UTC with milliseconds: `2024-08-17T14:00:00.000Z`. ' +
    'Input needs an offset or `Z`: `2024-08-17T16:00:00+02:00`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize(value) {
    const date = value instanceof Date ? value : new Date(String(value));
    if (Number.isNaN(date.getTime())) throw new Error(`${String(value)} is not a moment`);
    return date.toISOString();
  },
  parseValue: parseDateTime,
  parseLiteral(node) {
    if (node.kind !== Kind.STRING) throw new GraphQLError('DateTime is written as a string', { nodes: node });
    return parseDateTime(node.value);
  },
});

/** Throws GraphQLError unless `value` is an RFC 3339 date and time that exists. Leap seconds are not accepted. */
export function parseDateTime(value: unknown): Date {
  const match = typeof value === 'string' ? RFC_3339.exec(value) : null;
  if (!match) {
    throw new GraphQLError('DateTime must be an RFC 3339 date and time with an offset, like 2024-08-17T14:00:00Z');
  }
  const [year, month, day, hour, minute, second, offsetHour = 0, offsetMinute = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const date = new Date(match[0].toUpperCase());
  const exists =
    day <= daysIn(year, month) && hour < 24 && minute < 60 && second < 60 && offsetHour < 24 && offsetMinute < 60;
  if (!exists || !(date.getTime() >= FIRST && date.getTime() <= LAST)) {
    throw new GraphQLError(`DateTime ${match[0]} does not exist`);
  }
  return date;
}

/** 0 for a month there is none of. */
function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
