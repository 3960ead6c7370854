import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { listOf } from '#platform/graphql/query-cost.js';
import { CompetitionObject } from './competition.object.js';
import type { TournamentRow } from './tournament.row.js';
import { TournamentObject } from './tournament.object.js';
import { TournamentsService } from './tournaments.service.js';

const USUAL_SEASONS = 20;

@Resolver(() => CompetitionObject)
export class CompetitionTournamentsResolver {
  private readonly byCompetition: BatchLoader<number, TournamentRow[]>;

  constructor(tournaments: TournamentsService) {
    this.byCompetition = new BatchLoader((ids) => tournaments.listByCompetitions(ids));
  }

  @ResolveField(() => [TournamentObject], {
    description: 'Its seasons, the latest first.',
    complexity: listOf(USUAL_SEASONS),
  })
  async tournaments(
    @Parent() competition: CompetitionObject,
    @Context() context: GraphqlContext,
  ): Promise<TournamentObject[]> {
    return (await this.byCompetition.load(context, competition.id)) ?? [];
  }
}
