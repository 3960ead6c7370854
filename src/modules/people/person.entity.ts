import { defineEntity, p } from '@mikro-orm/core';
import { User } from '../accounts/user.entity.js';

const PersonSchema = defineEntity({
  name: 'Person',
  tableName: 'person',
  indexes: [
    {
      name: 'person_first_name_trgm',
      expression: 'create index "person_first_name_trgm" on "person" using gin ("first_name" gin_trgm_ops)',
    },
    {
      name: 'person_second_name_trgm',
      expression: 'create index "person_second_name_trgm" on "person" using gin ("second_name" gin_trgm_ops)',
    },
    { name: 'person_second_name_index', properties: ['secondName', 'firstName'] },
  ],
  properties: {
    id: p.integer().primary(),
    firstName: p.string().length(100).collation('en-US-x-icu').default(''),
    secondName: p.string().length(100).collation('en-US-x-icu').default(''),
    personPhotoUrl: p.string().length(500).nullable().default(''),
    personPhotoIconUrl: p.string().length(500).nullable().default(''),
    personPhotoWebUrl: p.string().length(500).nullable().default(''),
    personDob: p.datetime().columnType('timestamptz').nullable(),
    personEeslId: p.integer().nullable().unique(),
    ownerUser: () => p.manyToOne(User).nullable().deleteRule('set null').index(),
    isPrivate: p.boolean().fieldName('isprivate').default(false),
  },
});

export class Person extends PersonSchema.class {}
PersonSchema.setClass(Person);
