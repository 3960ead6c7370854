import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import type { Page } from '#core/kernel/page.js';
import type { Principal } from '#platform/auth/principal.js';
import { Conditions } from '#platform/database/conditions.js';
import { readListing } from '#platform/database/listing.js';
import { prepared } from '#platform/database/prepared.js';
import { substringPattern } from '#platform/database/substring-pattern.js';
import type { UserChanges, UserFilter, UserOrder, UserPosition, UserRow } from './user.row.js';

/** Moments as milliseconds. */
type StoredUser = Omit<UserRow, 'created' | 'lastOnline'> & { created: number; lastOnline: number | null };

const milliseconds = (moment: string): string => `(extract(epoch from ${moment}) * 1000)::float8`;

const ROLES = `array(select r.name::text from user_role ur join role r on r.id = ur.role_id
                     where ur.user_id = u.id order by r.id)`;
const COLUMNS = `u.id, u.username, u.email, u.is_active as "isActive", u.person_id as "personId", ${ROLES} as roles,
  ${milliseconds('u.created')} as created, ${milliseconds('u.last_online')} as "lastOnline", u.is_online as "isOnline"`;

const ORDER: Readonly<Record<UserOrder, string>> = {
  id: 'u.id',
  username: 'u.username',
  email: 'u.email',
  isActive: 'u.is_active',
  isOnline: 'u.is_online',
  created: 'u.created',
  lastOnline: 'u.last_online',
  personId: 'u.person_id',
};

@Injectable()
export class UsersRepository {
  constructor(private readonly em: EntityManager) {}

  async find(id: number): Promise<UserRow | undefined> {
    return rowsOf(await this.em.execute<StoredUser[]>(`select ${COLUMNS} from "user" u where u.id = ?`, [id])).at(0);
  }

  async list(filter: UserFilter, range: SortedRange<UserOrder>): Promise<Listing<UserRow>> {
    const direction = range.ascending ? 'asc' : 'desc';
    const order = [...new Set<UserOrder>([...range.orderBy, 'id'])].map((field) => `${ORDER[field]} ${direction}`);
    const query = { columns: COLUMNS, from: '"user" u', where: conditions(filter), order: order.join(', ') };
    const { items, total } = await readListing<StoredUser>(this.em, query, range);
    return { items: rowsOf(items), total };
  }

  /** Up to one row more than the page, in the order of reading: by name forwards, or backwards. */
  async page(filter: UserFilter, { limit, direction, from }: Page<UserPosition>): Promise<UserRow[]> {
    const where = conditions(filter);
    const [beyond, order] = direction === 'forward' ? ['>', 'asc'] : ['<', 'desc'];
    const rows = await this.em.execute<StoredUser[]>(
      `select ${COLUMNS} from "user" u
       where ${where.sql} ${from ? `and (u.username, u.id) ${beyond} (?, ?)` : ''}
       order by u.username ${order}, u.id ${order} limit ?`,
      [...where.params, ...(from ? [from.username, from.id] : []), limit + 1],
    );
    return rowsOf(rows);
  }

  async count(filter: UserFilter): Promise<number> {
    const where = conditions(filter);
    const sql = `select count(*)::int as count from "user" u where ${where.sql}`;
    return (await this.em.execute<{ count: number }[]>(sql, where.params))[0].count;
  }

  /** The active user of this id, while the password is still of this version. */
  async findPrincipal(id: number, passwordVersion: number): Promise<Principal | undefined> {
    const rows = await prepared<Principal>(
      this.em,
      `select u.id as "userId", u.username, ${ROLES} as roles from "user" u
       where u.id = ? and u.password_version = ? and u.is_active`,
      [id, passwordVersion],
    );
    return rows.at(0);
  }

  /** Returns the id. The roles that exist of those named are given in the same statement. */
  async insert(
    { username, email, personId }: { username: string; email: string; personId: number | null },
    hashedPassword: string,
    roleNames: readonly string[],
  ): Promise<number> {
    const [{ id }] = await this.em.execute<[{ id: number }]>(
      `with added as (
         insert into "user" (username, email, person_id, hashed_password) values (?, ?, ?, ?) returning id
       ), given as (
         insert into user_role (user_id, role_id)
         select added.id, r.id from added, role r where r.name = any(array[?]::text[])
       )
       select id from added`,
      [username, email, personId, hashedPassword, roleNames],
    );
    return id;
  }

  /** False when there is no such user. Deactivation ends his tokens for good, and his being online. */
  async update(id: number, { email = null, isActive = null }: Nullable<UserChanges>): Promise<boolean> {
    return this.#changes(
      `update "user" set email = coalesce(?::text, email), is_active = coalesce(?::boolean, is_active),
              password_version = password_version + (is_active and not coalesce(?::boolean, true))::int,
              is_online = is_online and coalesce(?::boolean, true)
       where id = ? returning id`,
      [email, isActive, isActive, isActive, id],
    );
  }

  async delete(id: number): Promise<boolean> {
    return this.#changes('delete from "user" where id = ? returning id', [id]);
  }

  /** False when he has it already. */
  async addRole(userId: number, roleId: number): Promise<boolean> {
    return this.#changes(
      'insert into user_role (user_id, role_id) values (?, ?) on conflict do nothing returning user_id',
      [userId, roleId],
    );
  }

  /** False when he does not have it. */
  async removeRole(userId: number, roleId: number): Promise<boolean> {
    return this.#changes('delete from user_role where user_id = ? and role_id = ? returning user_id', [userId, roleId]);
  }

  /** Nothing happens when there is no such user or role. */
  async setRole(userId: number, name: string, wanted: boolean): Promise<void> {
    await this.em.execute(
      wanted
        ? `insert into user_role (user_id, role_id) select u.id, r.id from "user" u, role r where u.id = ? and r.name = ?
           on conflict do nothing`
        : 'delete from user_role where user_id = ? and role_id in (select id from role where name = ?)',
      [userId, name],
    );
  }

  transactional<T>(work: () => Promise<T>): Promise<T> {
    return this.em.transactional(work);
  }

  /** From now to the end of the transaction nobody else takes the role away. Returns how many active users have it. */
  async lockAdmins(): Promise<number> {
    await this.em.execute(`select id from role where name = 'admin' for no key update`);
    return this.countAdmins();
  }

  /** How many active users are administrators. */
  async countAdmins(): Promise<number> {
    const sql = `select count(*)::int as count from "user" u join user_role ur on ur.user_id = u.id
                 join role r on r.id = ur.role_id where r.name = 'admin' and u.is_active`;
    return (await this.em.execute<[{ count: number }]>(sql))[0].count;
  }

  async #changes(sql: string, params: unknown[]): Promise<boolean> {
    return (await this.em.execute<object[]>(sql, params)).length > 0;
  }
}

type Nullable<T> = { [K in keyof T]: T[K] | null };

function conditions({ search, roleNames, isOnline }: UserFilter): Conditions {
  return new Conditions()
    .when(substringPattern(search, 'search'), 'u.username ilike ?')
    .when(
      roleNames?.length ? roleNames : undefined,
      `exists (select from user_role ur join role r on r.id = ur.role_id
               where ur.user_id = u.id and r.name = any(array[?]::text[]))`,
    )
    .when(isOnline, 'u.is_online = ?');
}

function rowsOf(stored: readonly StoredUser[]): UserRow[] {
  return stored.map((user) => ({
    ...user,
    created: new Date(user.created),
    lastOnline: user.lastOnline === null ? null : new Date(user.lastOnline),
  }));
}
