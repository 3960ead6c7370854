import { SetMetadata } from '@nestjs/common';

/**
 * Who may call a route or root field.
 * - `public`: anybody.
 * - `write`: as STATSBOARDS_WRITES says, anybody or editors.
 * - `signed-in`: every user with a valid token.
 * - `editor`: users with the role editor or admin.
 * - `admin`: users with the role admin.
 */
export type Access = 'public' | 'write' | 'signed-in' | 'editor' | 'admin';

export const ACCESS = 'touchline:access';

/** Tells `AccessGuard` what to demand; on a method it replaces what its class says. Does not bring the guard itself. */
export const DeclareAccess = (access: Access): ReturnType<typeof SetMetadata> => SetMetadata(ACCESS, access);

/** The roles of which one is needed; none: any user will do. */
export const ROLES_OF_ACCESS: Readonly<Record<Exclude<Access, 'public' | 'write'>, readonly string[]>> = {
  'signed-in': [],
  editor: ['editor', 'admin'],
  admin: ['admin'],
};
