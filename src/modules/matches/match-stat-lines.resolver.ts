import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { listOf } from '#platform/graphql/query-cost.js';
import { MatchObject } from './match.object.js';
import { MatchesService } from './matches.service.js';
import { StatLineObject, StatPeriodEnum } from './stat-line.object.js';
import type { StatLineRow, StatPeriod } from './stat-line.row.js';

const USUAL_LINES = 6;

@Resolver(() => MatchObject)
export class MatchStatLinesResolver {
  private readonly byMatch: BatchLoader<number, StatLineRow[], { period: StatPeriod | undefined }>;

  constructor(matches: MatchesService) {
    this.byMatch = new BatchLoader((ids, { period }) => matches.listStatLines(ids, period));
  }

  @ResolveField(() => [StatLineObject], {
    description: 'What each team did: the home side first, the whole match before its halves.',
    complexity: listOf(USUAL_LINES),
  })
  async statLines(
    @Parent() match: MatchObject,
    @Context() context: GraphqlContext,
    @Args('period', {
      type: () => StatPeriodEnum,
      nullable: true,
      description: 'Only this period; default all there are.',
    })
    period: StatPeriod | null,
  ): Promise<StatLineRow[]> {
    return (await this.byMatch.load(context, match.id, { period: period ?? undefined })) ?? [];
  }
}
