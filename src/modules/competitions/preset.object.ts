import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { PageInfoObject } from '#platform/graphql/connection.js';
import { countedByConnection } from '#platform/graphql/query-cost.js';
import {
  ClockDirectionEnum,
  InitialTimeModeEnum,
  OnStopBehaviorEnum,
  PeriodClockVariantEnum,
  PeriodModeEnum,
} from './preset.enums.js';
import type { PresetRow, PresetValues } from './preset.row.js';

@ObjectType('ScoreboardPreset', { description: 'What scoreboards and clocks of a sport start with.' })
export class PresetObject implements PresetRow {
  @Field(() => ID, { description: 'Number of the preset.' })
  id: number;

  @Field(() => String, { description: 'Name of the preset.' })
  title: string;

  @Field(() => Int, { nullable: true, description: 'Seconds of a period.' })
  gameclockMax: number | null;

  @Field(() => ClockDirectionEnum, { description: 'Which way the game clock runs.' })
  direction: PresetValues['direction'];

  @Field(() => OnStopBehaviorEnum, { description: 'What the game clock does when it is stopped.' })
  onStopBehavior: PresetValues['onStopBehavior'];

  @Field(() => Boolean, { description: 'Shows the period.' })
  isQtr: boolean;

  @Field(() => Boolean, { description: 'Shows the game clock.' })
  isTime: boolean;

  @Field(() => Boolean, { description: 'Shows the play clock.' })
  isPlayclock: boolean;

  @Field(() => Boolean, { description: 'Shows down and distance.' })
  isDowndistance: boolean;

  @Field(() => Boolean, { description: 'The sport has timeouts.' })
  hasTimeouts: boolean;

  @Field(() => Boolean, { description: 'The sport has a play clock.' })
  hasPlayclock: boolean;

  @Field(() => PeriodModeEnum, { description: 'What the parts of a match are called.' })
  periodMode: PresetValues['periodMode'];

  @Field(() => Int, { description: 'How many periods, 1 to 99.' })
  periodCount: number;

  @Field(() => [String], {
    name: 'periodLabels',
    nullable: true,
    description: 'Keys of the periods, in custom mode only.',
  })
  periodLabelsJson: string[] | null;

  @Field(() => PeriodClockVariantEnum, { description: 'Whether the game clock starts every period anew.' })
  periodClockVariant: PresetValues['periodClockVariant'];

  @Field(() => Int, { nullable: true, description: 'Seconds of the play clock.' })
  defaultPlayclockSeconds: number | null;

  @Field(() => InitialTimeModeEnum, { description: 'Where the game clock starts.' })
  initialTimeMode: PresetValues['initialTimeMode'];

  @Field(() => Int, { nullable: true, description: 'Seconds to start with in min mode.' })
  initialTimeMinSeconds: number | null;

  @Field(() => [Int], { description: 'What the buttons of the score form add, in their order.' })
  quickScoreDeltas: number[];

  @Field(() => String, { description: 'Label of a goal in the score form.' })
  scoreFormGoalLabel: string;

  @Field(() => String, { description: 'Emoji of a goal in the score form.' })
  scoreFormGoalEmoji: string;

  @Field(() => String, { description: 'What the scoreboard shows for a goal.' })
  scoreboardGoalText: string;
}

@ObjectType('ScoreboardPresetEdge', { description: 'A preset in a list.' })
export class PresetEdgeObject {
  @Field(() => String, { description: 'Place of the preset in the list; opaque.' })
  cursor: string;

  @Field(() => PresetObject, { description: 'The preset.' })
  node: PresetObject;
}

@ObjectType('ScoreboardPresetConnection', { description: 'A page of a list of presets.' })
export class PresetConnectionObject {
  @Field(() => [PresetEdgeObject], { description: 'The presets of the page.', complexity: countedByConnection })
  edges: PresetEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Where the page lies in the list.' })
  pageInfo: PageInfoObject;
}
