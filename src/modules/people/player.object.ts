import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PageInfoObject } from '#platform/graphql/connection.js';
import { countedByConnection } from '#platform/graphql/query-cost.js';

@ObjectType('Player', { description: 'A person as an athlete of one sport.' })
export class PlayerObject {
  @Field(() => ID, { description: 'Number of the player.' })
  id: number;

  @Field(() => Boolean, { description: 'Where writes need a token, seen only by its owner and administrators.' })
  isPrivate: boolean;
}

@ObjectType('PlayerEdge', { description: 'A player in a list.' })
export class PlayerEdgeObject {
  @Field(() => String, { description: 'Place of the player in the list; opaque.' })
  cursor: string;

  @Field(() => PlayerObject, { description: 'The player.' })
  node: PlayerObject;
}

@ObjectType('PlayerConnection', { description: 'A page of a list of players.' })
export class PlayerConnectionObject {
  @Field(() => [PlayerEdgeObject], { description: 'The players of the page.', complexity: countedByConnection })
  edges: PlayerEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Where the page lies in the list.' })
  pageInfo: PageInfoObject;
}
