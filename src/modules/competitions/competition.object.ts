import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PageInfoObject } from '#platform/graphql/connection.js';
import { countedByConnection } from '#platform/graphql/query-cost.js';
import type { CompetitionRow } from './competition.row.js';
import { SportObject } from './sport.object.js';

@ObjectType('Competition', { description: 'What is played again every season, like a league or a cup.' })
export class CompetitionObject implements CompetitionRow {
  @Field(() => ID, { description: 'Number of the competition.' })
  id: number;

  @Field(() => String, { description: 'Name of the competition.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'English name of its country; null when it belongs to none.' })
  country: string | null;

  @Field(() => SportObject, { description: 'The sport played.' })
  sport: SportObject;
}

@ObjectType('CompetitionEdge', { description: 'A competition in a list.' })
export class CompetitionEdgeObject {
  @Field(() => String, { description: 'Place of the competition in the list; opaque.' })
  cursor: string;

  @Field(() => CompetitionObject, { description: 'The competition.' })
  node: CompetitionObject;
}

@ObjectType('CompetitionConnection', { description: 'A page of a list of competitions.' })
export class CompetitionConnectionObject {
  @Field(() => [CompetitionEdgeObject], {
    description: 'The competitions of the page.',
    complexity: countedByConnection,
  })
  edges: CompetitionEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Where the page lies in the list.' })
  pageInfo: PageInfoObject;
}
