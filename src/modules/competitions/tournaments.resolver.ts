import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { Requires } from '#platform/auth/requires.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { RangeArgs, rangeOf, TournamentArgs, tournamentFilter } from './competition.input.js';
import { TournamentObject } from './tournament.object.js';
import { TournamentsService } from './tournaments.service.js';

@Resolver(() => TournamentObject)
export class TournamentsResolver {
  constructor(private readonly service: TournamentsService) {}

  @Requires('public')
  @Query(() => [TournamentObject], { description: 'Tournaments, the latest season first, then in alphabetical order.' })
  async tournaments(
    @Args() filter: TournamentArgs,
    @Args() range: RangeArgs,
    @Sees() visibility: Visibility,
  ): Promise<TournamentObject[]> {
    return this.service.list(tournamentFilter(filter), rangeOf(range), visibility);
  }

  @Requires('public')
  @Query(() => TournamentObject, {
    nullable: true,
    description: 'One tournament; null when there is none with this id.',
  })
  async tournament(
    @Args('id', { type: () => ID, description: 'Number of the tournament.' }, ParseIdPipe) id: number,
    @Sees() visibility: Visibility,
  ): Promise<TournamentObject | undefined> {
    return this.service.find(id, visibility);
  }
}
