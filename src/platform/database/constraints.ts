/** A rule of the database that a statement broke. */
export interface BrokenConstraint {
  kind: 'unique' | 'foreign-key' | 'check' | 'not-null';
  /** Its name; of a missing value the column's. */
  name: string;
}

const KINDS: Readonly<Record<string, BrokenConstraint['kind']>> = {
  '23505': 'unique',
  '23503': 'foreign-key',
  '23514': 'check',
  '23502': 'not-null',
};

/** Which constraint an error is about; undefined for any other error. */
export function brokenConstraint(error: unknown): BrokenConstraint | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, constraint, column } = error as { code?: unknown; constraint?: unknown; column?: unknown };
  const kind = KINDS[String(code)];
  return kind && { kind, name: String(constraint ?? column ?? '') };
}

/**
 * Runs work; when it breaks one of the constraints named, throws what that name stands for instead. Errors about other
 * constraints pass.
 */
export async function explaining<T>(
  explanations: Readonly<Record<string, () => Error>>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const explanation = explanations[brokenConstraint(error)?.name ?? ''];
    throw explanation ? explanation() : error;
  }
}
