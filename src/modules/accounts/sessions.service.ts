import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NotFound } from '#core/kernel/domain-error.js';
import { PrincipalDirectory } from '#platform/auth/principal.js';
import { TokenIssuer } from '#platform/auth/token-issuer.js';
import { userInactive, wrongCredentials, wrongPassword } from './accounts.errors.js';
import { type Credentials, CredentialsRepository } from './credentials.repository.js';
import { LoginThrottle } from './login-throttle.js';
import { PasswordHasher } from './password-hasher.js';
import { checkPassword } from './account-rules.js';
import { UsersRepository } from './users.repository.js';

export interface Session {
  userId: number;
  /** To be sent as `Authorization: Bearer <token>`. */
  token: string;
}

/** Passwords, tokens, and who is here. */
@Injectable()
export class SessionsService implements OnModuleInit {
  constructor(
    private readonly credentials: CredentialsRepository,
    private readonly users: UsersRepository,
    private readonly hasher: PasswordHasher,
    private readonly throttle: LoginThrottle,
    private readonly tokens: TokenIssuer,
    private readonly principals: PrincipalDirectory,
  ) {}

  onModuleInit(): void {
    this.principals.use((userId, passwordVersion) => this.users.findPrincipal(userId, passwordVersion));
  }

  /**
   * A token for a name and its password. `address` is where the wish comes from.
   * @throws Unauthenticated (WRONG_CREDENTIALS), after the same time for names there are none of; Forbidden
   * (USER_INACTIVE); Exhausted after too many wrong ones, or when too many log in at once.
   */
  async login({ username, password, address }: Record<'username' | 'password' | 'address', string>): Promise<Session> {
    const known = await this.throttle.check(address, username, () => this.#whoseIs(username, password));
    if (!known) throw wrongCredentials();
    if (!known.isActive) throw userInactive();
    return { userId: known.userId, token: this.tokens.issue(known.userId, known.passwordVersion) };
  }

  /**
   * Ends all tokens of the user and returns a new one.
   * @throws Invalid (WRONG_PASSWORD) unless `oldPassword` is his, or for a new one that cannot be; NotFound; Exhausted.
   */
  async changeOwnPassword(
    userId: number,
    { oldPassword, newPassword, address }: Record<'oldPassword' | 'newPassword' | 'address', string>,
  ): Promise<Session> {
    checkPassword(newPassword, 'newPassword');
    const known = await this.credentials.find(userId);
    if (!known) throw new NotFound('User', userId);
    const isRight = async () => (await this.hasher.verify(known.hashedPassword, oldPassword)) || undefined;
    if (!(await this.throttle.check(address, `user ${userId}`, isRight))) throw wrongPassword();
    return this.setPassword(userId, newPassword);
  }

  /** Without the old password: for administrators. Ends all tokens of the user. Throws NotFound, Invalid, Exhausted. */
  async setPassword(userId: number, newPassword: string): Promise<Session> {
    checkPassword(newPassword, 'newPassword');
    const version = await this.credentials.setPassword(userId, await this.hasher.hash(newPassword));
    if (version === undefined) throw new NotFound('User', userId);
    return { userId, token: this.tokens.issue(userId, version) };
  }

  /** He is here, and stays so for two minutes. */
  heartbeat(userId: number): Promise<void> {
    return this.credentials.setOnline(userId);
  }

  /** Undefined for a wrong name or password. */
  async #whoseIs(username: string, password: string): Promise<Credentials | undefined> {
    const known = username.includes('\0') ? undefined : await this.credentials.findByUsername(username);
    return (await this.hasher.verify(known?.hashedPassword, password)) ? known : undefined;
  }
}
