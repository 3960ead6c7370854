import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { type Principal, PrincipalDirectory } from './principal.js';
import { TOKEN_SECRET } from './token-secret.js';
import { TOKEN_ALGORITHM, type TokenClaims } from './token-issuer.js';

/** A token is good while its signature and time are, and its user is still who he was when it was issued. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    @Inject(TOKEN_SECRET) secret: string,
    private readonly principals: PrincipalDirectory,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: secret,
      algorithms: [TOKEN_ALGORITHM],
    });
  }

  async validate({ sub, pv }: TokenClaims): Promise<Principal | false> {
    return (await this.principals.find(Number(sub), Number(pv))) ?? false;
  }
}
