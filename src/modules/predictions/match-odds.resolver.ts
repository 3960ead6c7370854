import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchObject } from '#modules/matches/index.js';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { listOf } from '#platform/graphql/query-cost.js';
import { OddsArgs, OddsObject } from './odds.object.js';
import type { OddsFilter, OddsRow } from './odds.row.js';
import { OddsService } from './odds.service.js';

const USUAL_PRICES = 60;

@Resolver(() => MatchObject)
export class MatchOddsResolver {
  private readonly byMatch: BatchLoader<number, OddsRow[], OddsFilter>;

  constructor(odds: OddsService) {
    this.byMatch = new BatchLoader((ids, filter) => odds.listByMatches(ids, filter));
  }

  @ResolveField(() => [OddsObject], {
    description: 'Prices bookmakers offered, by bookmaker, market, line and selection.',
    complexity: listOf(USUAL_PRICES),
  })
  async odds(
    @Parent() match: MatchObject,
    @Context() context: GraphqlContext,
    @Args() { bookmaker, market, closing }: OddsArgs,
  ): Promise<OddsRow[]> {
    const filter = { bookmaker: bookmaker ?? undefined, market: market ?? undefined, closing: closing ?? undefined };
    return (await this.byMatch.load(context, match.id, filter)) ?? [];
  }
}
