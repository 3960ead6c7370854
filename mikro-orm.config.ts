// For the ORM's command line only: `npx mikro-orm migration:create` and friends, on the database of DATABASE_URL.
import { ormOptions } from './src/platform/database/orm-options.js';

export default ormOptions({
  url: process.env['DATABASE_URL'] ?? 'postgresql://127.0.0.1/touchline',
  poolSize: 2,
  statementTimeoutMs: 0,
  applicationName: 'touchline orm',
});
