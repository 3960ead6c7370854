import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PageInfoObject } from '#platform/graphql/connection.js';
import { countedByConnection } from '#platform/graphql/query-cost.js';

@ObjectType('RosterEntry', { description: "A player's membership of a team for one tournament." })
export class RosterEntryObject {
  @Field(() => ID, { description: 'Number of the entry.' })
  id: number;

  @Field(() => String, { nullable: true, description: 'On the jersey.' })
  number: string | null;
}

@ObjectType('RosterEntryEdge', { description: 'An entry in a list.' })
export class RosterEntryEdgeObject {
  @Field(() => String, { description: 'Place of the entry in the list; opaque.' })
  cursor: string;

  @Field(() => RosterEntryObject, { description: 'The entry.' })
  node: RosterEntryObject;
}

@ObjectType('RosterEntryConnection', { description: 'A page of a list of roster entries.' })
export class RosterEntryConnectionObject {
  @Field(() => [RosterEntryEdgeObject], { description: 'The entries of the page.', complexity: countedByConnection })
  edges: RosterEntryEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Where the page lies in the list.' })
  pageInfo: PageInfoObject;
}
