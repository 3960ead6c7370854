import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Statement } from '#platform/database/table.js';
import { ENTRY } from './people-sql.repository.js';
import type { ListedEntry, RosterEntryRow, RosterEntryValues } from './roster-entry.row.js';

const ENTRIES = `select ${ENTRY.select('e')} from player_team_tournament e`;

const LISTED = `
  select ${ENTRY.select('e')}, t.title as "teamTitle", po.title as "positionTitle", c.title as "tournamentTitle",
         s.id as "seasonId", s.year as "seasonYear"
  from player_team_tournament e
  left join team t on t.id = e.team_id
  left join position po on po.id = e.position_id
  left join tournament c on c.id = e.tournament_id
  left join season s on s.id = c.season_id`;

@Injectable()
export class RostersRepository {
  constructor(private readonly em: EntityManager) {}

  /** Runs the work in one transaction; what repositories do inside joins it. */
  transactional<T>(work: () => Promise<T>): Promise<T> {
    return this.em.transactional(work);
  }

  async findByIds(ids: readonly number[]): Promise<RosterEntryRow[]> {
    return this.em.execute<RosterEntryRow[]>(`${ENTRIES} where e.id = any(array[?]::int[])`, [ids]);
  }

  async findByEeslId(eeslId: number): Promise<RosterEntryRow | undefined> {
    const sql = `${ENTRIES} where e.player_team_tournament_eesl_id = ?`;
    return (await this.em.execute<RosterEntryRow[]>(sql, [eeslId])).at(0);
  }

  async findOf(playerId: number, tournamentId: number): Promise<RosterEntryRow | undefined> {
    const sql = `${ENTRIES} where e.player_id = ? and e.tournament_id = ?`;
    return (await this.em.execute<RosterEntryRow[]>(sql, [playerId, tournamentId])).at(0);
  }

  /** By id. */
  async list(): Promise<RosterEntryRow[]> {
    return this.em.execute<RosterEntryRow[]>(`${ENTRIES} order by e.id`);
  }

  /** All entries of these players, the latest season first, then by tournament and id. */
  async listByPlayers(playerIds: readonly number[]): Promise<ListedEntry[]> {
    return this.em.execute<ListedEntry[]>(
      `${LISTED} where e.player_id = any(array[?]::int[]) order by s.year desc nulls last, c.title, e.id`,
      [playerIds],
    );
  }

  /** Entries of these players for one tournament. */
  async listIn(tournamentId: number, playerIds: readonly number[]): Promise<ListedEntry[]> {
    return this.em.execute<ListedEntry[]>(
      `${LISTED} where e.player_id = any(array[?]::int[]) and e.tournament_id = ? order by e.id`,
      [playerIds, tournamentId],
    );
  }

  /** The sports of a player, a team and a tournament: null for none, undefined for what does not exist. */
  async sportsOf(
    playerId: number,
    teamId: number | null,
    tournamentId: number,
  ): Promise<Record<'player' | 'team' | 'tournament', number | null | undefined>> {
    const rows = await this.em.execute<{ what: 'player' | 'team' | 'tournament'; sportId: number | null }[]>(
      `select 'player' as what, sport_id as "sportId" from player where id = ?
       union all select 'team', sport_id from team where id = ?
       union all select 'tournament', sport_id from tournament where id = ?`,
      [playerId, teamId, tournamentId],
    );
    const sportOf = (what: string): number | null | undefined => rows.find((row) => row.what === what)?.sportId;
    return { player: sportOf('player'), team: sportOf('team'), tournament: sportOf('tournament') };
  }

  async insert(values: Partial<RosterEntryValues>): Promise<RosterEntryRow> {
    return this.#row(ENTRY.insert(values)) as Promise<RosterEntryRow>;
  }

  /** Changes the player's entry for this tournament instead when there is one. */
  async upsert(values: Partial<RosterEntryValues>): Promise<RosterEntryRow> {
    return this.#row(ENTRY.upsert(['playerId', 'tournamentId'], values)) as Promise<RosterEntryRow>;
  }

  async update(id: number, values: Partial<RosterEntryValues>): Promise<RosterEntryRow | undefined> {
    return this.#row(ENTRY.update(id, values));
  }

  async delete(id: number): Promise<boolean> {
    const sql = 'delete from player_team_tournament where id = ? returning id';
    return (await this.em.execute<object[]>(sql, [id])).length > 0;
  }

  async #row({ sql, params }: Statement): Promise<RosterEntryRow | undefined> {
    return (await this.em.execute<RosterEntryRow[]>(sql, params)).at(0);
  }
}
