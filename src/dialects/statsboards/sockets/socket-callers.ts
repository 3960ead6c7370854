import { Injectable } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { MatchRecordsService } from '#modules/matches/index.js';
import { AccessGuard } from '#platform/auth/access.guard.js';
import { Authenticator } from '#platform/auth/authenticator.js';
import { callerOf, type Carrier } from '#platform/auth/caller.js';
import type { Principal } from '#platform/auth/principal.js';
import { OwnContext } from '#platform/database/own-context.js';
import type { Upgrade } from '#realtime/index.js';
import { Public, Write } from '../statsboards.access.js';

type Handshake = Pick<Upgrade, 'request' | 'query'>;

/** Who may do what over a socket is said as on a route, and found out in the same way. */
class SocketHandlers {
  @Public()
  read(): void {}

  @Write()
  write(): void {}
}

/** Knows clients of sockets by the token of their handshake: `?token=`, or the header `Authorization`. */
@Injectable()
export class SocketCallers {
  constructor(
    private readonly guard: AccessGuard,
    private readonly authenticator: Authenticator,
    private readonly matches: MatchRecordsService,
    private readonly context: OwnContext,
  ) {}

  /** Whether a match is kept from a client, who is then told that there is none. */
  isHidden(matchId: number, handshake: Handshake): Promise<boolean> {
    return this.context.run(async () => {
      const context = await this.#enter(handshake, 'read');
      return this.matches.isHidden(matchId, await callerOf(context).visibility());
    });
  }

  /**
   * The user who writes; undefined where nobody needs to be one and nobody is. Asked at every write, so that roles
   * count from the moment they are given or taken.
   * @throws Unauthenticated; Forbidden
   */
  async authorize(handshake: Handshake): Promise<Principal | undefined> {
    return this.authenticator.authenticate(await this.#enter(handshake, 'write'));
  }

  async #enter({ request, query }: Handshake, handler: keyof SocketHandlers): Promise<ExecutionContextHost> {
    const token = query.get('token');
    const authorization = request.headers.authorization ?? (token ? `Bearer ${token}` : undefined);
    const carrier: Carrier = { headers: authorization === undefined ? {} : { authorization } };
    const context = new ExecutionContextHost([carrier, {}], SocketHandlers, SocketHandlers.prototype[handler]);
    await this.guard.canActivate(context);
    return context;
  }
}
