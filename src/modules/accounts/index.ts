// Owns users, their roles and passwords.
// Promises that a token ends with the password it was issued for, and that no answer holds a password.
// Listens to nothing.
export { AccountsModule } from './accounts.module.js';
export { type AdminCredentials, FirstAdmin } from './first-admin.js';
export { OfflineSweeper } from './offline-sweeper.js';
export { LONGEST_PASSWORD, LONGEST_USERNAME, SHORTEST_PASSWORD, SHORTEST_USERNAME } from './account-rules.js';
export { RolesService } from './roles.service.js';
export { type Session, SessionsService } from './sessions.service.js';
export { UsersService } from './users.service.js';
export type { RoleOrder, RoleRow } from './role.row.js';
export type { NewUser, UserChanges, UserFilter, UserOrder, UserRow } from './user.row.js';
