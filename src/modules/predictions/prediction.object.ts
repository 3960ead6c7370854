import { Field, Float, ObjectType } from '@nestjs/graphql';
import { MarketBook } from '#core/models/market-book.js';
import { DateTime } from '#platform/graphql/date-time.scalar.js';
import type { PredictionRow } from './prediction.row.js';

@ObjectType('ExpectedGoals', { description: 'Means of the predicted distribution of the score.' })
export class ExpectedGoalsObject {
  @Field(() => Float, { description: 'Goals of the home side.' })
  home: number;

  @Field(() => Float, { description: 'Goals of the away side.' })
  away: number;
}

@ObjectType('Prediction', {
  description:
    'What a model says of a match, as it was stored; never changed afterwards. Market-free: where bookmakers’ odds are ' +
    'known, nothing of them is mixed in.',
})
export class PredictionObject {
  private computed: MarketBook | undefined;

  @Field(() => DateTime, { description: 'Nothing later than this moment was known to the model.' })
  asOf: Date;

  @Field(() => Boolean, {
    description: 'True: it was stored before kickoff. False: it was computed afterwards from what was known then.',
  })
  publishedBeforeKickoff: boolean;

  constructor(readonly row: PredictionRow) {
    this.asOf = new Date(row.asOf);
    this.publishedBeforeKickoff = row.publishedBeforeKickoff;
  }

  /** Computed when first asked for, once. */
  get book(): MarketBook {
    return (this.computed ??= MarketBook.of(this.row.distribution));
  }
}
