import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PageInfoObject } from '#platform/graphql/connection.js';
import { countedByConnection } from '#platform/graphql/query-cost.js';
import type { RoleRow } from './role.row.js';

@ObjectType('Role', { description: 'What users may be given the right to do.' })
export class RoleObject implements RoleRow {
  @Field(() => ID, { description: 'Number of the role.' })
  id: number;

  @Field(() => String, { description: 'Its name, which never changes.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What it stands for.' })
  description: string | null;

  @Field(() => Int, { description: 'Number of users who have it.' })
  userCount: number;
}

@ObjectType('RoleEdge', { description: 'A role in a list.' })
export class RoleEdgeObject {
  @Field(() => String, { description: 'Place of the role in the list; opaque.' })
  cursor: string;

  @Field(() => RoleObject, { description: 'The role.' })
  node: RoleObject;
}

@ObjectType('RoleConnection', { description: 'A page of a list of roles.' })
export class RoleConnectionObject {
  @Field(() => [RoleEdgeObject], { description: 'The roles of the page.', complexity: countedByConnection })
  edges: RoleEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Where the page lies in the list.' })
  pageInfo: PageInfoObject;
}
