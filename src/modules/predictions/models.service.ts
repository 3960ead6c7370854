import { Injectable } from '@nestjs/common';
import { ModelsRepository } from './models.repository.js';
import type { ModelVersionRow } from './prediction.row.js';

/** Reads which models were trained, and how well they did. */
@Injectable()
export class ModelsService {
  constructor(private readonly models: ModelsRepository) {}

  /** Model versions of a tournament, or of all, the latest first. */
  async list(tournamentId: number | undefined, limit: number): Promise<ModelVersionRow[]> {
    return this.models.list(tournamentId, limit);
  }

  /** Model versions by the number of their row; unknown numbers have no entry. */
  async findByIds(rowIds: readonly number[]): Promise<Map<number, ModelVersionRow>> {
    return new Map((await this.models.findByIds(rowIds)).map((row) => [row.rowId, row]));
  }

  /** The latest model version of each tournament that has one, by the tournament's id. */
  async latestOfTournaments(tournamentIds: readonly number[]): Promise<Map<number, ModelVersionRow>> {
    const rows = await this.models.latestOfTournaments(tournamentIds);
    return new Map(rows.map((row) => [row.tournamentId ?? 0, row]));
  }
}
