import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TeamObject } from '#modules/teams/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import type { Connection } from '#platform/graphql/connection.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { MatchConnectionObject } from './match-connection.object.js';
import { MatchesArgs } from './match.input.js';
import type { MatchRow } from './match.row.js';
import { OwnedMatchesLoader } from './owned-matches.loader.js';

@Resolver(() => TeamObject)
export class TeamMatchesResolver {
  constructor(private readonly owned: OwnedMatchesLoader) {}

  @ResolveField(() => MatchConnectionObject, { description: 'Matches it plays, at home or away, by kickoff.' })
  async matches(
    @Parent() team: TeamObject,
    @Args() args: MatchesArgs,
    @Sees() visibility: Visibility,
    @Context() context: GraphqlContext,
  ): Promise<Connection<MatchRow>> {
    return this.owned.load(context, 'team', team.id, args, visibility);
  }
}
