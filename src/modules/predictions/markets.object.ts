import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { HalfTimeFullTime } from '#core/models/half-time.js';
import type {
  AsianHandicap,
  CorrectScore,
  DoubleChance,
  EuropeanHandicap,
  OverUnder,
  YesNo,
} from '#core/models/market-book.js';
import type { OutcomeProbabilities } from '#core/stats/scoring-rules.js';

@ObjectType('OutcomeProbabilities', { description: 'A number for each outcome of a match.' })
export class OutcomeProbabilitiesObject implements OutcomeProbabilities {
  @Field(() => Float, { description: 'The home side wins.' })
  home: number;

  @Field(() => Float, { description: 'Nobody wins.' })
  draw: number;

  @Field(() => Float, { description: 'The away side wins.' })
  away: number;
}

@ObjectType('DoubleChance', { description: 'Probabilities of two of the three outcomes together; their sum is 2.' })
export class DoubleChanceObject implements DoubleChance {
  @Field(() => Float, { description: 'The home side does not lose.' })
  homeOrDraw: number;

  @Field(() => Float, { description: 'Somebody wins.' })
  homeOrAway: number;

  @Field(() => Float, { description: 'The away side does not lose.' })
  drawOrAway: number;
}

@ObjectType('OverUnder', {
  description: 'Goals of both sides against a line: shares of a stake, with the sum 1. Half lines have no push.',
})
export class OverUnderObject implements OverUnder {
  @Field(() => Float, { description: 'The number of goals to be over or under.' })
  line: number;

  @Field(() => Float, { description: 'More goals than the line.' })
  over: number;

  @Field(() => Float, { description: 'Fewer goals than the line.' })
  under: number;

  @Field(() => Float, { description: 'The stake comes back.' })
  push: number;
}

@ObjectType('YesNo', { description: 'Probabilities that something happens or not, with the sum 1.' })
export class YesNoObject implements YesNo {
  @Field(() => Float, { description: 'It happens.' })
  yes: number;

  @Field(() => Float, { description: 'It does not happen.' })
  no: number;
}

@ObjectType('CorrectScore', { description: 'One final score and its probability.' })
export class CorrectScoreObject implements CorrectScore {
  @Field(() => Int, { description: 'Goals of the home side.' })
  home: number;

  @Field(() => Int, { description: 'Goals of the away side.' })
  away: number;

  @Field(() => Float, { description: 'Probability of exactly this score.' })
  probability: number;
}

@ObjectType('AsianHandicap', {
  description: 'The winner after the line is added to the home goals: shares of a stake, with the sum 1.',
})
export class AsianHandicapObject implements AsianHandicap {
  @Field(() => Float, { description: 'Goals given to the home side; negative when it gives them.' })
  line: number;

  @Field(() => Float, { description: 'Wins on the home side.' })
  home: number;

  @Field(() => Float, { description: 'Wins on the away side.' })
  away: number;

  @Field(() => Float, { description: 'The stake comes back.' })
  push: number;
}

@ObjectType('EuropeanHandicap', {
  description: 'The outcome after the line is added to the home goals: probabilities, with the sum 1.',
})
export class EuropeanHandicapObject extends OutcomeProbabilitiesObject implements EuropeanHandicap {
  @Field(() => Int, { description: 'Goals given to the home side; negative when it gives them.' })
  line: number;
}

@ObjectType('CleanSheets', { description: 'Whether each side keeps the other from scoring.' })
export class CleanSheetsObject {
  @Field(() => YesNoObject, { description: 'The away side does not score.' })
  home: YesNoObject;

  @Field(() => YesNoObject, { description: 'The home side does not score.' })
  away: YesNoObject;
}

@ObjectType('HalfTimeFullTime', {
  description: 'Who leads at half-time and who wins: nine probabilities, with the sum 1.',
})
export class HalfTimeFullTimeObject implements HalfTimeFullTime {
  @Field(() => OutcomeProbabilitiesObject, { description: 'The home side leads at half-time, and then.' })
  home: OutcomeProbabilitiesObject;

  @Field(() => OutcomeProbabilitiesObject, { description: 'Level at half-time, and then.' })
  draw: OutcomeProbabilitiesObject;

  @Field(() => OutcomeProbabilitiesObject, { description: 'The away side leads at half-time, and then.' })
  away: OutcomeProbabilitiesObject;
}

@ObjectType('Markets', {
  description:
    'Probabilities for all sorts of bets. All are read from one distribution of the score, so none contradicts another; ' +
    'none is rounded. Market-free: bookmakers’ odds, known or not, have no part in them.',
})
export class MarketsObject {}
