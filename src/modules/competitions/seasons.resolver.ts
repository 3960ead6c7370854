import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '#platform/auth/requires.js';
import { changesOf } from '#platform/graphql/changes.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { NewSeasonInput, SeasonChangesInput } from './season.input.js';
import { SeasonObject } from './season.object.js';
import type { NewSeason, SeasonRow, SeasonValues } from './season.row.js';
import { SeasonsService } from './seasons.service.js';

const RULES = { required: ['year', 'isCurrent'] } as const;
const SeasonId = (): ParameterDecorator =>
  Args('id', { type: () => ID, description: 'Number of the season.' }, ParseIdPipe);

@Resolver(() => SeasonObject)
export class SeasonsResolver {
  constructor(private readonly service: SeasonsService) {}

  @Requires('public')
  @Query(() => SeasonObject, {
    nullable: true,
    description:
      'The season being played now: the current one, otherwise the one of the setting `season.current`, otherwise that of this year; null when there is none of these.',
  })
  async currentSeason(): Promise<SeasonRow | undefined> {
    return this.service.findCurrent();
  }

  @Requires('editor')
  @Mutation(() => SeasonObject, { description: 'Creates a season. Codes: SEASON_YEAR_TAKEN.' })
  async createSeason(@Args('input', { description: 'The season.' }) input: NewSeasonInput): Promise<SeasonRow> {
    return this.service.create(changesOf<SeasonValues>(input, RULES) as NewSeason);
  }

  @Requires('editor')
  @Mutation(() => SeasonObject, { description: 'Changes a season. Codes: SEASON_NOT_FOUND, SEASON_YEAR_TAKEN.' })
  async updateSeason(
    @SeasonId() id: number,
    @Args('input', { description: 'What to change.' }) input: SeasonChangesInput,
  ): Promise<SeasonRow> {
    return this.service.update(id, changesOf<SeasonValues>(input, RULES));
  }

  @Requires('editor')
  @Mutation(() => SeasonObject, {
    description: 'Makes a season the current one, the only one. Codes: SEASON_NOT_FOUND.',
  })
  async makeSeasonCurrent(@SeasonId() id: number): Promise<SeasonRow> {
    return this.service.update(id, { isCurrent: true });
  }

  @Requires('admin')
  @Mutation(() => Boolean, {
    description: 'Deletes a season with its tournaments and their matches. Codes: SEASON_NOT_FOUND.',
  })
  async deleteSeason(@SeasonId() id: number): Promise<boolean> {
    await this.service.delete(id);
    return true;
  }
}
