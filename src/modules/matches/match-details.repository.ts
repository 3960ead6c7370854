import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { SortedRange } from '#core/kernel/listing.js';
import { tournamentJson } from '#modules/competitions/index.js';
import { sponsorJson, sponsorLineJson } from '#modules/sponsors/index.js';
import type { Visibility } from '#platform/auth/caller.js';
import { totalColumn } from '#platform/database/listing.js';
import { matchConditions, visibleMatches } from './match-conditions.js';
import type { MatchDetails, MatchRecordFilter, MatchRecordOrder } from './match-record.row.js';
import { rosterTeamJson } from './roster-columns.js';
import { MATCH, matchOrder, matchRecord, type StoredMatch } from './match.table.js';

type StoredDetails = Omit<MatchDetails, 'kickoffAt'> & StoredMatch;

/**
 * Matches are chosen first, by id alone, and only the chosen ones are read, with what surrounds them. Subqueries instead
 * of joins: the planner spends more time on the order of seven joins than the statement takes.
 */
const detailsOf = (chosen: string, ...further: string[]): string => `
  select ${[MATCH.select('m'), ...further].join(', ')},
         (select ${rosterTeamJson('a')} from team a where a.id = m.team_a_id) as home,
         (select ${rosterTeamJson('b')} from team b where b.id = m.team_b_id) as away,
         (select ${tournamentJson('t')} from tournament t where t.id = m.tournament_id) as tournament,
         (select ${sponsorJson('p')} from sponsor p where p.id = m.main_sponsor_id) as "mainSponsor",
         (select ${sponsorLineJson('l')} from sponsor_line l where l.id = m.sponsor_line_id) as "sponsorLine"
  from (${chosen}) c
  join match m on m.id = c.id`;

@Injectable()
export class MatchDetailsRepository {
  constructor(private readonly em: EntityManager) {}

  async find(id: number, visibility: Visibility): Promise<MatchDetails | undefined> {
    const where = visibleMatches(visibility).when(id, 'm.id = ?');
    return (await this.#read(detailsOf(`select m.id from match m where ${where.sql}`), where.params)).at(0);
  }

  /** All that pass the filter, in the order of kickoff. */
  async list(filter: MatchRecordFilter, visibility: Visibility): Promise<MatchDetails[]> {
    const where = matchConditions(filter, visibility);
    const chosen = `select m.id from match m where ${where.sql}`;
    return this.#read(`${detailsOf(chosen)} order by ${matchOrder()}`, where.params);
  }

  async slice(
    filter: MatchRecordFilter,
    range: SortedRange<MatchRecordOrder>,
    visibility: Visibility,
  ): Promise<MatchDetails[]> {
    const where = matchConditions(filter, visibility);
    const order = matchOrder(range);
    const chosen = `select m.id from match m where ${where.sql} order by ${order} limit ? offset ?`;
    return this.#read(`${detailsOf(chosen)} order by ${order}`, [...where.params, range.limit, range.offset]);
  }

  /** The same with the number of all, in one statement; `total` is undefined for a stretch beyond the end. */
  async page(
    filter: MatchRecordFilter,
    range: SortedRange<MatchRecordOrder>,
    visibility: Visibility,
  ): Promise<{ items: MatchDetails[]; total: number | undefined }> {
    const where = matchConditions(filter, visibility);
    const order = matchOrder(range);
    const { sql: total, params } = totalColumn({ from: 'match m', where });
    const chosen = `select m.id, ${total} as total from match m where ${where.sql} order by ${order} limit ? offset ?`;
    const rows = await this.em.execute<(StoredDetails & { total: number })[]>(
      `${detailsOf(chosen, 'c.total')} order by ${order}`,
      [...params, ...where.params, range.limit, range.offset],
    );
    const items = rows.map(({ total: _total, ...row }) => ({ ...row, ...matchRecord(row) }));
    return { items, total: rows.at(0)?.total ?? (range.offset === 0 ? 0 : undefined) };
  }

  async #read(sql: string, params: unknown[]): Promise<MatchDetails[]> {
    const rows = await this.em.execute<StoredDetails[]>(sql, params);
    return rows.map((row) => ({ ...row, ...matchRecord(row) }));
  }
}
