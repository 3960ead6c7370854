import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { SeasonRow } from './season.row.js';

@ObjectType('Season', { description: 'A playing season, shared by all competitions.' })
export class SeasonObject implements SeasonRow {
  @Field(() => ID, { description: 'Number of the season.' })
  id: number;

  @Field(() => Int, { description: 'Calendar year in which the season starts: 2023 is also 2023/24.' })
  year: number;

  @Field(() => String, { nullable: true, description: 'Free text.' })
  description: string | null;

  @Field(() => Boolean, { description: 'The season being played now. At most one is.' })
  isCurrent: boolean;
}
