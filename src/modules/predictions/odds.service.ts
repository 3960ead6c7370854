import { Injectable } from '@nestjs/common';
import { checkTexts } from '#core/kernel/texts.js';
import { OddsRepository } from './odds.repository.js';
import type { OddsFilter, OddsRow } from './odds.row.js';

@Injectable()
export class OddsService {
  constructor(private readonly odds: OddsRepository) {}

  /**
   * Odds by the id of their match, ordered by bookmaker, market, line and selection, each from the earliest seen. Throws
   * Invalid for a bookmaker whose name no database can hold.
   */
  async listByMatches(matchIds: readonly number[], filter: OddsFilter = {}): Promise<Map<number, OddsRow[]>> {
    checkTexts(filter);
    return Map.groupBy(await this.odds.listByMatches(matchIds, filter), ({ matchId }) => matchId);
  }
}
