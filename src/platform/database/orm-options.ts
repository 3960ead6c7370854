import { existsSync } from 'node:fs';
import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, UnderscoreNamingStrategy, type Options } from '@mikro-orm/postgresql';
import { entities } from './entities.js';
import { Migration0001Tables } from './migrations/0001-tables.js';
import { Migration0002Journal } from './migrations/0002-journal.js';
import { Migration0003LiveRows } from './migrations/0003-live-rows.js';
import { Migration0004ProviderResources } from './migrations/0004-provider-resources.js';
import { Migration0008LivePlay } from './migrations/0008-live-play.js';
import { Migration0009MatchKeeping } from './migrations/0009-match-keeping.js';
import { Migration0010PlayClientId } from './migrations/0010-play-client-id.js';
import { Migration0011PersonSearch } from './migrations/0011-person-search.js';
import { Migration0012Surroundings } from './migrations/0012-surroundings.js';
import { Migration0013FinishedLiveRows } from './migrations/0013-finished-live-rows.js';
import { Migration0014SearchAtOnce } from './migrations/0014-search-at-once.js';
import { PoolClient } from './pool-client.js';
import { currentEntityManager } from './request-scope.js';

/** `teamAGameTitle` is `team_a_game_title`: every capital starts a word, which the default strategy does not see. */
class ColumnNaming extends UnderscoreNamingStrategy {
  override propertyToColumnName(property: string): string {
    return property.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
  }

  override joinKeyColumnName(property: string): string {
    return `${this.propertyToColumnName(property)}_id`;
  }
}

export interface DatabaseOptions {
  url: string;
  poolSize: number;
  statementTimeoutMs: number;
  /** Shows in `pg_stat_activity`; starts with `touchline` so that the embedded server knows its own clients. */
  applicationName: string;
}

/** MikroORM options of the product; the application and the ORM's command line share them. */
export function ormOptions({ url, poolSize, statementTimeoutMs, applicationName }: DatabaseOptions): Options {
  const sources = `${import.meta.dirname}/../../../src/platform/database/migrations`;
  return defineConfig({
    clientUrl: url,
    entities,
    namingStrategy: ColumnNaming,
    extensions: [Migrator],
    pool: { min: 0, max: poolSize },
    driverOptions: {
      Client: PoolClient,
      application_name: applicationName,
      statement_timeout: statementTimeoutMs,
    },
    allowGlobalContext: false,
    context: currentEntityManager,
    migrations: {
      tableName: 'migration',
      snapshot: false,
      migrationsList: [
        Migration0001Tables,
        Migration0002Journal,
        Migration0003LiveRows,
        Migration0004ProviderResources,
        Migration0008LivePlay,
        Migration0009MatchKeeping,
        Migration0010PlayClientId,
        Migration0011PersonSearch,
        Migration0012Surroundings,
        Migration0013FinishedLiveRows,
        Migration0014SearchAtOnce,
      ],
      ...(existsSync(sources) ? { pathTs: sources } : {}),
    },
  });
}
