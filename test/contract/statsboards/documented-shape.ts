const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : value instanceof Date ? 'date' : typeof value;

/**
 * Where an answer is not of the form of a documented example: keys that are missing, values of another type. A list is
 * compared item by item with the example's first. Keys named in `nullable` may be null although the example has a value;
 * where the example has null anything goes. Further keys are welcome.
 */
export function departures(actual: unknown, example: unknown, nullable: readonly string[] = [], at = '$'): string[] {
  if (example === null) return [];
  if (actual === null && nullable.includes(at.split('.').at(-1)?.replace(/\[.*/, '') ?? '')) return [];
  if (kindOf(actual) !== kindOf(example)) return [`${at} is ${kindOf(actual)}, not ${kindOf(example)}`];
  if (Array.isArray(example) && Array.isArray(actual)) {
    if (example.length === 0) return [];
    return actual.flatMap((item, index) => departures(item, example[0], nullable, `${at}[${index}]`));
  }
  if (kindOf(example) !== 'object') return [];
  const given = actual as Record<string, unknown>;
  return Object.entries(example as object).flatMap(([key, value]) =>
    key in given ? departures(given[key], value, nullable, `${at}.${key}`) : [`${at}.${key} is missing`],
  );
}
