import { Args, Context, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Requires } from '#platform/auth/requires.js';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import { changesOf } from '#platform/graphql/changes.js';
import { type Connection, ConnectionArgs } from '#platform/graphql/connection.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { connectionOfAbout } from '#platform/graphql/query-cost.js';
import { connectionOfWhole } from '#platform/graphql/whole-list.js';
import { PositionConnectionObject } from './position.object.js';
import type { PositionRow } from './position.row.js';
import { PositionsService } from './positions.service.js';
import { PresetObject } from './preset.object.js';
import type { PresetRow } from './preset.row.js';
import { PresetsService } from './presets.service.js';
import { NewSportInput, SportChangesInput } from './sport.input.js';
import { SportObject } from './sport.object.js';
import type { NewSport, SportRow, SportValues } from './sport.row.js';
import { SportsService } from './sports.service.js';

const USUAL_POSITIONS = 20;
const RULES = { ids: ['scoreboardPresetId'], required: ['title', 'kind'] } as const;
const SportId = (): ParameterDecorator =>
  Args('id', { type: () => ID, description: 'Number of the sport.' }, ParseIdPipe);

@Resolver(() => SportObject)
export class SportsResolver {
  private readonly positionsBySport: BatchLoader<number, PositionRow[]>;
  private readonly presetsById: BatchLoader<number, PresetRow>;

  constructor(
    private readonly service: SportsService,
    positions: PositionsService,
    presets: PresetsService,
  ) {
    this.positionsBySport = new BatchLoader((ids) => positions.listBySports(ids));
    this.presetsById = new BatchLoader((ids) => presets.findByIds(ids));
  }

  @ResolveField(() => PositionConnectionObject, {
    description: 'Its positions, in alphabetical order.',
    complexity: connectionOfAbout(USUAL_POSITIONS),
  })
  async positions(
    @Parent() sport: SportObject,
    @Args() args: ConnectionArgs,
    @Context() context: GraphqlContext,
  ): Promise<Connection<PositionRow>> {
    return connectionOfWhole((await this.positionsBySport.load(context, sport.id)) ?? [], args);
  }

  @ResolveField(() => PresetObject, { nullable: true, description: 'What its scoreboards and clocks start with.' })
  async scoreboardPreset(
    @Parent() sport: SportObject,
    @Context() context: GraphqlContext,
  ): Promise<PresetRow | undefined> {
    return sport.scoreboardPresetId === null ? undefined : this.presetsById.load(context, sport.scoreboardPresetId);
  }

  @Requires('editor')
  @Mutation(() => SportObject, { description: 'Creates a sport. Codes: SPORT_TITLE_TAKEN, UNKNOWN_REFERENCE.' })
  async createSport(@Args('input', { description: 'The sport.' }) input: NewSportInput): Promise<SportRow> {
    return this.service.create(changesOf<SportValues>(input, RULES) as NewSport);
  }

  @Requires('editor')
  @Mutation(() => SportObject, {
    description: 'Changes a sport. Codes: SPORT_NOT_FOUND, SPORT_TITLE_TAKEN, UNKNOWN_REFERENCE.',
  })
  async updateSport(
    @SportId() id: number,
    @Args('input', { description: 'What to change.' }) input: SportChangesInput,
  ): Promise<SportRow> {
    return this.service.update(id, changesOf<SportValues>(input, RULES));
  }

  @Requires('admin')
  @Mutation(() => Boolean, {
    description: 'Deletes a sport with its tournaments, teams, players and positions. Codes: SPORT_NOT_FOUND.',
  })
  async deleteSport(@SportId() id: number): Promise<boolean> {
    await this.service.delete(id);
    return true;
  }
}
