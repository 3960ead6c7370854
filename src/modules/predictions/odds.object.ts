import { ArgsType, Field, Float, ObjectType } from '@nestjs/graphql';
import { DateTime } from '#platform/graphql/date-time.scalar.js';
import type { OddsRow } from './odds.row.js';

@ObjectType('Odds', { description: 'A price a bookmaker offered.' })
export class OddsObject implements Omit<OddsRow, 'id' | 'matchId' | 'observedAt'> {
  @Field(() => String, {
    description: 'Short code of the bookmaker, like `B365` or `PS`; `AVG` and `MAX` are over many bookmakers.',
  })
  bookmaker: string;

  @Field(() => String, { description: 'What is bet on: `match_winner`, `over_under`, `asian_handicap`.' })
  market: string;

  @Field(() => String, { description: 'The outcome bet on: `home`, `draw`, `away`, `over`, `under`.' })
  selection: string;

  @Field(() => Float, {
    nullable: true,
    description: 'Number of goals to be over or under, or the handicap of the home side; null where there is none.',
  })
  line: number | null;

  @Field(() => Float, { description: 'Decimal odds: what a stake of 1 returns when the bet is won.' })
  price: number;

  @Field(() => Boolean, { description: 'The last price before kickoff.' })
  closing: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When the price was seen; null when the source does not say.' })
  observedAt: Date | null;
}

@ArgsType()
export class OddsArgs {
  @Field(() => String, { nullable: true, description: 'Only this bookmaker.' })
  bookmaker?: string | null;

  @Field(() => String, { nullable: true, description: 'Only this market.' })
  market?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only closing prices. False: only earlier ones.' })
  closing?: boolean | null;
}
