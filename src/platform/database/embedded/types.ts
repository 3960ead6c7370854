/** Where progress and trouble are reported; a pino logger fits. */
export interface EmbeddedLog {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Server parameters by their PostgreSQL names, e.g. `{ fsync: 'off' }`. */
export type ServerSettings = Readonly<Record<string, string>>;

export interface EmbeddedPostgresOptions {
  /** The application's data folder; the cluster lives in `postgres/` below it, the server log in `postgres.log`. */
  readonly dataDir: string;
  readonly log: EmbeddedLog;
  /** Overrides of the default server parameters. A server that is already running keeps its own. */
  readonly settings?: ServerSettings;
  /** Called when a new server process took over; every earlier connection is dead. */
  readonly onRestart?: () => void;
  /** Called once when the server died so often that it is no longer restarted. */
  readonly onFailure?: (error: Error) => void;
  /** Folders to fall back to when the server's account may not enter `dataDir`. */
  readonly refuges?: readonly string[];
}

export interface EmbeddedPostgres {
  /** Connection string with the password; database `touchline`. Stays valid across restarts of the server. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** True when the server was already running, left by a killed process or shared with a living one. */
  readonly reused: boolean;
  /** Stops the server, unless another process still uses it. Close connection pools first. Idempotent. */
  close(): Promise<void>;
}
