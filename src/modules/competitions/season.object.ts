import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PageInfoObject } from '#platform/graphql/connection.js';
import { countedByConnection } from '#platform/graphql/query-cost.js';
import type { SeasonRow } from './season.row.js';

@ObjectType('Season', { description: 'A playing season, shared by all competitions.' })
export class SeasonObject implements SeasonRow {
  @Field(() => ID, { description: 'Number of the season.' })
  id: number;

  @Field(() => Int, { description: 'Calendar year in which the season starts: 2023 is also 2023/24.' })
  year: number;

  @Field(() => String, { nullable: true, description: 'Free text.' })
  description: string | null;

  @Field(() => Boolean, { description: 'The season being played now. At most one is.' })
  isCurrent: boolean;
}

@ObjectType('SeasonEdge', { description: 'A season in a list.' })
export class SeasonEdgeObject {
  @Field(() => String, { description: 'Place of the season in the list; opaque.' })
  cursor: string;

  @Field(() => SeasonObject, { description: 'The season.' })
  node: SeasonObject;
}

@ObjectType('SeasonConnection', { description: 'A page of a list of seasons.' })
export class SeasonConnectionObject {
  @Field(() => [SeasonEdgeObject], { description: 'The seasons of the page.', complexity: countedByConnection })
  edges: SeasonEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Where the page lies in the list.' })
  pageInfo: PageInfoObject;
}
