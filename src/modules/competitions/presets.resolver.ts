import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Public } from '#platform/auth/public.js';
import { Requires } from '#platform/auth/requires.js';
import { changesOf } from '#platform/graphql/changes.js';
import { type Connection, ConnectionArgs } from '#platform/graphql/connection.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { connectionOfWhole } from '#platform/graphql/whole-list.js';
import { NewPresetInput, PresetChangesInput } from './preset.input.js';
import { PresetConnectionObject, PresetObject } from './preset.object.js';
import { PRESET_REQUIRED } from './preset-rules.js';
import type { NewPreset, PresetRow, PresetValues } from './preset.row.js';
import { PresetsService } from './presets.service.js';

const valuesOf = ({ periodLabels, ...input }: PresetChangesInput): Partial<PresetValues> =>
  changesOf<PresetValues>({ ...input, periodLabelsJson: periodLabels }, { required: PRESET_REQUIRED });
const PresetId = (): ParameterDecorator =>
  Args('id', { type: () => ID, description: 'Number of the preset.' }, ParseIdPipe);

@Resolver(() => PresetConnectionObject)
export class PresetsResolver {
  constructor(private readonly service: PresetsService) {}

  @Public()
  @Query(() => PresetConnectionObject, { description: 'Scoreboard presets in alphabetical order.' })
  async scoreboardPresets(@Args() args: ConnectionArgs): Promise<Connection<PresetRow>> {
    return connectionOfWhole(await this.service.list(), args);
  }

  @ResolveField(() => Int, { description: 'Number of presets in the whole list.' })
  async totalCount(@Parent() connection: Connection<PresetRow>): Promise<number> {
    return connection.count();
  }

  @Requires('editor')
  @Mutation(() => PresetObject, { description: 'Creates a preset. Codes: INVALID_ARGUMENT.' })
  async createScoreboardPreset(
    @Args('input', { description: 'The preset.' }) input: NewPresetInput,
  ): Promise<PresetRow> {
    return this.service.create(valuesOf(input) as NewPreset);
  }

  @Requires('editor')
  @Mutation(() => PresetObject, {
    description:
      'Changes a preset, and with it all matches that follow it. Codes: SPORT_SCOREBOARD_PRESET_NOT_FOUND, INVALID_ARGUMENT.',
  })
  async updateScoreboardPreset(
    @PresetId() id: number,
    @Args('input', { description: 'What to change.' }) input: PresetChangesInput,
  ): Promise<PresetRow> {
    return this.service.update(id, valuesOf(input));
  }

  @Requires('admin')
  @Mutation(() => Boolean, {
    description: 'Deletes a preset; its sports have none then. Codes: SPORT_SCOREBOARD_PRESET_NOT_FOUND.',
  })
  async deleteScoreboardPreset(@PresetId() id: number): Promise<boolean> {
    await this.service.delete(id);
    return true;
  }
}
