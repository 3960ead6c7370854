import { defineEntity, p } from '@mikro-orm/core';
import { Role } from './role.entity.js';
import { User } from './user.entity.js';

const UserRoleSchema = defineEntity({
  name: 'UserRole',
  tableName: 'user_role',
  properties: {
    user: () => p.manyToOne(User).primary().deleteRule('cascade'),
    role: () => p.manyToOne(Role).primary().deleteRule('cascade').index(),
  },
});

export class UserRole extends UserRoleSchema.class {}
UserRoleSchema.setClass(UserRole);
