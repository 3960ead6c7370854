import { type ExecutionContext, Injectable } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { AccessGuard } from './access.guard.js';
import { callerOf, type Carrier, type Visibility } from './caller.js';
import { Public } from './public.js';

/** What a client said of itself when it connected. */
export interface Handshake {
  authorization: string | undefined;
  /** Where a header cannot be set. */
  token: string | null | undefined;
}

/** A class whose methods say, as routes do, who may do what. */
type Handlers = abstract new () => object;

class Watching {
  @Public()
  watch(): void {}
}

/** Who may do what over a socket is said as on a route, and found out in the same way, by the handshake's token. */
@Injectable()
export class HandshakeCallers {
  constructor(private readonly guard: AccessGuard) {}

  /** What the guards of a route know. @throws Unauthenticated; Forbidden */
  async enter<Of extends Handlers>(
    { authorization, token }: Handshake,
    handlers: Of,
    name: keyof InstanceType<Of>,
  ): Promise<ExecutionContext> {
    const credentials = authorization ?? (token ? `Bearer ${token}` : undefined);
    const carrier: Carrier = { headers: credentials === undefined ? {} : { authorization: credentials } };
    const context = new ExecutionContextHost(
      [carrier, {}],
      handlers as never,
      (handlers.prototype as InstanceType<Of>)[name] as never,
    );
    await this.guard.canActivate(context);
    return context;
  }

  /** Which private rows the client sees. To be called within a context of the database. */
  async visibility(handshake: Handshake): Promise<Visibility> {
    return callerOf(await this.enter(handshake, Watching, 'watch')).visibility();
  }
}
