import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TournamentObject } from '#modules/competitions/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import type { Connection } from '#platform/graphql/connection.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { MatchConnectionObject } from './match-connection.object.js';
import { MatchesArgs } from './match.input.js';
import type { MatchRow } from './match.row.js';
import { OwnedMatchesLoader } from './owned-matches.loader.js';

@Resolver(() => TournamentObject)
export class TournamentMatchesResolver {
  constructor(private readonly owned: OwnedMatchesLoader) {}

  @ResolveField(() => MatchConnectionObject, { description: 'Its matches by kickoff.' })
  async matches(
    @Parent() tournament: TournamentObject,
    @Args() args: MatchesArgs,
    @Sees() visibility: Visibility,
    @Context() context: GraphqlContext,
  ): Promise<Connection<MatchRow>> {
    return this.owned.load(context, 'tournament', tournament.id, args, visibility);
  }
}
