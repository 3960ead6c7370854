import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { TournamentRow } from './tournament.row.js';
import { CompetitionObject } from './competition.object.js';
import { SeasonObject } from './season.object.js';
import { SportObject } from './sport.object.js';

@ObjectType('Tournament', { description: 'One season of a competition: what teams enter and matches belong to.' })
export class TournamentObject implements TournamentRow {
  @Field(() => ID, { description: 'Number of the tournament.' })
  id: number;

  @Field(() => String, { description: 'Name of the tournament.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Free text.' })
  description: string | null;

  @Field(() => String, { nullable: true, description: 'Address of its logo.' })
  logoUrl: string | null;

  @Field(() => SeasonObject, { description: 'When it is played.' })
  season: SeasonObject;

  @Field(() => SportObject, { description: 'The sport played.' })
  sport: SportObject;

  @Field(() => CompetitionObject, { nullable: true, description: 'What it is a season of; null for a single event.' })
  competition: CompetitionObject | null;
}
