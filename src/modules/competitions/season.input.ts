import { Field, InputType, Int, PartialType } from '@nestjs/graphql';

@InputType('NewSeason', { description: 'A season to be created.' })
export class NewSeasonInput {
  @Field(() => Int, { description: 'Calendar year in which it starts, 1900 to 2999; no other season has it.' })
  year: number;

  @Field(() => String, { nullable: true, description: 'Free text.' })
  description?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Makes it the current one; the one that was is no more.' })
  isCurrent?: boolean | null;
}

@InputType('SeasonChanges', { description: 'What to change of a season: absent stays, null clears.' })
export class SeasonChangesInput extends PartialType(NewSeasonInput, InputType) {}
