import { Global, Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { CONFIG } from '#platform/config/config.token.js';
import type { Config } from '#platform/config/index.js';
import { AccessGuard } from './access.guard.js';
import { Authenticator } from './authenticator.js';
import { HandshakeCallers } from './handshake-callers.js';
import { JwtStrategy } from './jwt.strategy.js';
import { PrincipalDirectory } from './principal.js';
import { TOKEN_ALGORITHM, TokenIssuer } from './token-issuer.js';
import { TOKEN_KEY, tokenKey } from './token-key.js';

/** Tokens, and the guard that reads them. Who the users are, the accounts say. */
@Global()
@Module({
  imports: [
    JwtModule.registerAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({
        secret: tokenKey(config),
        signOptions: { algorithm: TOKEN_ALGORITHM, expiresIn: config.auth.tokenMinutes * 60 },
      }),
    }),
  ],
  providers: [
    { provide: TOKEN_KEY, inject: [CONFIG], useFactory: tokenKey },
    AccessGuard,
    Authenticator,
    HandshakeCallers,
    JwtStrategy,
    PrincipalDirectory,
    TokenIssuer,
  ],
  exports: [AccessGuard, Authenticator, HandshakeCallers, PrincipalDirectory, TokenIssuer],
})
export class AuthModule {}
