import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Table } from '#platform/database/table.js';
import type { EntryRow, EntryValues } from './entry.row.js';

const ENTRY = new Table<EntryRow>('team_tournament', { id: 'id', tournamentId: 'tournament_id', teamId: 'team_id' });

@Injectable()
export class EntriesRepository {
  constructor(private readonly em: EntityManager) {}

  /** In the order of entry. */
  async list(): Promise<EntryRow[]> {
    return this.#read('true order by e.id', []);
  }

  async find(id: number): Promise<EntryRow | undefined> {
    return (await this.#read('e.id = ?', [id])).at(0);
  }

  async findPair(teamId: number, tournamentId: number): Promise<EntryRow | undefined> {
    return (await this.#read('e.team_id = ? and e.tournament_id = ?', [teamId, tournamentId])).at(0);
  }

  async insert(values: EntryValues): Promise<EntryRow> {
    const { sql, params } = ENTRY.insert(values);
    return (await this.em.execute<EntryRow[]>(sql, params))[0];
  }

  /** Does nothing when the team is entered already. */
  async ensure({ teamId, tournamentId }: EntryValues): Promise<void> {
    await this.em.execute('insert into team_tournament (team_id, tournament_id) values (?, ?) on conflict do nothing', [
      teamId,
      tournamentId,
    ]);
  }

  async update(id: number, values: Partial<EntryValues>): Promise<EntryRow | undefined> {
    const { sql, params } = ENTRY.update(id, values);
    return (await this.em.execute<EntryRow[]>(sql, params)).at(0);
  }

  async delete(id: number): Promise<boolean> {
    return this.#delete('id = ?', [id]);
  }

  async deletePair(teamId: number, tournamentId: number): Promise<boolean> {
    return this.#delete('team_id = ? and tournament_id = ?', [teamId, tournamentId]);
  }

  async #read(condition: string, params: unknown[]): Promise<EntryRow[]> {
    return this.em.execute<EntryRow[]>(`select ${ENTRY.select('e')} from team_tournament e where ${condition}`, params);
  }

  async #delete(condition: string, params: unknown[]): Promise<boolean> {
    const sql = `delete from team_tournament where ${condition} returning id`;
    return (await this.em.execute<object[]>(sql, params)).length > 0;
  }
}
