import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '../people/person.entity.js';

const UserSchema = defineEntity({
  name: 'User',
  tableName: 'user',
  indexes: [
    {
      name: 'user_username_trgm',
      expression: 'create index "user_username_trgm" on "user" using gin ("username" gin_trgm_ops)',
    },
  ],
  properties: {
    id: p.integer().primary(),
    person: () => p.manyToOne(Person).nullable().deleteRule('cascade').index(),
    username: p.string().length(100).collation('en-US-x-icu').unique(),
    email: p.string().length(255).unique(),
    hashedPassword: p.string().length(255).hidden(),
    /** Raised by every password change; a token of an older version is no longer valid. */
    passwordVersion: p.integer().default(1).hidden(),
    isActive: p.boolean().default(true),
    lastOnline: p.datetime().columnType('timestamptz').nullable(),
    isOnline: p.boolean().default(false),
    created: p.datetime().columnType('timestamptz').defaultRaw('now()'),
  },
});

export class User extends UserSchema.class {}
UserSchema.setClass(User);
