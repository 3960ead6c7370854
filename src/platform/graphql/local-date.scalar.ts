import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** A day of the calendar, kept as the text it is written as. */
export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'A day of the calendar, `2024-08-17`; the field that uses it says where.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: parseLocalDate,
  parseValue: parseLocalDate,
  parseLiteral(node) {
    if (node.kind !== Kind.STRING) throw new GraphQLError('LocalDate is written as a string', { nodes: node });
    return parseLocalDate(node.value);
  },
});

/** Throws GraphQLError unless `value` is the text of a day that exists, in the years 1 to 9999. */
export function parseLocalDate(value: unknown): string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    throw new GraphQLError('LocalDate must be a day like 2024-08-17');
  }
  const midnight = new Date(`${value}T00:00:00Z`);
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(value) && value >= '0001';
  if (!exists) throw new GraphQLError(`LocalDate ${value} does not exist`);
  return value;
}
