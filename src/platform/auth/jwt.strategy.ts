import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { KeyObject } from 'node:crypto';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { type Principal, PrincipalDirectory } from './principal.js';
import { TOKEN_ALGORITHM, type TokenClaims } from './token-issuer.js';
import { TOKEN_KEY } from './token-key.js';

/** A token is good while its signature and time are, and its user is still who he was when it was issued. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    @Inject(TOKEN_KEY) key: KeyObject,
    private readonly principals: PrincipalDirectory,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // Its types do not know keys yet; what verifies does.
      secretOrKey: key as unknown as Buffer,
      algorithms: [TOKEN_ALGORITHM],
    });
  }

  async validate({ sub, pv }: TokenClaims): Promise<Principal | false> {
    return (await this.principals.find(Number(sub), Number(pv))) ?? false;
  }
}
