import { Conflict, DomainError, Forbidden, Invalid, NotFound, Unauthenticated } from '#core/kernel/domain-error.js';

export const wrongCredentials = (): DomainError =>
  new Unauthenticated('WRONG_CREDENTIALS', 'Incorrect username or password');

export const userInactive = (): DomainError => new Forbidden('USER_INACTIVE', 'User account is inactive');

export const wrongPassword = (): DomainError => new Invalid('oldPassword', 'Incorrect password', 'WRONG_PASSWORD');

/** Without one nobody could make another. */
export const lastAdmin = (): DomainError =>
  new Conflict('LAST_ADMINISTRATOR', 'The last administrator must stay; make somebody else one first');

/** What the constraints of users stand for. */
export const userConstraints = ({ personId }: { personId?: number | null } = {}): Record<
  string,
  () => DomainError
> => ({
  user_username_unique: () => new Conflict('USERNAME_TAKEN', 'Username already exists'),
  user_email_unique: () => new Conflict('EMAIL_TAKEN', 'Email already exists'),
  user_person_id_foreign: () => new Invalid('personId', `personId: Person ${personId} does not exist`),
});

/** What the constraints of users' roles stand for. */
export const userRoleConstraints = (userId: number, roleId: number): Record<string, () => DomainError> => ({
  user_role_user_id_foreign: () => new NotFound('User', userId),
  user_role_role_id_foreign: () => new NotFound('Role', roleId),
});
