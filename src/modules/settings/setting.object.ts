import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PageInfoObject } from '#platform/graphql/connection.js';
import { DateTime } from '#platform/graphql/date-time.scalar.js';
import { countedByConnection } from '#platform/graphql/query-cost.js';
import type { SettingRow } from './setting.row.js';

@ObjectType('Setting', { description: 'What administrators set for the whole installation.' })
export class SettingObject implements SettingRow {
  @Field(() => ID, { description: 'Number of the setting.' })
  id: number;

  @Field(() => String, { description: 'Its key; no other has it.' })
  key: string;

  @Field(() => String, { description: 'What it is set to, as text.' })
  value: string;

  @Field(() => String, { description: 'What the text stands for.' })
  valueType: string;

  @Field(() => String, { nullable: true, description: 'What it is listed under.' })
  category: string | null;

  @Field(() => String, { nullable: true, description: 'Free text.' })
  description: string | null;

  @Field(() => DateTime, { description: 'When it was changed last.' })
  updatedAt: Date;
}

@ObjectType('SettingEdge', { description: 'A setting in a list.' })
export class SettingEdgeObject {
  @Field(() => String, { description: 'Place of the setting in the list; opaque.' })
  cursor: string;

  @Field(() => SettingObject, { description: 'The setting.' })
  node: SettingObject;
}

@ObjectType('SettingConnection', { description: 'A page of a list of settings.' })
export class SettingConnectionObject {
  @Field(() => [SettingEdgeObject], { description: 'The settings of the page.', complexity: countedByConnection })
  edges: SettingEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Where the page lies in the list.' })
  pageInfo: PageInfoObject;
}
