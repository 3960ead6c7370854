import { Args, Float, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Invalid } from '#core/kernel/domain-error.js';
import type { HalfTimeFullTime } from '#core/models/half-time.js';
import type {
  AsianHandicap,
  CorrectScore,
  DoubleChance,
  EuropeanHandicap,
  MarketBook,
  OverUnder,
  YesNo,
} from '#core/models/market-book.js';
import type { OutcomeProbabilities } from '#core/stats/scoring-rules.js';
import {
  AsianHandicapObject,
  CleanSheetsObject,
  CorrectScoreObject,
  DoubleChanceObject,
  EuropeanHandicapObject,
  HalfTimeFullTimeObject,
  MarketsObject,
  OutcomeProbabilitiesObject,
  OverUnderObject,
  YesNoObject,
} from './markets.object.js';

const MAX_SCORES = 50;
/** No side has ever scored as many; beyond, every line is a certainty. */
const MAX_LINE = 50;

/** Reads markets from the book of a prediction, each when it is asked for. */
@Resolver(() => MarketsObject)
export class MarketsResolver {
  @ResolveField(() => OutcomeProbabilitiesObject, { description: 'Home win, draw, away win, with the sum 1.' })
  matchWinner(@Parent() book: MarketBook): OutcomeProbabilities {
    return book.matchWinner();
  }

  @ResolveField(() => DoubleChanceObject, { description: 'Two of the three outcomes together.' })
  doubleChance(@Parent() book: MarketBook): DoubleChance {
    return book.doubleChance();
  }

  @ResolveField(() => OverUnderObject, { description: 'The number of goals of both sides against a line.' })
  overUnder(
    @Parent() book: MarketBook,
    @Args('line', {
      type: () => Float,
      defaultValue: 2.5,
      description: `From 0 to ${MAX_LINE} in steps of a quarter.`,
    })
    line: number,
  ): OverUnder {
    if (!(line >= 0 && line <= MAX_LINE) || !Number.isInteger(line * 4)) {
      throw wrongLine(`${line} is not a line for goals: it is from 0 to ${MAX_LINE} in steps of a quarter`);
    }
    return book.overUnder(line);
  }

  @ResolveField(() => YesNoObject, { description: 'Both sides score at least once.' })
  bothTeamsToScore(@Parent() book: MarketBook): YesNo {
    return book.bothTeamsToScore();
  }

  @ResolveField(() => [CorrectScoreObject], {
    description: 'The likeliest final scores, the likeliest first.',
    complexity: ({ args, childComplexity }) => 1 + Math.max(1, Number(args['top'])) * childComplexity,
  })
  correctScore(
    @Parent() book: MarketBook,
    @Args('top', { type: () => Int, defaultValue: 5, description: `How many, from 1 to ${MAX_SCORES}.` }) top: number,
  ): CorrectScore[] {
    if (!(top >= 1 && top <= MAX_SCORES)) {
      throw new Invalid('top', `top is ${top}: from 1 to ${MAX_SCORES} scores can be asked for`, 'BAD_USER_INPUT');
    }
    return book.correctScore(top).scores;
  }

  @ResolveField(() => AsianHandicapObject, { description: 'The winner after a handicap; no draw is paid.' })
  asianHandicap(
    @Parent() book: MarketBook,
    @Args('line', {
      type: () => Float,
      defaultValue: -0.5,
      description: `Goals given to the home side, from -${MAX_LINE} to ${MAX_LINE} in steps of a quarter.`,
    })
    line: number,
  ): AsianHandicap {
    if (!(Math.abs(line) <= MAX_LINE) || !Number.isInteger(line * 4)) {
      const range = `from -${MAX_LINE} to ${MAX_LINE} in steps of a quarter`;
      throw wrongLine(`${line} is not an Asian handicap: it is ${range}`);
    }
    return book.asianHandicap(line);
  }

  @ResolveField(() => EuropeanHandicapObject, {
    description: 'The outcome after a handicap, the draw being one of them.',
  })
  europeanHandicap(
    @Parent() book: MarketBook,
    @Args('line', {
      type: () => Int,
      defaultValue: -1,
      description: `Goals given to the home side, a whole number from -${MAX_LINE} to ${MAX_LINE}.`,
    })
    line: number,
  ): EuropeanHandicap {
    if (Math.abs(line) > MAX_LINE) {
      throw wrongLine(`${line} is not a handicap: it is a whole number from -${MAX_LINE} to ${MAX_LINE}`);
    }
    return book.europeanHandicap(line);
  }

  @ResolveField(() => CleanSheetsObject, { description: 'Which side concedes nothing.' })
  cleanSheets(@Parent() book: MarketBook): { home: YesNo; away: YesNo } {
    return book.cleanSheets();
  }

  @ResolveField(() => HalfTimeFullTimeObject, { description: 'Who leads at half-time and who wins.' })
  halfTimeFullTime(@Parent() book: MarketBook): HalfTimeFullTime {
    return book.halfTimeFullTime();
  }
}

function wrongLine(message: string): Invalid {
  return new Invalid('line', message, 'BAD_USER_INPUT');
}
