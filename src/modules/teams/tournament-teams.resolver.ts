import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TournamentObject } from '#modules/competitions/index.js';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import { type Connection, ConnectionArgs } from '#platform/graphql/connection.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { connectionOfAbout } from '#platform/graphql/query-cost.js';
import { connectionOfWhole } from '#platform/graphql/whole-list.js';
import { TeamConnectionObject } from './team.object.js';
import type { TeamRow } from './team.row.js';
import { TeamsService } from './teams.service.js';

const USUAL_TEAMS = 20;

@Resolver(() => TournamentObject)
export class TournamentTeamsResolver {
  private readonly byTournament: BatchLoader<number, TeamRow[]>;

  constructor(teams: TeamsService) {
    this.byTournament = new BatchLoader((ids) => teams.listByTournaments(ids));
  }

  @ResolveField(() => TeamConnectionObject, {
    description: 'Teams entered for it or playing in it, in alphabetical order.',
    complexity: connectionOfAbout(USUAL_TEAMS),
  })
  async teams(
    @Parent() tournament: TournamentObject,
    @Args() args: ConnectionArgs,
    @Context() context: GraphqlContext,
  ): Promise<Connection<TeamRow>> {
    return connectionOfWhole((await this.byTournament.load(context, tournament.id)) ?? [], args);
  }
}
