import { Injectable } from '@nestjs/common';
import { type ChainVerdict, verifyLinks } from './prediction-chain.js';
import type { PredictionRow } from './prediction.row.js';
import { PredictionsRepository } from './predictions.repository.js';

/** Reads what was predicted. */
@Injectable()
export class PredictionsService {
  constructor(private readonly predictions: PredictionsRepository) {}

  /**
   * The newest prediction of each match, by the id of the match. Nothing a model said after kickoff is considered; a match
   * without a prediction has no entry. One statement for any number of matches.
   */
  async latestForMatches(matchIds: readonly number[]): Promise<Map<number, PredictionRow>> {
    const rows = await this.predictions.latestForMatches(matchIds);
    return new Map(rows.map((row) => [row.matchId, row]));
  }

  /**
   * Whether the predictions of a match are what was stored, and in the order it was stored. A match without predictions
   * has an intact chain of length 0.
   */
  async verifyChain(matchId: number): Promise<ChainVerdict> {
    return verifyLinks(await this.predictions.listLinks(matchId));
  }
}
