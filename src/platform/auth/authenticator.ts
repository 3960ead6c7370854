import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { carrierOf } from './caller.js';
import type { Principal } from './principal.js';

/** Reads the token of a request; not having one, or having a bad one, is no failure here. */
@Injectable()
export class Authenticator extends AuthGuard('jwt') {
  async authenticate(context: ExecutionContext): Promise<Principal | undefined> {
    const carrier = this.getRequest(context);
    if (carrier.headers.authorization === undefined) return undefined;
    await this.canActivate(context);
    return carrier.user;
  }

  override getRequest(context: ExecutionContext): ReturnType<typeof carrierOf> & { user?: Principal } {
    return carrierOf(context);
  }

  /** The strategy never answers by itself. */
  getResponse(): object {
    return {};
  }

  override handleRequest<Result>(error: unknown, user: Result | false): Result {
    if (error) throw error;
    return (user || undefined) as Result;
  }
}
