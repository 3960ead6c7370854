import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { GameRecord } from '#core/season/game-record.js';
import { seasonIds } from './external-ids.js';
import { GameLoaderRepository } from './game-loader.repository.js';

export interface GameReport {
  newGames: number;
  changedGames: number;
  unchangedGames: number;
  newPlayers: number;
  plays: number;
}

export const emptyGameReport = (): GameReport => ({
  newGames: 0,
  changedGames: 0,
  unchangedGames: 0,
  newPlayers: 0,
  plays: 0,
});

/** Stores players and plays of games whose matches are stored already. */
@Injectable()
export class GameLoader {
  constructor(private readonly games: GameLoaderRepository) {}

  /**
   * Stores a game in one transaction, unless exactly this is stored already. A game that has changed gets its plays
   * anew. Adds to the report what was done.
   * @throws Error when the match of the game is not stored.
   */
  async store(game: GameRecord, report: GameReport): Promise<void> {
    const ids = seasonIds(game.season);
    const { source } = game.season;
    const key = ids.match(game.key);
    const digest = createHash('sha256')
      .update(JSON.stringify([game.fieldLength, game.players, game.plays]))
      .digest('hex');
    const stored = await this.games.digest(source, key);
    if (stored === digest) {
      report.unchangedGames++;
      return;
    }
    report.newPlayers += await this.games.store(source, key, digest, game);
    report.plays += game.plays.length;
    if (stored === undefined) report.newGames++;
    else report.changedGames++;
  }
}
