import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { PositionCategory, PositionRow } from './position.row.js';
import { PositionCategoryEnum } from './sport.input.js';

@ObjectType('Position', { description: 'Where a player plays.' })
export class PositionObject implements Omit<PositionRow, 'sportId'> {
  @Field(() => ID, { description: 'Number of the position.' })
  id: number;

  @Field(() => String, { description: 'Its name.' })
  title: string;

  @Field(() => PositionCategoryEnum, { nullable: true, description: 'Part of the team.' })
  category: PositionCategory | null;
}
