import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PageInfoObject } from '#platform/graphql/connection.js';
import { countedByConnection } from '#platform/graphql/query-cost.js';
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

@ObjectType('PositionEdge', { description: 'A position in a list.' })
export class PositionEdgeObject {
  @Field(() => String, { description: 'Place of the position in the list; opaque.' })
  cursor: string;

  @Field(() => PositionObject, { description: 'The position.' })
  node: PositionObject;
}

@ObjectType('PositionConnection', { description: 'A page of a list of positions.' })
export class PositionConnectionObject {
  @Field(() => [PositionEdgeObject], { description: 'The positions of the page.', complexity: countedByConnection })
  edges: PositionEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Where the page lies in the list.' })
  pageInfo: PageInfoObject;
}
