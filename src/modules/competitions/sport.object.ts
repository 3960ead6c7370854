import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { SportKind, SportRow } from './sport.row.js';

export const SportKindEnum = {
  SOCCER: 'soccer',
  AMERICAN_FOOTBALL: 'american-football',
  OTHER: 'other',
} as const satisfies Record<string, SportKind>;

registerEnumType(SportKindEnum, {
  name: 'SportKind',
  description: 'What the rules of a sport are known to be.',
  valuesMap: {
    SOCCER: { description: 'Association football: goals, league tables, three points for a win.' },
    AMERICAN_FOOTBALL: { description: 'American football: downs, plays, a field in yards.' },
    OTHER: { description: 'Any other sport: matches and scores, without statistics of its own.' },
  },
});

@ObjectType('Sport', { description: 'A sport, with what is known of its rules.' })
export class SportObject implements SportRow {
  @Field(() => ID, { description: 'Number of the sport.' })
  id: number;

  @Field(() => String, { description: 'Name of the sport.' })
  title: string;

  @Field(() => SportKindEnum, { description: 'Which rules apply.' })
  kind: SportKind;

  @Field(() => String, { nullable: true, description: 'Free text.' })
  description: string | null;

  /** Resolved as `scoreboardPreset`. */
  scoreboardPresetId: number | null;
}
