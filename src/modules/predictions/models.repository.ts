import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Conditions } from '#platform/database/conditions.js';
import type { ModelVersionRow } from './prediction.row.js';

const utc = (moment: string): string => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const COLUMNS = `v.id as "rowId", v.model_id as id, v.version, v.tournament_id as "tournamentId", v.options,
  ${utc('v.trained_from')} as "trainedFrom", ${utc('v.trained_to')} as "trainedTo", v.trained_on as "trainedOn",
  v.evaluation, ${utc('v.created_at')} as "createdAt"`;

@Injectable()
export class ModelsRepository {
  constructor(private readonly em: EntityManager) {}

  /** The latest first. */
  async list(tournamentId: number | undefined, limit: number): Promise<ModelVersionRow[]> {
    const where = new Conditions().when(tournamentId, 'v.tournament_id = ?');
    return this.em.execute<ModelVersionRow[]>(
      `select ${COLUMNS} from model_version v where ${where.sql} order by v.id desc limit ?`,
      [...where.params, limit],
    );
  }

  async findByIds(rowIds: readonly number[]): Promise<ModelVersionRow[]> {
    if (rowIds.length === 0) return [];
    return this.em.execute<ModelVersionRow[]>(
      `select ${COLUMNS} from model_version v where v.id = any(array[?]::int[])`,
      [rowIds],
    );
  }

  /** The latest of each tournament. */
  async latestOfTournaments(tournamentIds: readonly number[]): Promise<ModelVersionRow[]> {
    if (tournamentIds.length === 0) return [];
    return this.em.execute<ModelVersionRow[]>(
      `select distinct on (v.tournament_id) ${COLUMNS} from model_version v
       where v.tournament_id = any(array[?]::int[]) order by v.tournament_id, v.id desc`,
      [tournamentIds],
    );
  }
}
