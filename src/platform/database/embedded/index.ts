// Owns the application's own PostgreSQL: cluster files, server process, supervision.
// Promises a connection string that stays valid while the server is restarted under it.
// Listens to nothing but the server; whoever opens it closes it.
export { findEmbeddedUrl, openEmbeddedPostgres } from './embedded-postgres.js';
export { EmbeddedPostgresError } from './errors.js';
export type { EmbeddedLog, EmbeddedPostgres, EmbeddedPostgresOptions, ServerSettings } from './types.js';
