import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import type { Visibility } from '#platform/auth/caller.js';
import type { Conditions } from '#platform/database/conditions.js';
import { readListing } from '#platform/database/listing.js';
import type { Statement } from '#platform/database/table.js';
import { matchConditions, visibleMatches } from './match-conditions.js';
import type { MatchRecord, MatchRecordFilter, MatchRecordOrder, MatchValues } from './match-record.row.js';
import { MATCH, matchOrder, matchRecord, type StoredMatch, WRITTEN } from './match.table.js';

/** What a new match has unless it is given. */
const INITIAL = { week: 1 };

@Injectable()
export class MatchRecordsRepository {
  constructor(private readonly em: EntityManager) {}

  /** Runs the work in one transaction; what repositories do inside joins it. */
  transactional<T>(work: () => Promise<T>): Promise<T> {
    return this.em.transactional(work);
  }

  /** Without `range` all of them, in the order of kickoff. */
  async list(
    filter: MatchRecordFilter,
    visibility: Visibility,
    range?: SortedRange<MatchRecordOrder>,
  ): Promise<MatchRecord[]> {
    const where = matchConditions(filter, visibility);
    return this.#rows({
      sql: `select ${MATCH.select('m')} from match m where ${where.sql} order by ${matchOrder(range)}
            ${range ? 'limit ? offset ?' : ''}`,
      params: [...where.params, ...(range ? [range.limit, range.offset] : [])],
    });
  }

  async page(
    filter: MatchRecordFilter,
    range: SortedRange<MatchRecordOrder>,
    visibility: Visibility,
  ): Promise<Listing<MatchRecord>> {
    const where = matchConditions(filter, visibility);
    const query = { columns: MATCH.select('m'), from: 'match m', where, order: matchOrder(range) };
    const { items, total } = await readListing<StoredMatch>(this.em, query, range);
    return { items: items.map(matchRecord), total };
  }

  async count(filter: MatchRecordFilter, visibility: Visibility): Promise<number> {
    const where = matchConditions(filter, visibility);
    const sql = `select count(*)::int as count from match m where ${where.sql}`;
    return (await this.em.execute<[{ count: number }]>(sql, where.params))[0].count;
  }

  async find(id: number, visibility: Visibility): Promise<MatchRecord | undefined> {
    return this.#one(visibleMatches(visibility).when(id, 'm.id = ?'));
  }

  async findByEeslId(eeslId: number, visibility: Visibility): Promise<MatchRecord | undefined> {
    return this.#one(visibleMatches(visibility).when(eeslId, 'm.match_eesl_id = ?'));
  }

  async insert(values: Partial<MatchValues>): Promise<MatchRecord> {
    return (await this.#rows(WRITTEN.insert({ ...INITIAL, ...stored(values) })))[0];
  }

  /** Inserts a match, or changes the one with this number in the league's register. */
  async upsert(values: Partial<MatchValues>): Promise<MatchRecord> {
    return (await this.#rows(WRITTEN.upsert(['eeslId'], stored(values), INITIAL)))[0];
  }

  async update(id: number, values: Partial<MatchValues>): Promise<MatchRecord | undefined> {
    return (await this.#rows(WRITTEN.update(id, stored(values)))).at(0);
  }

  async delete(id: number): Promise<boolean> {
    return (await this.em.execute<object[]>('delete from match where id = ? returning id', [id])).length > 0;
  }

  async #one(where: Conditions): Promise<MatchRecord | undefined> {
    const sql = `select ${MATCH.select('m')} from match m where ${where.sql}`;
    return (await this.#rows({ sql, params: where.params })).at(0);
  }

  async #rows({ sql, params }: Statement): Promise<MatchRecord[]> {
    return (await this.em.execute<StoredMatch[]>(sql, params)).map(matchRecord);
  }
}

const stored = ({ kickoffAt, ...values }: Partial<MatchValues>): Partial<StoredMatch> => ({
  ...values,
  ...(kickoffAt === undefined ? {} : { kickoffAt: kickoffAt?.toISOString() ?? null }),
});
