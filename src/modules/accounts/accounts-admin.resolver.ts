import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '#platform/auth/requires.js';
import { type Connection, ConnectionArgs, connectionOf, pageOf } from '#platform/graphql/connection.js';
import { decodeCursor, encodeCursor } from '#platform/graphql/cursor.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { userFilter, UserFilterInput, userPosition } from './account.input.js';
import { UserConnectionObject, UserObject } from './user.object.js';
import type { UserRow } from './user.row.js';
import { UsersService } from './users.service.js';

/** What administrators do with accounts. */
@Requires('admin')
@Resolver(() => UserObject)
export class AccountsAdminResolver {
  constructor(private readonly service: UsersService) {}

  @Query(() => UserConnectionObject, { description: 'Users in the order of their names. For administrators.' })
  async users(
    @Args('filter', { type: () => UserFilterInput, nullable: true, description: 'Which users; default all.' })
    input: UserFilterInput | null,
    @Args() args: ConnectionArgs,
  ): Promise<Connection<UserRow>> {
    const filter = userFilter(input ?? {});
    const page = pageOf(args, (cursor, argument) => decodeCursor(cursor, argument, userPosition));
    const cursorOf = ({ username, id }: UserRow): string => encodeCursor([username, id]);
    return connectionOf(await this.service.page(filter, page), cursorOf, () => this.service.count(filter));
  }

  @Mutation(() => UserObject, { description: 'Gives a user a role. Codes: ROLE_ALREADY_ASSIGNED.' })
  async assignRole(
    @Args('userId', { type: () => ID, description: 'Number of the user.' }, ParseIdPipe) userId: number,
    @Args('roleId', { type: () => ID, description: 'Number of the role.' }, ParseIdPipe) roleId: number,
  ): Promise<UserRow> {
    return this.service.assignRole(userId, roleId);
  }

  @Mutation(() => UserObject, { description: 'Takes a role from a user. Codes: ROLE_NOT_ASSIGNED.' })
  async removeRole(
    @Args('userId', { type: () => ID, description: 'Number of the user.' }, ParseIdPipe) userId: number,
    @Args('roleId', { type: () => ID, description: 'Number of the role.' }, ParseIdPipe) roleId: number,
  ): Promise<UserRow> {
    return this.service.removeRole(userId, roleId);
  }
}
