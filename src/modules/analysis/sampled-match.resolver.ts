import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchObject, type MatchRow } from '#modules/matches/index.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { SampledMatchObject } from './analysis-context.object.js';
import { MatchLoader } from './match.loader.js';

@Resolver(() => SampledMatchObject)
export class SampledMatchResolver {
  constructor(private readonly matches: MatchLoader) {}

  @ResolveField(() => MatchObject, { nullable: true, description: 'The match; null when it is gone meanwhile.' })
  async match(
    @Parent() { matchId }: SampledMatchObject,
    @Context() context: GraphqlContext,
  ): Promise<MatchRow | undefined> {
    return this.matches.load(context, matchId);
  }
}
