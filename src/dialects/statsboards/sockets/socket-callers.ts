import { Injectable } from '@nestjs/common';
import { Authenticator } from '#platform/auth/authenticator.js';
import { type Handshake, HandshakeCallers } from '#platform/auth/handshake-callers.js';
import type { Principal } from '#platform/auth/principal.js';
import { OwnContext } from '#platform/database/own-context.js';
import { type Upgrade, Viewers, type Viewing } from '#realtime/index.js';
import { Write } from '../statsboards.access.js';

type Opening = Pick<Upgrade, 'request' | 'query'>;

class Editing {
  @Write()
  edit(): void {}
}

/** Knows clients of sockets by the token of their handshake: `?token=`, or the header `Authorization`. */
@Injectable()
export class SocketCallers {
  constructor(
    private readonly handshakes: HandshakeCallers,
    private readonly authenticator: Authenticator,
    private readonly viewers: Viewers,
    private readonly context: OwnContext,
  ) {}

  /** Lets a client follow a match. @throws NotFound for one that is kept from it */
  async admit(matchId: number, opening: Opening): Promise<Viewing> {
    const visibility = await this.context.run(() => this.handshakes.visibility(handshakeOf(opening)));
    return this.viewers.admit(matchId, visibility);
  }

  /**
   * The user who writes; undefined where nobody needs to be one and nobody is. Asked at every write, so that roles
   * count from the moment they are given or taken.
   * @throws Unauthenticated; Forbidden
   */
  async authorize(opening: Opening): Promise<Principal | undefined> {
    return this.authenticator.authenticate(await this.handshakes.enter(handshakeOf(opening), Editing, 'edit'));
  }
}

const handshakeOf = ({ request, query }: Opening): Handshake => ({
  authorization: request.headers.authorization,
  token: query.get('token'),
});
