import { Field, ID, InputType, Int, PartialType } from '@nestjs/graphql';
import { OwnedInput } from '#modules/competitions/index.js';

@InputType('NewTeam', { description: 'A team to be created.' })
export class NewTeamInput extends OwnedInput {
  @Field(() => String, { description: 'Full name, up to 50 characters.' })
  name: string;

  @Field(() => ID, { description: 'Number of the sport it plays.' })
  sportId: string;

  @Field(() => String, { nullable: true, description: 'Where it is at home, up to 50 characters.' })
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'Free text.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Colour on scoreboards, as in CSS, up to 10 characters.' })
  color?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of its logo.' })
  logoUrl?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number in the EESL register; the team that has it is changed instead.',
  })
  eeslId?: number | null;
}

@InputType('TeamChanges', { description: 'What to change of a team: absent stays, null clears.' })
export class TeamChangesInput extends PartialType(NewTeamInput, InputType) {}
