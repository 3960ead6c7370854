import { Body, Delete, Get, Post, Put, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { SessionsService, UsersService } from '#modules/accounts/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { AdminOnly, Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { InvalidIs400 } from '../bad-request.js';
import { PathNumber } from '../statsboards.ids.js';
import { PageOf, pageView, type PageView, rangeOf } from '../statsboards.paging.js';
import { DetailResponse, ErrorResponse } from '../statsboards.schema.js';
import { AssignRoleBody, SetPasswordBody, UserSearchQuery, UserUpdateBody } from './user.body.js';
import { foundUserView, RoleNamesView, userView, UserView } from './user.view.js';

const BY_ID = [':user_id', 'id/:user_id'];

const ORDER = {
  id: 'id',
  username: 'username',
  is_active: 'isActive',
  is_online: 'isOnline',
  created: 'created',
  last_online: 'lastOnline',
  person_id: 'personId',
} as const;

/** What administrators do with accounts, and the search. */
@StatsboardsController({ path: 'users', tag: 'users' })
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
  ) {}

  @Public()
  @InvalidIs400()
  @Get('search')
  @ApiOperation({ summary: 'Users by name, roles and whether they are online; each once' })
  @ApiOkResponse({ type: PageOf(UserView) })
  async search(@Query() query: UserSearchQuery, @Sees() visibility: Visibility): Promise<PageView<UserView>> {
    const { search, role_names: roleNames, is_online: isOnline } = query;
    const found = await this.users.list({ search, roleNames, isOnline }, rangeOf(query, ORDER, ['username', 'id']));
    return pageView(found, query, foundUserView(visibility));
  }

  @AdminOnly()
  @Get(BY_ID)
  @ApiOperation({ summary: 'One user' })
  @ApiOkResponse({ type: UserView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async get(@PathNumber('user_id') id: number): Promise<UserView> {
    return userView(await this.users.get(id));
  }

  @AdminOnly()
  @Put(BY_ID)
  @ApiOperation({ summary: 'Change a user', description: 'Who is deactivated is logged out' })
  @ApiOkResponse({ type: UserView })
  @ApiBadRequestResponse({ description: 'Email already exists', type: ErrorResponse })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async update(@PathNumber('user_id') id: number, @Body() body: UserUpdateBody): Promise<UserView> {
    return userView(await this.users.update(id, body.changes()));
  }

  @AdminOnly()
  @Delete(BY_ID)
  @ApiOperation({ summary: 'Delete a user; what he owns stays' })
  @ApiOkResponse({ type: DetailResponse })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async delete(@PathNumber('user_id') id: number): Promise<DetailResponse> {
    await this.users.delete(id);
    return { detail: `USER ${id} deleted successfully` };
  }

  @AdminOnly()
  @Post(':user_id/change-password')
  @ApiOperation({ summary: 'Set the password of a user', description: 'Ends all his tokens' })
  @ApiOkResponse({ type: UserView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async setPassword(
    @PathNumber('user_id') id: number,
    @Body() { new_password: newPassword }: SetPasswordBody,
  ): Promise<UserView> {
    await this.sessions.setPassword(id, newPassword);
    return userView(await this.users.get(id));
  }

  @AdminOnly()
  @Get(':user_id/roles')
  @ApiOperation({ summary: 'Names of the roles of a user' })
  @ApiOkResponse({ type: RoleNamesView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async roles(@PathNumber('user_id') id: number): Promise<RoleNamesView> {
    const { roles } = await this.users.get(id);
    return { roles };
  }

  @AdminOnly()
  @Post(':user_id/roles')
  @ApiOperation({ summary: 'Give a user a role' })
  @ApiOkResponse({ type: UserView })
  @ApiBadRequestResponse({ description: 'User already has this role', type: ErrorResponse })
  @ApiNotFoundResponse({ description: 'No such user or role', type: ErrorResponse })
  async assignRole(@PathNumber('user_id') id: number, @Body() { role_id: roleId }: AssignRoleBody): Promise<UserView> {
    return userView(await this.users.assignRole(id, roleId));
  }

  @AdminOnly()
  @Delete(':user_id/roles/:role_id')
  @ApiOperation({ summary: 'Take a role from a user' })
  @ApiOkResponse({ type: UserView })
  @ApiBadRequestResponse({ description: 'User does not have this role', type: ErrorResponse })
  @ApiNotFoundResponse({ description: 'No such user or role', type: ErrorResponse })
  async removeRole(@PathNumber('user_id') id: number, @PathNumber('role_id') roleId: number): Promise<UserView> {
    return userView(await this.users.removeRole(id, roleId));
  }

  @AdminOnly()
  @Post(':user_id/admin')
  @ApiOperation({ summary: 'Make a user an administrator; nothing happens to one who is' })
  @ApiOkResponse({ type: UserView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async makeAdmin(@PathNumber('user_id') id: number): Promise<UserView> {
    return userView(await this.users.setAdmin(id, true));
  }

  @AdminOnly()
  @Delete(':user_id/admin')
  @ApiOperation({ summary: 'Make an administrator an ordinary user; nothing happens to one who is' })
  @ApiOkResponse({ type: UserView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async unmakeAdmin(@PathNumber('user_id') id: number): Promise<UserView> {
    return userView(await this.users.setAdmin(id, false));
  }
}
