import { Field, Int, InputType, PartialType } from '@nestjs/graphql';
import {
  ClockDirectionEnum,
  InitialTimeModeEnum,
  OnStopBehaviorEnum,
  PeriodClockVariantEnum,
  PeriodModeEnum,
} from './preset.enums.js';
import type { PresetValues } from './preset.row.js';

@InputType('NewScoreboardPreset', { description: 'A preset to be created; what is absent is as in American football.' })
export class NewPresetInput {
  @Field(() => String, { description: 'Name of the preset.' })
  title: string;

  @Field(() => Int, { nullable: true, description: 'Seconds of a period.' })
  gameclockMax?: number | null;

  @Field(() => ClockDirectionEnum, { nullable: true, description: 'Which way the game clock runs.' })
  direction?: PresetValues['direction'] | null;

  @Field(() => OnStopBehaviorEnum, { nullable: true, description: 'What the game clock does when it is stopped.' })
  onStopBehavior?: PresetValues['onStopBehavior'] | null;

  @Field(() => Boolean, { nullable: true, description: 'Shows the period.' })
  isQtr?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Shows the game clock.' })
  isTime?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Shows the play clock.' })
  isPlayclock?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Shows down and distance.' })
  isDowndistance?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'The sport has timeouts.' })
  hasTimeouts?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'The sport has a play clock.' })
  hasPlayclock?: boolean | null;

  @Field(() => PeriodModeEnum, { nullable: true, description: 'What the parts of a match are called.' })
  periodMode?: PresetValues['periodMode'] | null;

  @Field(() => Int, { nullable: true, description: 'How many periods, 1 to 99.' })
  periodCount?: number | null;

  @Field(() => [String], { nullable: true, description: 'Keys of the periods, in custom mode only.' })
  periodLabels?: string[] | null;

  @Field(() => PeriodClockVariantEnum, {
    nullable: true,
    description: 'Whether the game clock starts every period anew.',
  })
  periodClockVariant?: PresetValues['periodClockVariant'] | null;

  @Field(() => Int, { nullable: true, description: 'Seconds of the play clock.' })
  defaultPlayclockSeconds?: number | null;

  @Field(() => InitialTimeModeEnum, { nullable: true, description: 'Where the game clock starts.' })
  initialTimeMode?: PresetValues['initialTimeMode'] | null;

  @Field(() => Int, { nullable: true, description: 'Seconds to start with in min mode.' })
  initialTimeMinSeconds?: number | null;

  @Field(() => [Int], { nullable: true, description: 'What the buttons of the score form add, in their order.' })
  quickScoreDeltas?: number[] | null;

  @Field(() => String, { nullable: true, description: 'Label of a goal in the score form.' })
  scoreFormGoalLabel?: string | null;

  @Field(() => String, { nullable: true, description: 'Emoji of a goal in the score form.' })
  scoreFormGoalEmoji?: string | null;

  @Field(() => String, { nullable: true, description: 'What the scoreboard shows for a goal.' })
  scoreboardGoalText?: string | null;
}

@InputType('ScoreboardPresetChanges', { description: 'What to change of a preset: absent stays, null clears.' })
export class PresetChangesInput extends PartialType(NewPresetInput, InputType) {}
