import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiForbiddenResponse, ApiUnauthorizedResponse } from '@nestjs/swagger';
import { type Access, DeclareAccess } from '#platform/auth/access.js';
import { ErrorResponse } from './statsboards.schema.js';

/** Open to everybody, whatever the mode. */
export { Public } from '#platform/auth/public.js';

const withToken = (access: Access, who: string): MethodDecorator & ClassDecorator =>
  applyDecorators(
    DeclareAccess(access),
    ApiBearerAuth(),
    ApiUnauthorizedResponse({ description: `Not authenticated: ${who}`, type: ErrorResponse }),
    ApiForbiddenResponse({ description: `Access denied: ${who}`, type: ErrorResponse }),
  );

/** A write the document leaves open: open to everybody, or with STATSBOARDS_WRITES=authenticated to editors. */
export const Write = (): MethodDecorator & ClassDecorator =>
  withToken('write', 'editors and administrators only when STATSBOARDS_WRITES=authenticated');

/** What the document marks admin: administrators only, in both modes. */
export const AdminOnly = (): MethodDecorator & ClassDecorator => withToken('admin', 'administrators only');

/** Any user with a valid token, in both modes. */
export const SignedIn = (): MethodDecorator & ClassDecorator => withToken('signed-in', 'a valid token is needed');
