import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Public } from '#platform/auth/public.js';
import { Requires } from '#platform/auth/requires.js';
import { changesOf } from '#platform/graphql/changes.js';
import { type Connection, ConnectionArgs } from '#platform/graphql/connection.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { connectionOfWhole } from '#platform/graphql/whole-list.js';
import { NewSettingInput, SettingChangesInput } from './setting.input.js';
import { SettingConnectionObject, SettingObject } from './setting.object.js';
import type { NewSetting, SettingRow, SettingValues } from './setting.row.js';
import { SettingsService } from './settings.service.js';

const RULES = { required: ['key', 'value', 'valueType'] } as const;
const SettingId = (): ParameterDecorator =>
  Args('id', { type: () => ID, description: 'Number of the setting.' }, ParseIdPipe);

@Resolver(() => SettingConnectionObject)
export class SettingsResolver {
  constructor(private readonly service: SettingsService) {}

  @Public()
  @Query(() => SettingConnectionObject, { description: 'Settings by category and key.' })
  async settings(
    @Args('category', { type: () => String, nullable: true, description: 'Only settings of this category.' })
    category: string | null,
    @Args() args: ConnectionArgs,
  ): Promise<Connection<SettingRow>> {
    const settings = category ? await this.service.listByCategory(category) : await this.service.list();
    return connectionOfWhole(settings, args);
  }

  @ResolveField(() => Int, { description: 'Number of settings in the whole list.' })
  async totalCount(@Parent() connection: Connection<SettingRow>): Promise<number> {
    return connection.count();
  }

  @Requires('admin')
  @Mutation(() => SettingObject, { description: 'Sets a new key. Codes: SETTING_KEY_TAKEN.' })
  async createSetting(@Args('input', { description: 'The setting.' }) input: NewSettingInput): Promise<SettingRow> {
    return this.service.create(changesOf<SettingValues>(input, RULES) as NewSetting);
  }

  @Requires('admin')
  @Mutation(() => SettingObject, { description: 'Changes a setting. Codes: SETTING_NOT_FOUND, SETTING_KEY_TAKEN.' })
  async updateSetting(
    @SettingId() id: number,
    @Args('input', { description: 'What to change.' }) input: SettingChangesInput,
  ): Promise<SettingRow> {
    return this.service.update(id, changesOf<SettingValues>(input, RULES));
  }

  @Requires('admin')
  @Mutation(() => Boolean, { description: 'Deletes a setting. Codes: SETTING_NOT_FOUND.' })
  async deleteSetting(@SettingId() id: number): Promise<boolean> {
    await this.service.delete(id);
    return true;
  }
}
