import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Page } from '#core/kernel/page.js';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import { Conditions } from '#platform/database/conditions.js';
import { readListing } from '#platform/database/listing.js';
import { substringPattern } from '#platform/database/substring-pattern.js';
import type { RoleOrder, RolePosition, RoleRow } from './role.row.js';

const USER_COUNT = '(select count(*)::int from user_role ur where ur.role_id = r.id)';
const COLUMNS = `r.id, r.name, r.description, ${USER_COUNT} as "userCount"`;

const ORDER: Readonly<Record<RoleOrder, string>> = {
  id: 'r.id',
  name: 'r.name collate "en-US-x-icu"',
  description: 'r.description collate "en-US-x-icu"',
  userCount: '"userCount"',
};

@Injectable()
export class RolesRepository {
  constructor(private readonly em: EntityManager) {}

  async list(search: string | undefined, range: SortedRange<RoleOrder>): Promise<Listing<RoleRow>> {
    const direction = range.ascending ? 'asc' : 'desc';
    const order = [...new Set<RoleOrder>([...range.orderBy, 'id'])].map((field) => `${ORDER[field]} ${direction}`);
    const where = new Conditions().when(substringPattern(search, 'search'), `r.name collate "en-US-x-icu" ilike ?`);
    return readListing(this.em, { columns: COLUMNS, from: 'role r', where, order: order.join(', ') }, range);
  }

  /** Up to one row more than the page, in the order of reading: by name forwards, or backwards. */
  async page({ limit, direction, from }: Page<RolePosition>): Promise<RoleRow[]> {
    const [beyond, order] = direction === 'forward' ? ['>', 'asc'] : ['<', 'desc'];
    return this.em.execute<RoleRow[]>(
      `select ${COLUMNS} from role r ${from ? `where (r.name, r.id) ${beyond} (?, ?)` : ''}
       order by r.name ${order}, r.id ${order} limit ?`,
      [...(from ? [from.name, from.id] : []), limit + 1],
    );
  }

  async count(): Promise<number> {
    return (await this.em.execute<{ count: number }[]>('select count(*)::int as count from role'))[0].count;
  }

  async find(id: number): Promise<RoleRow | undefined> {
    return (await this.em.execute<RoleRow[]>(`select ${COLUMNS} from role r where r.id = ?`, [id])).at(0);
  }

  async insert(name: string, description: string | null): Promise<RoleRow> {
    const rows = await this.em.execute<RoleRow[]>(
      `insert into role (name, description) values (?, ?) returning id, name, description, 0 as "userCount"`,
      [name, description],
    );
    return rows[0];
  }

  /** Undefined when there is no such role. */
  async setDescription(id: number, description: string | null): Promise<RoleRow | undefined> {
    const rows = await this.em.execute<RoleRow[]>(
      `update role r set description = ? where r.id = ? returning ${COLUMNS}`,
      [description, id],
    );
    return rows.at(0);
  }

  /** Whether there was such a role that nobody had; in one statement, so that nobody is given it in between. */
  async deleteUnused(id: number): Promise<boolean> {
    const rows = await this.em.execute<object[]>(
      'delete from role r where r.id = ? and not exists (select from user_role ur where ur.role_id = r.id) returning id',
      [id],
    );
    return rows.length > 0;
  }
}
