import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ClientAddress, CurrentUser } from '#platform/auth/caller.js';
import type { Principal } from '#platform/auth/principal.js';
import { Public } from '#platform/auth/public.js';
import { Requires } from '#platform/auth/requires.js';
import { newUser, RegisterInput } from './account.input.js';
import { type Session, SessionsService } from './sessions.service.js';
import { SessionObject, UserObject } from './user.object.js';
import type { UserRow } from './user.row.js';
import { UsersService } from './users.service.js';

/** What everybody does with his own account. */
@Resolver(() => UserObject)
export class AccountsResolver {
  constructor(
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
  ) {}

  @Requires('signed-in')
  @Query(() => UserObject, { description: 'Whose token it is that comes with the request.' })
  async me(@CurrentUser() { userId }: Principal): Promise<UserRow> {
    return this.users.get(userId);
  }

  @Public()
  @Mutation(() => SessionObject, {
    description: 'Logs in. Codes: WRONG_CREDENTIALS, USER_INACTIVE, TOO_MANY_ATTEMPTS.',
  })
  async login(
    @Args('username', { type: () => String, description: 'Name of the user.' }) username: string,
    @Args('password', { type: () => String, description: 'Password of the user.' }) password: string,
    @ClientAddress() address: string,
  ): Promise<SessionObject> {
    return this.#withUser(await this.sessions.login({ username, password, address }));
  }

  @Public()
  @Mutation(() => UserObject, {
    description: 'Makes an account with the role `user`. Codes: USERNAME_TAKEN, EMAIL_TAKEN, INVALID_ARGUMENT.',
  })
  async register(
    @Args('input', { type: () => RegisterInput, description: 'The account.' }) input: RegisterInput,
    @ClientAddress() address: string,
  ): Promise<UserRow> {
    return this.users.register(newUser(input), address);
  }

  @Requires('signed-in')
  @Mutation(() => SessionObject, {
    description: 'Changes the password; ends all tokens of before and gives a new one. Codes: WRONG_PASSWORD.',
  })
  async changePassword(
    @Args('oldPassword', { type: () => String, description: 'The password until now.' }) oldPassword: string,
    @Args('newPassword', { type: () => String, description: 'The password from now on.' }) newPassword: string,
    @CurrentUser() { userId }: Principal,
    @ClientAddress() address: string,
  ): Promise<SessionObject> {
    return this.#withUser(await this.sessions.changeOwnPassword(userId, { oldPassword, newPassword, address }));
  }

  @Requires('signed-in')
  @Mutation(() => UserObject, { description: 'Changes the e-mail address. Codes: EMAIL_TAKEN, INVALID_ARGUMENT.' })
  async changeEmail(
    @Args('email', { type: () => String, description: 'The address from now on.' }) email: string,
    @CurrentUser() { userId }: Principal,
  ): Promise<UserRow> {
    return this.users.update(userId, { email });
  }

  @Requires('signed-in')
  @Mutation(() => UserObject, { description: 'Says that the user is here; without it for two minutes he is offline.' })
  async reportPresence(@CurrentUser() { userId }: Principal): Promise<UserRow> {
    await this.sessions.heartbeat(userId);
    return this.users.get(userId);
  }

  @Requires('signed-in')
  @Mutation(() => ID, {
    description: 'Deletes the own account; what it owns stays. Returns its id. Codes: LAST_ADMINISTRATOR.',
  })
  async deleteMyAccount(@CurrentUser() { userId }: Principal): Promise<number> {
    await this.users.delete(userId);
    return userId;
  }

  async #withUser({ token, userId }: Session): Promise<SessionObject> {
    return { token, user: await this.users.get(userId) };
  }
}
