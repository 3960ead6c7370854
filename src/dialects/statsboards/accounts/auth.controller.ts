import { Body, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiConsumes,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTooManyRequestsResponse,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { SessionsService, UsersService } from '#modules/accounts/index.js';
import { ClientAddress, CurrentUser } from '#platform/auth/caller.js';
import type { Principal } from '#platform/auth/principal.js';
import { Public, SignedIn } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { ErrorResponse } from '../statsboards.schema.js';
import { LoginBody } from './user.body.js';
import { tokenView, TokenView, userView, UserView } from './user.view.js';

@StatsboardsController({ path: 'auth', tag: 'auth' })
export class AuthController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly users: UsersService,
  ) {}

  @Public()
  @Post('login')
  @ApiOperation({ summary: 'Log in', description: 'As a form or as JSON' })
  @ApiConsumes('application/x-www-form-urlencoded', 'application/json')
  @ApiOkResponse({ type: TokenView })
  @ApiUnauthorizedResponse({ description: 'Incorrect username or password', type: ErrorResponse })
  @ApiForbiddenResponse({ description: 'User account is inactive', type: ErrorResponse })
  @ApiTooManyRequestsResponse({ description: 'Too many attempts; `Retry-After` says when', type: ErrorResponse })
  async login(@Body() { username, password }: LoginBody, @ClientAddress() address: string): Promise<TokenView> {
    return tokenView(await this.sessions.login({ username, password, address }));
  }

  @SignedIn()
  @Get('me')
  @ApiOperation({ summary: 'Who am I; the same as /api/users/me' })
  @ApiOkResponse({ type: UserView })
  async me(@CurrentUser() { userId }: Principal): Promise<UserView> {
    return userView(await this.users.get(userId));
  }

  @SignedIn()
  @Post('heartbeat')
  @HttpCode(204)
  @ApiOperation({ summary: 'I am here', description: 'Without one for two minutes a user is offline' })
  @ApiNoContentResponse()
  async heartbeat(@CurrentUser() { userId }: Principal): Promise<void> {
    await this.sessions.heartbeat(userId);
  }
}
