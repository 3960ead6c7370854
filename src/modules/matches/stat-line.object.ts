import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { StatLineRow, StatPeriod } from './stat-line.row.js';

export const StatPeriodEnum = {
  FULL: 'full',
  FIRST_HALF: 'first_half',
  SECOND_HALF: 'second_half',
} as const satisfies { [P in StatPeriod as Uppercase<P>]: P };

registerEnumType(StatPeriodEnum, {
  name: 'StatPeriod',
  description: 'The part of a match that was counted.',
  valuesMap: {
    FULL: { description: 'The whole match.' },
    FIRST_HALF: { description: 'Until half-time.' },
    SECOND_HALF: { description: 'From half-time.' },
  },
});

const nullable = true;

@ObjectType('StatLine', {
  description: 'What one team did in one period of a soccer match. Null means not known, never zero.',
})
export class StatLineObject implements Omit<StatLineRow, 'matchId' | 'teamId'> {
  @Field(() => StatPeriodEnum, { description: 'What was counted.' })
  period: StatPeriod;

  @Field(() => Int, { nullable, description: 'Goals.' })
  goals: number | null;

  @Field(() => Int, { nullable, description: 'Corner kicks.' })
  corners: number | null;

  @Field(() => Int, { nullable, description: 'Shots.' })
  shots: number | null;

  @Field(() => Int, { nullable, description: 'Shots on target.' })
  shotsOnTarget: number | null;

  @Field(() => Int, { nullable, description: 'Yellow cards.' })
  yellowCards: number | null;

  @Field(() => Int, { nullable, description: 'Red cards.' })
  redCards: number | null;

  @Field(() => Int, { nullable, description: 'Fouls committed.' })
  fouls: number | null;

  @Field(() => Int, { nullable, description: 'Times caught offside.' })
  offsides: number | null;

  @Field(() => Int, { nullable, description: 'Saves by the goalkeeper.' })
  saves: number | null;

  @Field(() => Float, { nullable, description: 'Share of the ball in percent, 0 to 100.' })
  possession: number | null;

  @Field(() => Float, { nullable, description: 'Expected goals.' })
  xg: number | null;
}
