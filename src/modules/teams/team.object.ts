import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PageInfoObject } from '#platform/graphql/connection.js';
import { countedByConnection } from '#platform/graphql/query-cost.js';
import type { TeamRow } from './team.row.js';

@ObjectType('Team', { description: 'A team.' })
export class TeamObject implements Pick<
  TeamRow,
  'id' | 'name' | 'code' | 'city' | 'description' | 'color' | 'logoUrl'
> {
  @Field(() => ID, { description: 'Number of the team.' })
  id: number;

  @Field(() => String, { description: 'Full name.' })
  name: string;

  @Field(() => String, { description: 'Two to four characters for scoreboards. Teams may share one.' })
  code: string;

  @Field(() => String, { nullable: true, description: 'Where it is at home.' })
  city: string | null;

  @Field(() => String, { nullable: true, description: 'Free text.' })
  description: string | null;

  @Field(() => String, { description: 'Colour on scoreboards, as in CSS.' })
  color: string;

  @Field(() => String, { nullable: true, description: 'Address of its logo.' })
  logoUrl: string | null;
}

@ObjectType('TeamEdge', { description: 'A team in a list.' })
export class TeamEdgeObject {
  @Field(() => String, { description: 'Place of the team in the list; opaque.' })
  cursor: string;

  @Field(() => TeamObject, { description: 'The team.' })
  node: TeamObject;
}

@ObjectType('TeamConnection', { description: 'A page of a list of teams.' })
export class TeamConnectionObject {
  @Field(() => [TeamEdgeObject], { description: 'The teams of the page.', complexity: countedByConnection })
  edges: TeamEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Where the page lies in the list.' })
  pageInfo: PageInfoObject;
}
