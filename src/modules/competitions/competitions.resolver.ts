import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Public } from '#platform/auth/public.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { CompetitionArgs, competitionFilter, RangeArgs, rangeOf } from './competition.input.js';
import { CompetitionObject } from './competition.object.js';
import { CompetitionsService } from './competitions.service.js';
import { SeasonObject } from './season.object.js';
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

  @Public()
  @Query(() => [SportObject], { description: 'All sports, in alphabetical order.' })
  async sports(): Promise<SportObject[]> {
    return this.allSports.list();
  }

  @Public()
  @Query(() => [SeasonObject], { description: 'All seasons, the latest first.' })
  async seasons(): Promise<SeasonObject[]> {
    return this.allSeasons.list();
  }

  @Public()
  @Query(() => [CompetitionObject], { description: 'Competitions in alphabetical order.' })
  async competitions(@Args() filter: CompetitionArgs, @Args() range: RangeArgs): Promise<CompetitionObject[]> {
    return this.service.listCompetitions(competitionFilter(filter), rangeOf(range));
  }

  @Public()
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
