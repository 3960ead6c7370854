import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '#platform/auth/requires.js';
import { type Connection, ConnectionArgs } from '#platform/graphql/connection.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { connectionOfWhole } from '#platform/graphql/whole-list.js';
import { CompetitionArgs, competitionFilter, RangeArgs, rangeOf } from './competition.input.js';
import { CompetitionObject } from './competition.object.js';
import { CompetitionsService } from './competitions.service.js';
import { SeasonConnectionObject } from './season.object.js';
import type { SeasonRow } from './season.row.js';
import { SeasonsService } from './seasons.service.js';
import { SportObject } from './sport.object.js';
import { SportsService } from './sports.service.js';

@Resolver()
export class CompetitionsResolver {
  constructor(
    private readonly service: CompetitionsService,
    private readonly allSports: SportsService,
    private readonly allSeasons: SeasonsService,
  ) {}

  @Requires('public')
  @Query(() => [SportObject], { description: 'All sports, in alphabetical order.' })
  async sports(): Promise<SportObject[]> {
    return this.allSports.list();
  }

  @Requires('public')
  @Query(() => SeasonConnectionObject, { description: 'Seasons, the latest first.' })
  async seasons(@Args() args: ConnectionArgs): Promise<Connection<SeasonRow>> {
    return connectionOfWhole(await this.allSeasons.list(), args);
  }

  @Requires('public')
  @Query(() => [CompetitionObject], { description: 'Competitions in alphabetical order.' })
  async competitions(@Args() filter: CompetitionArgs, @Args() range: RangeArgs): Promise<CompetitionObject[]> {
    return this.service.listCompetitions(competitionFilter(filter), rangeOf(range));
  }

  @Requires('public')
  @Query(() => CompetitionObject, {
    nullable: true,
    description: 'One competition; null when there is none with this id.',
  })
  async competition(
    @Args('id', { type: () => ID, description: 'Number of the competition.' }, ParseIdPipe) id: number,
  ): Promise<CompetitionObject | undefined> {
    return this.service.findCompetition(id);
  }
}
