import { applyDecorators, UseGuards } from '@nestjs/common';
import { AccessGuard } from './access.guard.js';
import { type Access, DeclareAccess } from './access.js';

/** For resolvers: who may call a root field, and the guard that sees to it. Dialects have decorators of their own. */
export const Requires = (access: Access): MethodDecorator & ClassDecorator =>
  applyDecorators(DeclareAccess(access), UseGuards(AccessGuard));
