/** Injects the `DatabaseOptions` in use. */
export const DATABASE_OPTIONS = Symbol('DatabaseOptions');
