import type { Config } from '#platform/config/index.js';
import { type EmbeddedLog, openEmbeddedPostgres } from './embedded/index.js';
import { migrate } from './migrate.js';

export interface OpenDatabase {
  url: string;
  /** Stops the embedded server, unless another process still uses it; leaves an external one alone. */
  close(): Promise<void>;
}

/**
 * The database of `DATABASE_URL`, or else the embedded server, at the newest schema.
 * @throws EmbeddedPostgresError when the embedded server cannot be started; a pg error when the external one refuses.
 */
export async function openDatabase(
  config: Config,
  log: EmbeddedLog,
  onFailure?: (error: Error) => void,
): Promise<OpenDatabase> {
  const database: OpenDatabase = config.database.url
    ? { url: config.database.url, close: () => Promise.resolve() }
    : await openEmbeddedPostgres({ dataDir: config.dataDir, log, ...(onFailure && { onFailure }) });
  try {
    const applied = await migrate(database.url);
    if (applied.length > 0) log.info(`applied ${applied.length} migrations`);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
