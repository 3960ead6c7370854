import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime } from '#platform/graphql/date-time.scalar.js';
import { Json } from '#platform/graphql/json.scalar.js';
import { OutcomeProbabilitiesObject } from './markets.object.js';
import type { ForecastScores, ModelEvaluation, ScoreDifference } from './model-evaluation.js';
import type { ModelVersionRow } from './prediction.row.js';

@ObjectType('ForecastScores', {
  description: 'How good forecasts were, as means over matches. Smaller is better, except for accuracy.',
})
export class ForecastScoresObject implements ForecastScores {
  @Field(() => Int, { description: 'Matches scored.' })
  matches: number;

  @Field(() => Float, {
    description:
      'Ranked probability score of home, draw, away: 0 is perfect, 1 the worst; better bookmakers reach 0.19.',
  })
  rps: number;

  @Field(() => Float, { description: 'Log loss of the match winner in nats; knowing nothing costs 1.0986.' })
  logLoss: number;

  @Field(() => Float, { description: 'Brier score over the three outcomes, 0 to 2.' })
  brier: number;

  @Field(() => Float, { description: 'How often the likeliest outcome happened, 0 to 1.' })
  accuracy: number;

  @Field(() => OutcomeProbabilitiesObject, {
    description:
      'Expected calibration error of each outcome, in ten bins: by how much probabilities and frequencies differ.',
  })
  calibrationError: OutcomeProbabilitiesObject;

  @Field(() => Float, { description: 'Mean entropy of the forecasts in nats: the smaller, the bolder.' })
  entropy: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Log loss of more than 2.5 goals or not; null for a forecast of the match winner alone.',
  })
  overUnder25: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Log loss of both teams scoring or not; null for a forecast of the match winner alone.',
  })
  bothTeamsToScore: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Log loss of the exact score; null for a forecast of the match winner alone.',
  })
  correctScore: number | null;
}

@ObjectType('ScoreDifference', {
  description: 'Mean difference of two scores on the same matches. Negative: the model is better.',
})
export class ScoreDifferenceObject implements ScoreDifference {
  @Field(() => Float, { description: 'Score of the model less that of the other.' })
  mean: number;

  @Field(() => Float, { nullable: true, description: 'Standard error of the mean; null for a single match.' })
  standardError: number | null;
}

@ObjectType('ModelEvaluation', {
  description:
    'How a model did in one tournament, walking forward: each match was forecast from what was known before its day.',
})
export class ModelEvaluationObject implements Omit<ModelEvaluation, 'protocol'> {
  @Field(() => Int, { description: 'Matches scored.' })
  matches: number;

  @Field(() => ForecastScoresObject, { description: 'Of the model.' })
  model: ForecastScoresObject;

  @Field(() => ForecastScoresObject, { description: 'Of giving each outcome one third.' })
  uniform: ForecastScoresObject;

  @Field(() => ForecastScoresObject, {
    description: 'Of how often each score happened in the competition in the three years before, whoever played.',
  })
  baseRates: ForecastScoresObject;

  @Field(() => ScoreDifferenceObject, { description: 'Ranked probability score against one third each.' })
  rpsAgainstUniform: ScoreDifferenceObject;

  @Field(() => ScoreDifferenceObject, { description: 'Ranked probability score against the base rates.' })
  rpsAgainstBaseRates: ScoreDifferenceObject;
}

@ObjectType('Model', {
  description: 'A model trained for one tournament. `id`, `version` and tournament together name it.',
})
export class ModelObject implements Pick<ModelVersionRow, 'id' | 'version' | 'trainedOn'> {
  @Field(() => ID, { description: 'Which model: `dixon-coles`. The same for all its versions.' })
  id: string;

  @Field(() => String, { description: 'First twelve digits of the SHA-256 of options and fitted parameters.' })
  version: string;

  @Field(() => Json, { description: 'The options it was fitted with; what they mean is up to the model.' })
  options: Record<string, unknown>;

  @Field(() => DateTime, { nullable: true, description: 'Kickoff of the first match it learnt from.' })
  trainedFrom: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Kickoff of the last match it learnt from.' })
  trainedTo: Date | null;

  @Field(() => Int, { description: 'Number of matches it learnt from.' })
  trainedOn: number;

  @Field(() => ModelEvaluationObject, {
    nullable: true,
    description: 'How well it forecast the matches of the tournament so far; null before the first result.',
  })
  evaluation: ModelEvaluationObject | null;

  @Field(() => DateTime, { description: 'When it was stored.' })
  createdAt: Date;
}
