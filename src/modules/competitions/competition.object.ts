import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { CompetitionRow } from './competition.row.js';
import { SportObject } from './sport.object.js';

@ObjectType('Competition', { description: 'What is played again every season, like a league or a cup.' })
export class CompetitionObject implements CompetitionRow {
  @Field(() => ID, { description: 'Number of the competition.' })
  id: number;

  @Field(() => String, { description: 'Name of the competition.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'English name of its country; null when it belongs to none.' })
  country: string | null;

  @Field(() => SportObject, { description: 'The sport played.' })
  sport: SportObject;
}
