import { Injectable } from '@nestjs/common';
import { Conflict, NotFound } from '#core/kernel/domain-error.js';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import { type Page, type Slice, sliceOf } from '#core/kernel/page.js';
import { explaining } from '#platform/database/constraints.js';
import { checkEmail, checkPassword, checkUsername } from './account-rules.js';
import { lastAdmin, userConstraints, userRoleConstraints } from './accounts.errors.js';
import { CredentialsRepository } from './credentials.repository.js';
import { LoginThrottle } from './login-throttle.js';
import { PasswordHasher } from './password-hasher.js';
import { RolesService } from './roles.service.js';
import type { NewUser, UserChanges, UserFilter, UserOrder, UserPosition, UserRow } from './user.row.js';
import { UsersRepository } from './users.repository.js';

/** Accounts and what they may do. Passwords and tokens are the business of SessionsService. */
@Injectable()
export class UsersService {
  constructor(
    private readonly users: UsersRepository,
    private readonly roles: RolesService,
    private readonly hasher: PasswordHasher,
    private readonly throttle: LoginThrottle,
    private readonly credentials: CredentialsRepository,
  ) {}

  /**
   * A new account with the role `user`. `address` is where the wish comes from.
   * @throws Conflict (USERNAME_TAKEN, EMAIL_TAKEN); Invalid for a value that cannot be; Exhausted after too many.
   */
  async register(user: NewUser, address: string): Promise<UserRow> {
    await this.throttle.countAddress(address);
    return this.get(await this.#insert(user, ['user']));
  }

  /** An account with the roles `user` and `admin`, unless there is a user of this name. Returns whether it was made. */
  async createAdmin(user: NewUser): Promise<boolean> {
    return this.credentials.inOwnContext(async () => {
      if (await this.credentials.findByUsername(user.username)) return false;
      try {
        await this.#insert(user, ['user', 'admin']);
        return true;
      } catch (error) {
        // Another process has just made it.
        if (error instanceof Conflict && error.code === 'USERNAME_TAKEN') return false;
        throw error;
      }
    });
  }

  /** Undefined when there is none with this id. */
  find(id: number): Promise<UserRow | undefined> {
    return this.users.find(id);
  }

  /** Throws NotFound. */
  async get(id: number): Promise<UserRow> {
    const user = await this.users.find(id);
    if (!user) throw new NotFound('User', id);
    return user;
  }

  /** Every user once, whatever the number of roles that match. Throws Invalid for a search text that is too long. */
  list(filter: UserFilter, range: SortedRange<UserOrder>): Promise<Listing<UserRow>> {
    return this.users.list(filter, range);
  }

  /** A page in the order of names. */
  async page(filter: UserFilter, page: Page<UserPosition>): Promise<Slice<UserRow>> {
    return sliceOf(await this.users.page(filter, page), page);
  }

  /** How many users all pages of this filter have together. */
  count(filter: UserFilter): Promise<number> {
    return this.users.count(filter);
  }

  /**
   * Who is deactivated can no longer log in, and his tokens end.
   * @throws NotFound; Conflict (EMAIL_TAKEN, LAST_ADMINISTRATOR); Invalid.
   */
  async update(id: number, changes: UserChanges): Promise<UserRow> {
    if (changes.email !== undefined) checkEmail(changes.email);
    const change = () => explaining(userConstraints(), () => this.users.update(id, changes));
    await (changes.isActive === false ? this.keepingAnAdmin(change) : change());
    return this.get(id);
  }

  /** What he owns stays and belongs to nobody. Throws NotFound; Conflict (LAST_ADMINISTRATOR). */
  async delete(id: number): Promise<void> {
    if (!(await this.keepingAnAdmin(() => this.users.delete(id)))) throw new NotFound('User', id);
  }

  /** Throws NotFound for user or role; Conflict (ROLE_ALREADY_ASSIGNED). */
  async assignRole(userId: number, roleId: number): Promise<UserRow> {
    const added = await explaining(userRoleConstraints(userId, roleId), () => this.users.addRole(userId, roleId));
    if (!added) throw new Conflict('ROLE_ALREADY_ASSIGNED', 'User already has this role', { userId, roleId });
    return this.get(userId);
  }

  /** Throws NotFound for user or role; Conflict (ROLE_NOT_ASSIGNED, LAST_ADMINISTRATOR). */
  async removeRole(userId: number, roleId: number): Promise<UserRow> {
    const removed = await this.keepingAnAdmin(() => this.users.removeRole(userId, roleId));
    const user = await this.get(userId);
    if (removed) return user;
    await this.roles.get(roleId);
    throw new Conflict('ROLE_NOT_ASSIGNED', 'User does not have this role', { userId, roleId });
  }

  /**
   * Gives or takes the role `admin`; nothing happens where that is done already.
   * @throws NotFound; Conflict (LAST_ADMINISTRATOR).
   */
  async setAdmin(userId: number, wanted: boolean): Promise<UserRow> {
    await this.keepingAnAdmin(() => this.users.setRole(userId, 'admin', wanted));
    return this.get(userId);
  }

  /**
   * Runs work in one transaction, and undoes it when it has left nobody to administer the server; one such at a time.
   * @throws Conflict (LAST_ADMINISTRATOR)
   */
  async keepingAnAdmin<T>(work: () => Promise<T>): Promise<T> {
    return this.users.transactional(async () => {
      const before = await this.users.lockAdmins();
      const result = await work();
      if (before > 0 && (await this.users.countAdmins()) === 0) throw lastAdmin();
      return result;
    });
  }

  async #insert({ username, email, password, personId = null }: NewUser, roleNames: string[]): Promise<number> {
    checkUsername(username);
    checkEmail(email);
    checkPassword(password, 'password');
    const hashed = await this.hasher.hash(password);
    return explaining(userConstraints({ personId }), () =>
      this.users.insert({ username, email, personId }, hashed, roleNames),
    );
  }
}
