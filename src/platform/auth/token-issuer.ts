import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

export const TOKEN_ALGORITHM = 'HS256';

export interface TokenClaims {
  /** The user's id as text. */
  sub: string;
  /** Password version at the time of issue. */
  pv: number;
}

@Injectable()
export class TokenIssuer {
  constructor(private readonly jwt: JwtService) {}

  /** A bearer token for a user; it ends with its time, or with this version of the password. */
  issue(userId: number, passwordVersion: number): string {
    const claims: TokenClaims = { sub: String(userId), pv: passwordVersion };
    return this.jwt.sign(claims);
  }
}
