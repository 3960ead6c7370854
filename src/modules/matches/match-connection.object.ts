import { Field, ObjectType } from '@nestjs/graphql';
import { PageInfoObject } from '#platform/graphql/connection.js';
import { countedByConnection } from '#platform/graphql/query-cost.js';
import { MatchObject } from './match.object.js';

@ObjectType('MatchEdge', { description: 'A match in a list.' })
export class MatchEdgeObject {
  @Field(() => String, { description: 'Place of the match in the list; opaque.' })
  cursor: string;

  @Field(() => MatchObject, { description: 'The match.' })
  node: MatchObject;
}

@ObjectType('MatchConnection', { description: 'A page of a list of matches.' })
export class MatchConnectionObject {
  @Field(() => [MatchEdgeObject], { description: 'The matches of the page.', complexity: countedByConnection })
  edges: MatchEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Where the page lies in the list.' })
  pageInfo: PageInfoObject;
}
