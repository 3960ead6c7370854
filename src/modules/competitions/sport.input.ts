import { Field, ID, InputType, PartialType, registerEnumType } from '@nestjs/graphql';
import type { PositionCategory } from './position.row.js';
import { SportKindEnum } from './sport.object.js';
import type { SportKind } from './sport.row.js';

export const PositionCategoryEnum = {
  OFFENSE: 'offense',
  DEFENSE: 'defense',
  SPECIAL: 'special',
  OTHER: 'other',
} as const satisfies Record<string, PositionCategory>;

registerEnumType(PositionCategoryEnum, {
  name: 'PositionCategory',
  description: 'In which part of the team a position is.',
  valuesMap: {
    OFFENSE: { description: 'Plays with the ball.' },
    DEFENSE: { description: 'Plays against the ball.' },
    SPECIAL: { description: 'Kicks and returns.' },
    OTHER: { description: 'Anything else.' },
  },
});

@InputType('NewSport', { description: 'A sport to be created.' })
export class NewSportInput {
  @Field(() => String, { description: 'Name of the sport, up to 255 characters; no other has it.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Free text.' })
  description?: string | null;

  @Field(() => SportKindEnum, { nullable: true, description: 'Which rules apply; default as the title says.' })
  kind?: SportKind | null;

  @Field(() => ID, { nullable: true, description: 'Preset its scoreboards start with.' })
  scoreboardPresetId?: string | null;
}

@InputType('SportChanges', { description: 'What to change of a sport: absent stays, null clears.' })
export class SportChangesInput extends PartialType(NewSportInput, InputType) {}

@InputType('NewPosition', { description: 'A position to be created.' })
export class NewPositionInput {
  @Field(() => ID, { description: 'Number of its sport.' })
  sportId: string;

  @Field(() => String, { description: 'Name, up to 50 characters; no other position of the sport has it.' })
  title: string;

  @Field(() => PositionCategoryEnum, { nullable: true, description: 'Part of the team.' })
  category?: PositionCategory | null;
}

@InputType('PositionChanges', { description: 'What to change of a position: absent stays, null clears.' })
export class PositionChangesInput extends PartialType(NewPositionInput, InputType) {}
