import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TournamentObject, type TournamentRow } from '#modules/competitions/index.js';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { listOf } from '#platform/graphql/query-cost.js';
import { StandingsRowObject, StandingsVenueEnum } from './standings.object.js';
import { StandingsService, type StandingsVenue, type TeamStanding } from './standings.service.js';

const USUAL_TEAMS = 20;

@Resolver(() => TournamentObject)
export class TournamentStandingsResolver {
  private readonly tables: BatchLoader<TournamentRow, TeamStanding[], { venue: StandingsVenue }>;

  constructor(standings: StandingsService) {
    this.tables = new BatchLoader((tournaments, { venue }) => standings.tablesOf(tournaments, venue));
  }

  @ResolveField(() => [StandingsRowObject], {
    nullable: true,
    description: 'League table from the results so far, the first place first. Null unless the sport is soccer.',
    complexity: listOf(USUAL_TEAMS),
  })
  async standings(
    @Parent() tournament: TournamentRow,
    @Context() context: GraphqlContext,
    @Args('venue', {
      type: () => StandingsVenueEnum,
      defaultValue: StandingsVenueEnum.ALL,
      description: 'Count only matches at home, or only matches away.',
    })
    venue: StandingsVenue,
  ): Promise<TeamStanding[] | undefined> {
    return this.tables.load(context, tournament, { venue });
  }
}
