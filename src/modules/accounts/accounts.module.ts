import { Module } from '@nestjs/common';
import { AccountsAdminResolver } from './accounts-admin.resolver.js';
import { RoleConnectionResolver, UserConnectionResolver } from './account-connections.resolver.js';
import { AccountsResolver } from './accounts.resolver.js';
import { RolesResolver } from './roles.resolver.js';
import { CredentialsRepository } from './credentials.repository.js';
import { FirstAdmin } from './first-admin.js';
import { LoginThrottle } from './login-throttle.js';
import { OfflineSweeper } from './offline-sweeper.js';
import { PasswordHasher } from './password-hasher.js';
import { RolesRepository } from './roles.repository.js';
import { RolesService } from './roles.service.js';
import { SessionsService } from './sessions.service.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

@Module({
  providers: [
    AccountsResolver,
    AccountsAdminResolver,
    RoleConnectionResolver,
    RolesResolver,
    UserConnectionResolver,
    CredentialsRepository,
    FirstAdmin,
    LoginThrottle,
    OfflineSweeper,
    PasswordHasher,
    RolesRepository,
    RolesService,
    SessionsService,
    UsersRepository,
    UsersService,
  ],
  exports: [FirstAdmin, OfflineSweeper, RolesService, SessionsService, UsersService],
})
export class AccountsModule {}
