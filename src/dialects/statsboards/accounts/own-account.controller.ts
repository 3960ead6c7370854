import { Body, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiBadRequestResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { SessionsService, UsersService } from '#modules/accounts/index.js';
import { ClientAddress, CurrentUser } from '#platform/auth/caller.js';
import type { Principal } from '#platform/auth/principal.js';
import { Public, SignedIn } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { DetailResponse, ErrorResponse } from '../statsboards.schema.js';
import { ChangePasswordBody, UserCreateBody, UserUpdateBody } from './user.body.js';
import { MessageView, userView, UserView } from './user.view.js';

/** What everybody does with his own account. */
@StatsboardsController({ path: 'users', tag: 'users' })
export class OwnAccountController {
  constructor(
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
  ) {}

  @Public()
  @Post('register')
  @ApiOperation({ summary: 'Register; the new user has the role `user`' })
  @ApiOkResponse({ type: UserView })
  @ApiBadRequestResponse({ description: 'Username or email already exists', type: ErrorResponse })
  async register(
    @Body() { person_id: personId, ...user }: UserCreateBody,
    @ClientAddress() address: string,
  ): Promise<UserView> {
    return userView(await this.users.register({ ...user, personId }, address));
  }

  @SignedIn()
  @Get('me')
  @ApiOperation({ summary: 'My account' })
  @ApiOkResponse({ type: UserView })
  async get(@CurrentUser() { userId }: Principal): Promise<UserView> {
    return userView(await this.users.get(userId));
  }

  @SignedIn()
  @Put('me')
  @ApiOperation({ summary: 'Change my account', description: 'Who deactivates himself is logged out' })
  @ApiOkResponse({ type: UserView })
  @ApiBadRequestResponse({ description: 'Email already exists', type: ErrorResponse })
  async update(@CurrentUser() { userId }: Principal, @Body() body: UserUpdateBody): Promise<UserView> {
    return userView(await this.users.update(userId, body.changes()));
  }

  @SignedIn()
  @Delete('me')
  @ApiOperation({ summary: 'Delete my account' })
  @ApiOkResponse({ type: DetailResponse })
  async delete(@CurrentUser() { userId }: Principal): Promise<DetailResponse> {
    await this.users.delete(userId);
    return { detail: 'USER deleted successfully' };
  }

  @SignedIn()
  @Post('me/change-password')
  @ApiOperation({ summary: 'Change my password', description: 'Ends all tokens of before' })
  @ApiOkResponse({ type: MessageView })
  @ApiBadRequestResponse({ description: 'Incorrect password', type: ErrorResponse })
  async changePassword(
    @CurrentUser() { userId }: Principal,
    @Body() { old_password: oldPassword, new_password: newPassword }: ChangePasswordBody,
    @ClientAddress() address: string,
  ): Promise<MessageView> {
    await this.sessions.changeOwnPassword(userId, { oldPassword, newPassword, address });
    return { message: 'Password changed successfully' };
  }
}
