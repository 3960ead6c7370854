import { Injectable } from '@nestjs/common';
import { type Page, type Slice, sliceOf } from '#core/kernel/page.js';
import type { Visibility } from '#platform/auth/caller.js';
import { MatchPagesRepository, NO_OWNER, type OwnedMatch } from './match-pages.repository.js';
import type { MatchFilter, MatchOrder, MatchOwner, MatchPosition, MatchRow } from './match.row.js';
import { matchRow, MatchesRepository } from './matches.repository.js';
import type { StatLineRow, StatPeriod } from './stat-line.row.js';

/** Reads matches and what was counted in them. */
@Injectable()
export class MatchesService {
  constructor(
    private readonly matches: MatchesRepository,
    private readonly pages: MatchPagesRepository,
  ) {}

  /** Undefined also for a private one the caller does not see. */
  async find(id: number, visibility: Visibility = {}): Promise<MatchRow | undefined> {
    return (await this.findByIds([id], visibility)).get(id);
  }

  /** Matches by their id; unknown ids, and private matches the caller does not see, have no entry. */
  async findByIds(ids: readonly number[], visibility: Visibility = {}): Promise<Map<number, MatchRow>> {
    return new Map((await this.matches.findByIds(ids, visibility)).map((match) => [match.id, match]));
  }

  /** A page of all matches that pass the filter. Throws Invalid for a search text of more than 100 characters. */
  async list(filter: MatchFilter, page: Page<MatchPosition>, order: MatchOrder): Promise<Slice<MatchRow>> {
    const rows = byOwner(await this.pages.list(undefined, [], filter, page, order));
    return sliceOf(rows.get(NO_OWNER) ?? [], page);
  }

  /** How many matches all pages of this filter have together. */
  async count(filter: MatchFilter): Promise<number> {
    return (await this.pages.count(undefined, [], filter))[0].count;
  }

  /** The same page for each of several teams or tournaments, by their id. */
  async listByOwners(
    owner: MatchOwner,
    ownerIds: readonly number[],
    filter: MatchFilter,
    page: Page<MatchPosition>,
    order: MatchOrder,
  ): Promise<Map<number, Slice<MatchRow>>> {
    const rows = byOwner(await this.pages.list(owner, ownerIds, filter, page, order));
    return new Map(ownerIds.map((id) => [id, sliceOf(rows.get(id) ?? [], page)]));
  }

  /** What `count` says, for each of several teams or tournaments. */
  async countByOwners(
    owner: MatchOwner,
    ownerIds: readonly number[],
    filter: MatchFilter,
  ): Promise<Map<number, number>> {
    return new Map((await this.pages.count(owner, ownerIds, filter)).map(({ ownerId, count }) => [ownerId, count]));
  }

  /** Stat lines by the id of their match: the home side first, the whole match before its halves. Default all periods. */
  async listStatLines(matchIds: readonly number[], period?: StatPeriod): Promise<Map<number, StatLineRow[]>> {
    return Map.groupBy(await this.matches.listStatLines(matchIds, period), ({ matchId }) => matchId);
  }
}

function byOwner(rows: readonly OwnedMatch[]): Map<number, MatchRow[]> {
  const matches = new Map<number, MatchRow[]>();
  for (const { ownerId, ...match } of rows) {
    const others = matches.get(ownerId);
    if (others) others.push(matchRow(match));
    else matches.set(ownerId, [matchRow(match)]);
  }
  return matches;
}
