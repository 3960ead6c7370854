import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Conditions } from '#platform/database/conditions.js';
import type { OddsFilter, OddsRow } from './odds.row.js';

@Injectable()
export class OddsRepository {
  constructor(private readonly em: EntityManager) {}

  async listByMatches(matchIds: readonly number[], { bookmaker, market, closing }: OddsFilter): Promise<OddsRow[]> {
    const where = new Conditions()
      .when(matchIds, 'o.match_id = any(array[?]::int[])')
      .when(bookmaker, 'o.bookmaker = ?')
      .when(market, 'o.market = ?')
      .when(closing, 'o.closing = ?');
    return this.em.execute<OddsRow[]>(
      `select o.id::float8 as id, o.match_id as "matchId", o.bookmaker, o.market, o.selection, o.line, o.price, o.closing,
              to_char(o.observed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "observedAt"
       from odds o where ${where.sql}
       order by o.match_id, o.bookmaker, o.market, o.line, o.selection, o.observed_at, o.id`,
      where.params,
    );
  }
}
