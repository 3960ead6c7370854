import { Field, ID, InputType, Int, PartialType } from '@nestjs/graphql';
import { OwnedInput } from './owned.input.js';

@InputType('NewTournament', { description: 'A tournament to be created.' })
export class NewTournamentInput extends OwnedInput {
  @Field(() => String, { description: 'Name of the tournament, up to 255 characters.' })
  title: string;

  @Field(() => ID, { description: 'Number of the season it is played in.' })
  seasonId: string;

  @Field(() => ID, { description: 'Number of the sport played.' })
  sportId: string;

  @Field(() => ID, { nullable: true, description: 'What it is a season of.' })
  competitionId?: string | null;

  @Field(() => String, { nullable: true, description: 'Free text.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of its logo, up to 255 characters.' })
  logoUrl?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number in the EESL register; the tournament that has it is changed instead.',
  })
  eeslId?: number | null;
}

@InputType('TournamentChanges', { description: 'What to change of a tournament: absent stays, null clears.' })
export class TournamentChangesInput extends PartialType(NewTournamentInput, InputType) {}

@InputType('TournamentMove', { description: 'A move of a tournament to another sport.' })
export class TournamentMoveInput {
  @Field(() => ID, { description: 'Number of the tournament.' })
  tournamentId: string;

  @Field(() => ID, { description: 'Number of the sport it moves to.' })
  targetSportId: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Takes tournaments along that share teams or players; without it they stop the move.',
  })
  withConflicting: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'Only tells what would happen.' })
  preview: boolean;
}
