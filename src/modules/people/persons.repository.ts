import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import type { Page } from '#core/kernel/page.js';
import { Conditions } from '#platform/database/conditions.js';
import { readListing } from '#platform/database/listing.js';
import type { Statement } from '#platform/database/table.js';
import { named, PERSON, personOf, type StoredPerson, visible } from './people-sql.repository.js';
import type { NamePosition, PersonFilter, PersonOrder, PersonRow, PersonValues } from './person.row.js';

const PERSONS = `select ${PERSON.select('p')} from person p`;

@Injectable()
export class PersonsRepository {
  constructor(private readonly em: EntityManager) {}

  async findByIds(ids: readonly number[]): Promise<PersonRow[]> {
    return this.#rows({ sql: `${PERSONS} where p.id = any(array[?]::int[])`, params: [ids] });
  }

  async findByEeslId(eeslId: number): Promise<PersonRow | undefined> {
    return (await this.#rows({ sql: `${PERSONS} where p.person_eesl_id = ?`, params: [eeslId] })).at(0);
  }

  /** All that meet the filter, by family name, then first name. */
  async list(filter: PersonFilter): Promise<PersonRow[]> {
    const where = conditions(filter);
    const sql = `${PERSONS} where ${where.sql} order by p.second_name, p.first_name, p.id`;
    return this.#rows({ sql, params: where.params });
  }

  async page(
    filter: PersonFilter,
    { orderBy, ascending, ...range }: SortedRange<PersonOrder>,
  ): Promise<Listing<PersonRow>> {
    const order = PERSON.order(orderBy.length > 0 ? orderBy : ['secondName'], ascending, 'p');
    const query = { columns: PERSON.select('p'), from: 'person p', where: conditions(filter), order };
    const { items, total } = await readListing<StoredPerson>(this.em, query, range);
    return { items: items.map(personOf), total };
  }

  /** Up to one row more than the page, in the order of reading: by family name forwards, or backwards. */
  async slice(filter: PersonFilter, { limit, direction, from }: Page<NamePosition>): Promise<PersonRow[]> {
    const where = conditions(filter);
    const [beyond, order] = direction === 'forward' ? ['>', 'asc'] : ['<', 'desc'];
    const sql = `${PERSONS} where ${where.sql}
      ${from ? `and (p.second_name, p.first_name, p.id) ${beyond} (?, ?, ?)` : ''}
      order by p.second_name ${order}, p.first_name ${order}, p.id ${order} limit ?`;
    const position = from ? [from.secondName, from.firstName, from.id] : [];
    return this.#rows({ sql, params: [...where.params, ...position, limit + 1] });
  }

  async count(filter: PersonFilter): Promise<number> {
    const where = conditions(filter);
    const sql = `select count(*)::int as count from person p where ${where.sql}`;
    return (await this.em.execute<[{ count: number }]>(sql, where.params))[0].count;
  }

  async insert(values: Partial<PersonValues>): Promise<PersonRow> {
    return (await this.#rows(PERSON.insert(values)))[0];
  }

  /** Changes the person of this registry number instead when there is one. */
  async upsert(values: Partial<PersonValues>): Promise<PersonRow> {
    return (await this.#rows(PERSON.upsert(['eeslId'], values)))[0];
  }

  async update(id: number, values: Partial<PersonValues>): Promise<PersonRow | undefined> {
    return (await this.#rows(PERSON.update(id, values))).at(0);
  }

  /** With its account; its players must be gone. */
  async delete(id: number): Promise<boolean> {
    return (await this.em.execute<object[]>('delete from person where id = ? returning id', [id])).length > 0;
  }

  async #rows({ sql, params }: Statement): Promise<PersonRow[]> {
    return (await this.em.execute<StoredPerson[]>(sql, params)).map(personOf);
  }
}

function conditions({ text, ownerUserId, isPrivate, notInSportId, visibility }: PersonFilter): Conditions {
  const where = new Conditions()
    .when(ownerUserId, 'p.owner_user_id = ?')
    .when(isPrivate, 'p.isprivate = ?')
    .when(notInSportId, 'exists (select from sport where id = ?)')
    .when(notInSportId, 'not exists (select from player q where q.person_id = p.id and q.sport_id = ?)');
  return visible(named(where, text, 'p'), visibility, 'p', 'owner_user_id');
}
