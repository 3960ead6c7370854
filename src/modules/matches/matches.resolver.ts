import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TournamentLoader, TournamentObject } from '#modules/competitions/index.js';
import { TeamLoader, TeamObject, type TeamRow } from '#modules/teams/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { Requires } from '#platform/auth/requires.js';
import { type Connection, connectionOf } from '#platform/graphql/connection.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { MatchConnectionObject } from './match-connection.object.js';
import { matchCursor, MatchesArgs, matchesRequest } from './match.input.js';
import { MatchObject } from './match.object.js';
import type { MatchRow } from './match.row.js';
import { MatchesService } from './matches.service.js';

@Resolver(() => MatchObject)
export class MatchesResolver {
  constructor(
    private readonly service: MatchesService,
    private readonly teams: TeamLoader,
    private readonly tournaments: TournamentLoader,
  ) {}

  @Requires('public')
  @Query(() => MatchObject, { nullable: true, description: 'One match; null when there is none with this id.' })
  async match(
    @Args('id', { type: () => ID, description: 'Number of the match.' }, ParseIdPipe) id: number,
    @Sees() visibility: Visibility,
  ): Promise<MatchRow | undefined> {
    return this.service.find(id, visibility);
  }

  @Requires('public')
  @Query(() => MatchConnectionObject, { description: 'Matches by kickoff.' })
  async matches(@Args() args: MatchesArgs, @Sees() visibility: Visibility): Promise<Connection<MatchRow>> {
    const { filter, page, order } = matchesRequest(args, visibility);
    return connectionOf(await this.service.list(filter, page, order), matchCursor, () => this.service.count(filter));
  }

  @ResolveField(() => TeamObject, { description: 'The home side.' })
  async home(@Parent() match: MatchRow, @Context() context: GraphqlContext): Promise<TeamRow | undefined> {
    return this.teams.load(context, match.homeId);
  }

  @ResolveField(() => TeamObject, { description: 'The away side.' })
  async away(@Parent() match: MatchRow, @Context() context: GraphqlContext): Promise<TeamRow | undefined> {
    return this.teams.load(context, match.awayId);
  }

  @ResolveField(() => TournamentObject, { nullable: true, description: 'What it is played in; null for a friendly.' })
  async tournament(
    @Parent() match: MatchRow,
    @Context() context: GraphqlContext,
  ): Promise<TournamentObject | undefined> {
    return match.tournamentId === null ? undefined : this.tournaments.load(context, match.tournamentId);
  }
}
