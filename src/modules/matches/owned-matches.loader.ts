import { Injectable } from '@nestjs/common';
import type { Page, Slice } from '#core/kernel/page.js';
import type { Visibility } from '#platform/auth/caller.js';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import { type Connection, connectionOf } from '#platform/graphql/connection.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { matchCursor, matchesRequest, type MatchesArgs } from './match.input.js';
import type { MatchFilter, MatchOrder, MatchOwner, MatchPosition, MatchRow } from './match.row.js';
import { MatchesService } from './matches.service.js';

interface Listing {
  owner: MatchOwner;
  filter: MatchFilter;
  page: Page<MatchPosition>;
  order: MatchOrder;
}

/** Lists of matches below teams and tournaments: one statement for all owners in the operation, not one each. */
@Injectable()
export class OwnedMatchesLoader {
  private readonly slices: BatchLoader<number, Slice<MatchRow>, Listing>;
  private readonly counts: BatchLoader<number, number, Pick<Listing, 'owner' | 'filter'>>;

  constructor(matches: MatchesService) {
    this.slices = new BatchLoader((ids, { owner, filter, page, order }) =>
      matches.listByOwners(owner, ids, filter, page, order),
    );
    this.counts = new BatchLoader((ids, { owner, filter }) => matches.countByOwners(owner, ids, filter));
  }

  /** Throws Invalid for a malformed id or cursor. */
  async load(
    context: GraphqlContext,
    owner: MatchOwner,
    ownerId: number,
    args: MatchesArgs,
    visibility: Visibility,
  ): Promise<Connection<MatchRow>> {
    const { filter, page, order } = matchesRequest(args, visibility);
    const slice = await this.slices.load(context, ownerId, { owner, filter, page, order });
    const count = async (): Promise<number> => (await this.counts.load(context, ownerId, { owner, filter })) ?? 0;
    return connectionOf(slice ?? { items: [], hasPrevious: false, hasNext: false }, matchCursor, count);
  }
}
