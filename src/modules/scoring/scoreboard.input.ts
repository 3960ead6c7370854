import { Field, Float, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import type { Side } from './scoring.service.js';

export const SideEnum = { HOME: 'home', AWAY: 'away' } as const satisfies Record<string, Side>;

registerEnumType(SideEnum, {
  name: 'Side',
  description: 'A side of a match.',
  valuesMap: { HOME: { description: 'The home side.' }, AWAY: { description: 'The away side.' } },
});

@InputType('ScoreboardSideInput', { description: 'What changes of one side; what is absent stays.' })
export class ScoreboardSideInput {
  @Field(() => Int, { nullable: true, description: 'Points, 0 to 9999.' })
  points?: number;

  @Field(() => Int, { nullable: true, description: 'Timeouts left, 0 to 4.' })
  timeouts?: number;

  @Field(() => String, { nullable: true, description: 'Color, up to 10 characters; null: the one of the team.' })
  color?: string | null;

  @Field(() => String, { nullable: true, description: 'Title, up to 50 characters; null: the name of the team.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the logo; null: the one of the team.' })
  logoUrl?: string | null;

  @Field(() => Float, { nullable: true, description: 'How much larger than usual the logo is shown.' })
  logoScale?: number;

  @Field(() => Boolean, { nullable: true, description: 'Shows that the side has just scored.' })
  showsGoal?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Shows that the side has a timeout.' })
  showsTimeout?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Shows the line-up.' })
  showsLineup?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Shows the starting offence.' })
  showsStartingOffence?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Shows the starting defence.' })
  showsStartingDefence?: boolean;
}

@InputType('ScoreboardDisplayInput', { description: 'What is shown from now on; what is absent stays.' })
export class ScoreboardDisplayInput {
  @Field(() => Boolean, { nullable: true, description: 'The period.' })
  period?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'The game clock.' })
  gameClock?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'The play clock.' })
  playClock?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Down and distance.' })
  downAndDistance?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'The logo of the tournament.' })
  tournamentLogo?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'The main sponsor.' })
  mainSponsor?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'The line of sponsors.' })
  sponsorLine?: boolean;

  @Field(() => Boolean, { nullable: true, description: 'The line of the sponsors of the match.' })
  matchSponsorLine?: boolean;

  @Field(() => ID, { nullable: true, description: 'Introduces a player of the match; null: nobody.' })
  playerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Shows the figures of a quarterback; null: of nobody.' })
  quarterbackId?: string | null;
}

@InputType('ScoreboardInput', { description: 'What changes of a scoreboard; what is absent stays.' })
export class ScoreboardInput {
  @Field(() => ScoreboardSideInput, { nullable: true, description: 'The home side.' })
  home?: ScoreboardSideInput;

  @Field(() => ScoreboardSideInput, { nullable: true, description: 'The away side.' })
  away?: ScoreboardSideInput;

  @Field(() => Int, { nullable: true, description: 'The period, from 1; a clock that counts through them follows.' })
  period?: number;

  @Field(() => String, { nullable: true, description: 'How the period is called; by default after its number.' })
  periodTitle?: string;

  @Field(() => String, { nullable: true, description: 'How the match stands, up to 50 characters.' })
  gameStatus?: string;

  @Field(() => String, { nullable: true, description: 'The down as it is shown, up to 10 characters.' })
  down?: string;

  @Field(() => String, { nullable: true, description: 'Yards to a first down as they are shown, up to 20 characters.' })
  distance?: string;

  @Field(() => Int, { nullable: true, description: 'Where the ball is.' })
  ballOn?: number;

  @Field(() => Boolean, { nullable: true, description: 'A flag is on the field.' })
  flag?: boolean;

  @Field(() => ScoreboardDisplayInput, { nullable: true, description: 'What is shown.' })
  shows?: ScoreboardDisplayInput;
}
