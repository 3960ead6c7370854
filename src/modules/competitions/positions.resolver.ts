import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Requires } from '#platform/auth/requires.js';
import { changesOf } from '#platform/graphql/changes.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { PositionObject } from './position.object.js';
import type { NewPosition, PositionRow, PositionValues } from './position.row.js';
import { PositionsService } from './positions.service.js';
import { NewPositionInput, PositionChangesInput } from './sport.input.js';

const RULES = { ids: ['sportId'], required: ['title', 'sportId'] } as const;
const PositionId = (): ParameterDecorator =>
  Args('id', { type: () => ID, description: 'Number of the position.' }, ParseIdPipe);

@Resolver(() => PositionObject)
export class PositionsResolver {
  constructor(private readonly service: PositionsService) {}

  @Requires('editor')
  @Mutation(() => PositionObject, {
    description: 'Adds a position to a sport. Codes: POSITION_TITLE_TAKEN, UNKNOWN_REFERENCE.',
  })
  async createPosition(@Args('input', { description: 'The position.' }) input: NewPositionInput): Promise<PositionRow> {
    return this.service.create(changesOf<PositionValues>(input, RULES) as NewPosition);
  }

  @Requires('editor')
  @Mutation(() => PositionObject, {
    description: 'Changes a position. Codes: POSITION_NOT_FOUND, POSITION_TITLE_TAKEN, UNKNOWN_REFERENCE.',
  })
  async updatePosition(
    @PositionId() id: number,
    @Args('input', { description: 'What to change.' }) input: PositionChangesInput,
  ): Promise<PositionRow> {
    return this.service.update(id, changesOf<PositionValues>(input, RULES));
  }

  @Requires('admin')
  @Mutation(() => Boolean, {
    description: 'Deletes a position; players who had it have none. Codes: POSITION_NOT_FOUND.',
  })
  async deletePosition(@PositionId() id: number): Promise<boolean> {
    await this.service.delete(id);
    return true;
  }
}
