import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Connection } from '#platform/graphql/connection.js';
import { RoleConnectionObject } from './role.object.js';
import type { RoleRow } from './role.row.js';
import { UserConnectionObject } from './user.object.js';
import type { UserRow } from './user.row.js';

@Resolver(() => UserConnectionObject)
export class UserConnectionResolver {
  @ResolveField(() => Int, { description: 'Number of users in the whole list.' })
  async totalCount(@Parent() connection: Connection<UserRow>): Promise<number> {
    return connection.count();
  }
}

@Resolver(() => RoleConnectionObject)
export class RoleConnectionResolver {
  @ResolveField(() => Int, { description: 'Number of roles in the whole list.' })
  async totalCount(@Parent() connection: Connection<RoleRow>): Promise<number> {
    return connection.count();
  }
}
