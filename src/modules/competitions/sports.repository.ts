import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import { Conditions } from '#platform/database/conditions.js';
import { readListing } from '#platform/database/listing.js';
import { substringPattern } from '#platform/database/substring-pattern.js';
import { Table } from '#platform/database/table.js';
import { SPORT_KINDS, type SportOrder, type SportRow, type SportValues } from './sport.row.js';

/** Kinds the domain knows nothing about count as `other`. */
export const sportKindSql = (sport: string): string =>
  `case when ${sport}.kind in ('soccer', 'american-football') then ${sport}.kind else 'other' end`;

export const sportRow = (sport: string): string =>
  `jsonb_build_object('id', ${sport}.id, 'title', ${sport}.title, 'kind', ${sportKindSql(sport)},
                      'description', ${sport}.description, 'scoreboardPresetId', ${sport}.scoreboard_preset_id)`;

const SPORT = new Table<SportRow>('sport', {
  id: 'id',
  title: 'title',
  kind: 'kind',
  description: 'description',
  scoreboardPresetId: 'scoreboard_preset_id',
});

const known = (sport: SportRow): SportRow => (SPORT_KINDS.includes(sport.kind) ? sport : { ...sport, kind: 'other' });

@Injectable()
export class SportsRepository {
  constructor(private readonly em: EntityManager) {}

  /** In alphabetical order. */
  async list(): Promise<SportRow[]> {
    return this.#read('true order by s.title, s.id');
  }

  async page(search: string | undefined, range: SortedRange<SportOrder>): Promise<Listing<SportRow>> {
    const listing = await readListing<SportRow>(
      this.em,
      {
        columns: SPORT.select('s'),
        from: 'sport s',
        where: new Conditions().when(substringPattern(search, 'search'), 's.title ilike ?'),
        order: SPORT.order(range.orderBy.length > 0 ? range.orderBy : ['title'], range.ascending, 's'),
      },
      range,
    );
    return { ...listing, items: listing.items.map(known) };
  }

  async findByIds(ids: readonly number[]): Promise<SportRow[]> {
    return this.#read('s.id = any(array[?]::int[])', [ids]);
  }

  /** In alphabetical order. */
  async listByPreset(presetId: number): Promise<SportRow[]> {
    return this.#read('s.scoreboard_preset_id = ? order by s.title, s.id', [presetId]);
  }

  async insert(values: Partial<SportValues>): Promise<SportRow> {
    const { sql, params } = SPORT.insert(values);
    return known((await this.em.execute<SportRow[]>(sql, params))[0]);
  }

  async update(id: number, values: Partial<SportValues>): Promise<SportRow | undefined> {
    const { sql, params } = SPORT.update(id, values);
    return (await this.em.execute<SportRow[]>(sql, params)).map(known).at(0);
  }

  /** Its matches go before its teams do: their plays name these. */
  async delete(id: number): Promise<boolean> {
    const deleted = await this.em.execute<object[]>(
      `with team_of as (select id from team where sport_id = ?), own as (
         delete from match
         where tournament_id in (select id from tournament where sport_id = ?)
            or team_a_id in (select id from team_of) or team_b_id in (select id from team_of)
         returning id
       )
       delete from sport where id = ? and (select count(*) from own) >= 0 returning id`,
      [id, id, id],
    );
    return deleted.length > 0;
  }

  async #read(condition: string, params: unknown[] = []): Promise<SportRow[]> {
    const rows = await this.em.execute<SportRow[]>(
      `select ${SPORT.select('s')} from sport s where ${condition}`,
      params,
    );
    return rows.map(known);
  }
}
