import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PageInfoObject } from '#platform/graphql/connection.js';
import { DateTime } from '#platform/graphql/date-time.scalar.js';
import { countedByConnection } from '#platform/graphql/query-cost.js';
import type { UserRow } from './user.row.js';

@ObjectType('User', { description: 'Somebody with an account. Seen by himself and by administrators.' })
export class UserObject implements UserRow {
  @Field(() => ID, { description: 'Number of the user.' })
  id: number;

  @Field(() => String, { description: 'The name he logs in with, which never changes.' })
  username: string;

  @Field(() => String, { description: 'E-mail address.' })
  email: string;

  @Field(() => Boolean, { description: 'He may log in.' })
  isActive: boolean;

  @Field(() => ID, { nullable: true, description: 'The person he is.' })
  personId: number | null;

  @Field(() => [String], { description: 'Names of his roles.' })
  roles: string[];

  @Field(() => DateTime, { description: 'When he registered.' })
  created: Date;

  @Field(() => DateTime, { nullable: true, description: 'When he was last heard of.' })
  lastOnline: Date | null;

  @Field(() => Boolean, { description: 'He was heard of in the last two minutes.' })
  isOnline: boolean;
}

@ObjectType('UserEdge', { description: 'A user in a list.' })
export class UserEdgeObject {
  @Field(() => String, { description: 'Place of the user in the list; opaque.' })
  cursor: string;

  @Field(() => UserObject, { description: 'The user.' })
  node: UserObject;
}

@ObjectType('UserConnection', { description: 'A page of a list of users.' })
export class UserConnectionObject {
  @Field(() => [UserEdgeObject], { description: 'The users of the page.', complexity: countedByConnection })
  edges: UserEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Where the page lies in the list.' })
  pageInfo: PageInfoObject;
}

@ObjectType('Session', { description: 'What a login gives.' })
export class SessionObject {
  @Field(() => String, { description: 'To be sent as `Authorization: Bearer <token>`.' })
  token: string;

  @Field(() => UserObject, { description: 'Whose token it is.' })
  user: UserObject;
}
