import { Field, InputType, PartialType } from '@nestjs/graphql';

@InputType('NewSetting', { description: 'A setting to be created.' })
export class NewSettingInput {
  @Field(() => String, { description: 'Its key, up to 100 characters; no other has it.' })
  key: string;

  @Field(() => String, { description: 'What it is set to, as text.' })
  value: string;

  @Field(() => String, { nullable: true, description: 'What the text stands for; default string.' })
  valueType?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is listed under, up to 50 characters.' })
  category?: string | null;

  @Field(() => String, { nullable: true, description: 'Free text.' })
  description?: string | null;
}

@InputType('SettingChanges', { description: 'What to change of a setting: absent stays, null clears.' })
export class SettingChangesInput extends PartialType(NewSettingInput, InputType) {}
