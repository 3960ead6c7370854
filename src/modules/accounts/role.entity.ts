import { defineEntity, p } from '@mikro-orm/core';

const RoleSchema = defineEntity({
  name: 'Role',
  tableName: 'role',
  properties: {
    id: p.integer().primary(),
    name: p.string().length(50).unique(),
    description: p.string().length(255).nullable(),
  },
});

export class Role extends RoleSchema.class {}
RoleSchema.setClass(Role);
