import { ArgsType, Field, registerEnumType } from '@nestjs/graphql';
import { StatPeriodEnum, type StatPeriod } from '#modules/matches/index.js';
import type { SampleRequest, SampleVenue } from './analysis.types.js';

export const SampleSizeEnum = { LAST_5: 5, LAST_10: 10, LAST_50: 50 } as const;
export type SampleSize = (typeof SampleSizeEnum)[keyof typeof SampleSizeEnum];

export const SampleVenueEnum = { HOME: 'home', AWAY: 'away' } as const satisfies {
  [V in SampleVenue as Uppercase<V>]: V;
};

registerEnumType(SampleSizeEnum, {
  name: 'SampleSize',
  description: 'How many matches of each team an analysis looks at: its latest in the tournament before the kickoff.',
  valuesMap: {
    LAST_5: { description: 'At most 5.' },
    LAST_10: { description: 'At most 10.' },
    LAST_50: { description: 'At most 50.' },
  },
});

registerEnumType(SampleVenueEnum, {
  name: 'SampleVenue',
  description: 'Where a team played the matches that an analysis looks at.',
  valuesMap: { HOME: { description: 'At home.' }, AWAY: { description: 'Away.' } },
});

@ArgsType()
export class AnalysisArgs {
  @Field(() => SampleSizeEnum, { defaultValue: SampleSizeEnum.LAST_10, description: 'How many matches of each team.' })
  sample: SampleSize;

  @Field(() => StatPeriodEnum, {
    defaultValue: StatPeriodEnum.FULL,
    description: 'Which part of the matches is counted, and forecast.',
  })
  period: StatPeriod;

  @Field(() => SampleVenueEnum, {
    nullable: true,
    description: 'Only matches the home team played there; default all of them.',
  })
  homeVenue?: SampleVenue | null;

  @Field(() => SampleVenueEnum, { nullable: true, description: 'The same for the away team.' })
  awayVenue?: SampleVenue | null;
}

export function sampleRequestOf({ sample, period, homeVenue, awayVenue }: AnalysisArgs): SampleRequest {
  return { limit: sample, period, homeVenue: homeVenue ?? null, awayVenue: awayVenue ?? null };
}
