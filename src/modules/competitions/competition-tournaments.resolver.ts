import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import { type Connection, ConnectionArgs } from '#platform/graphql/connection.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { connectionOfAbout } from '#platform/graphql/query-cost.js';
import { connectionOfWhole } from '#platform/graphql/whole-list.js';
import { CompetitionObject } from './competition.object.js';
import type { TournamentRow } from './tournament.row.js';
import { TournamentConnectionObject } from './tournament.object.js';
import { TournamentsService } from './tournaments.service.js';

const USUAL_SEASONS = 20;

@Resolver(() => CompetitionObject)
export class CompetitionTournamentsResolver {
  private readonly byCompetition: BatchLoader<number, TournamentRow[]>;

  constructor(tournaments: TournamentsService) {
    this.byCompetition = new BatchLoader((ids) => tournaments.listByCompetitions(ids));
  }

  @ResolveField(() => TournamentConnectionObject, {
    description: 'Its seasons, the latest first.',
    complexity: connectionOfAbout(USUAL_SEASONS),
  })
  async tournaments(
    @Parent() competition: CompetitionObject,
    @Args() args: ConnectionArgs,
    @Context() context: GraphqlContext,
  ): Promise<Connection<TournamentRow>> {
    return connectionOfWhole((await this.byCompetition.load(context, competition.id)) ?? [], args);
  }
}
