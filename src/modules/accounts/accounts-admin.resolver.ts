import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '#platform/auth/requires.js';
import { type Connection, ConnectionArgs, connectionOf, pageOf } from '#platform/graphql/connection.js';
import { decodeCursor, encodeCursor } from '#platform/graphql/cursor.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { userFilter, UserFilterInput, userPosition } from './account.input.js';
import { UserConnectionObject, UserObject } from './user.object.js';
import type { UserRow } from './user.row.js';
import { SessionsService } from './sessions.service.js';
import { UsersService } from './users.service.js';

const UserId = (): ParameterDecorator =>
  Args('userId', { type: () => ID, description: 'Number of the user.' }, ParseIdPipe);

/** What administrators do with accounts. */
@Requires('admin')
@Resolver(() => UserObject)
export class AccountsAdminResolver {
  constructor(
    private readonly service: UsersService,
    private readonly sessions: SessionsService,
  ) {}

  @Query(() => UserObject, {
    nullable: true,
    description: 'One user; null when there is none with this id. For administrators.',
  })
  async user(
    @Args('id', { type: () => ID, description: 'Number of the user.' }, ParseIdPipe) id: number,
  ): Promise<UserRow | undefined> {
    return this.service.find(id);
  }

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

  @Mutation(() => UserObject, {
    description: 'Gives a user a role. Codes: USER_NOT_FOUND, ROLE_NOT_FOUND, ROLE_ALREADY_ASSIGNED.',
  })
  async assignRole(
    @UserId() userId: number,
    @Args('roleId', { type: () => ID, description: 'Number of the role.' }, ParseIdPipe) roleId: number,
  ): Promise<UserRow> {
    return this.service.assignRole(userId, roleId);
  }

  @Mutation(() => UserObject, {
    description:
      'Takes a role from a user. Codes: USER_NOT_FOUND, ROLE_NOT_FOUND, ROLE_NOT_ASSIGNED, LAST_ADMINISTRATOR.',
  })
  async removeRole(
    @UserId() userId: number,
    @Args('roleId', { type: () => ID, description: 'Number of the role.' }, ParseIdPipe) roleId: number,
  ): Promise<UserRow> {
    return this.service.removeRole(userId, roleId);
  }

  @Mutation(() => UserObject, { description: 'Lets a user log in again. Codes: USER_NOT_FOUND.' })
  async activateUser(@UserId() userId: number): Promise<UserRow> {
    return this.service.update(userId, { isActive: true });
  }

  @Mutation(() => UserObject, {
    description: 'Keeps a user from logging in, and ends his tokens. Codes: USER_NOT_FOUND, LAST_ADMINISTRATOR.',
  })
  async deactivateUser(@UserId() userId: number): Promise<UserRow> {
    return this.service.update(userId, { isActive: false });
  }

  @Mutation(() => UserObject, {
    description: 'Sets the password of a user, and ends his tokens. Codes: USER_NOT_FOUND, INVALID_ARGUMENT.',
  })
  async setUserPassword(
    @UserId() userId: number,
    @Args('newPassword', { type: () => String, description: 'His password from now on.' }) newPassword: string,
  ): Promise<UserRow> {
    await this.sessions.setPassword(userId, newPassword);
    return this.service.get(userId);
  }

  @Mutation(() => ID, {
    description: 'Deletes a user; what he owns stays. Returns the id. Codes: USER_NOT_FOUND, LAST_ADMINISTRATOR.',
  })
  async deleteUser(@UserId() userId: number): Promise<number> {
    await this.service.delete(userId);
    return userId;
  }
}
