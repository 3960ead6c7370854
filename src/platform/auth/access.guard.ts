import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Forbidden, Unauthenticated } from '#core/kernel/domain-error.js';
import { CONFIG } from '#platform/config/config.token.js';
import type { Config } from '#platform/config/index.js';
import { ACCESS, type Access, ROLES_OF_ACCESS } from './access.js';
import { Authenticator } from './authenticator.js';
import { carrierOf, rememberCaller } from './caller.js';
import { isAdmin, type Principal } from './principal.js';

/**
 * Lets in whom the access of a handler names, over REST and GraphQL. A handler that says nothing is closed. On routes
 * that need nobody, credentials are looked at only when the handler asks who calls, and bad ones count as none.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  readonly #openWrites: boolean;

  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    @Inject(CONFIG) config: Config,
  ) {
    this.#openWrites = config.statsboards.writes === 'open';
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const principal = this.#remember(context);
    const roles = this.#rolesFor(access);
    if (roles) this.#check(await principal(), roles, carrierOf(context).headers.authorization !== undefined);
    return true;
  }

  /** Undefined: nobody needs to be known. */
  #rolesFor(access: Access | undefined): readonly string[] | undefined {
    if (access === undefined) throw new Forbidden('ACCESS_UNDECLARED', 'Nobody may call this');
    if (access === 'public' || (access === 'write' && this.#openWrites)) return undefined;
    return ROLES_OF_ACCESS[access === 'write' ? 'editor' : access];
  }

  #check(principal: Principal | undefined, roles: readonly string[], hasCredentials: boolean): void {
    if (!principal) {
      if (hasCredentials) throw new Unauthenticated('INVALID_TOKEN', 'Could not validate credentials');
      throw new Unauthenticated('NOT_AUTHENTICATED', 'Not authenticated');
    }
    if (roles.length > 0 && !roles.some((role) => principal.roles.includes(role))) {
      throw new Forbidden('ROLE_REQUIRED', `Access denied. Required roles: ${roles.join(', ')}`, { roles });
    }
  }

  #remember(context: ExecutionContext): () => Promise<Principal | undefined> {
    let found: Promise<Principal | undefined> | undefined;
    const principal = () => (found ??= this.authenticator.authenticate(context));
    rememberCaller(carrierOf(context), {
      principal,
      visibility: async () => {
        if (this.#openWrites) return {};
        const user = await principal();
        return isAdmin(user) ? {} : { onlyOwner: user?.userId ?? 0 };
      },
    });
    return principal;
  }
}
