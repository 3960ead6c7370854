import { Args, Context, Extensions, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { MatchLoader } from '#modules/analysis/index.js';
import { MatchObject, type MatchRow } from '#modules/matches/index.js';
import { Public } from '#platform/auth/public.js';
import { Requires } from '#platform/auth/requires.js';
import { type Connection, ConnectionArgs, connectionOf } from '#platform/graphql/connection.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { DEFAULT_PAGE_SIZE } from '#platform/graphql/graphql-limits.js';
import { OpportunitiesService, type RankedDay, type SearchStep } from './opportunities.service.js';
import { OpportunitySearch } from './opportunity-search.js';
import { opportunityCursor, opportunityQuery, OpportunitySearchArgs, rankingPage } from './opportunity.input.js';
import { OpportunityConnectionObject, OpportunityObject, OpportunitySearchStepObject } from './opportunity.object.js';
import type { Opportunity } from './opportunity.js';
import { pageOfRanking } from './opportunity-ranking.js';

/** Objects that the search of a day counts as, besides those it returns. */
const OBJECTS_WORTH = 5_000;

@Resolver(() => OpportunityObject)
export class OpportunitiesResolver {
  constructor(
    private readonly service: OpportunitiesService,
    private readonly matches: MatchLoader,
  ) {}

  @Requires('public')
  @Query(() => OpportunityConnectionObject, {
    name: 'opportunities',
    description:
      'What the soccer matches of a day offer: each side of each line of their analyses. The highest `score` first; among ' +
      'equals the higher probability, the higher confidence, the earlier kickoff, then match, count, line and side. ' +
      `Counts like ${OBJECTS_WORTH} objects more than it returns.`,
    complexity: ({ args, childComplexity }) =>
      OBJECTS_WORTH + 1 + Number(args['first'] ?? args['last'] ?? DEFAULT_PAGE_SIZE) * childComplexity,
  })
  async listOpportunities(
    @Args() search: OpportunitySearchArgs,
    @Args() page: ConnectionArgs,
  ): Promise<Connection<Opportunity> & Omit<RankedDay, 'opportunities'> & { totalCount: number }> {
    const wanted = rankingPage(page);
    const { opportunities, ...day } = await this.service.rank(opportunityQuery(search));
    const totalCount = opportunities.length;
    const slice = pageOfRanking(opportunities, wanted);
    return { ...connectionOf(slice, opportunityCursor, () => Promise.resolve(totalCount)), ...day, totalCount };
  }

  @Public()
  @Extensions({
    complexity: ({ childComplexity }: { childComplexity: number }) => OBJECTS_WORTH + 1 + childComplexity,
  })
  @Subscription(() => OpportunitySearchStepObject, {
    description:
      'The same search while it goes on: first a step with nothing `done`, then one whenever matches have been analysed, ' +
      'by kickoff; it completes after all. Goes no faster than its steps are read, and stops when the client leaves. ' +
      `Counts like ${OBJECTS_WORTH} objects more than a step returns.`,
    resolve: (step: SearchStep) => step,
  })
  opportunitySearch(@Args() search: OpportunitySearchArgs): AsyncIterableIterator<SearchStep, undefined> {
    return new OpportunitySearch(this.service, opportunityQuery(search));
  }

  @ResolveField(() => MatchObject, { nullable: true, description: 'The match; null when it is gone meanwhile.' })
  async match(@Parent() { matchId }: Opportunity, @Context() context: GraphqlContext): Promise<MatchRow | undefined> {
    return this.matches.load(context, matchId);
  }
}
