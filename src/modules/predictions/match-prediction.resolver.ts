import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchObject } from '#modules/matches/index.js';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { PredictionObject } from './prediction.object.js';
import { PredictionsService } from './predictions.service.js';

@Resolver(() => MatchObject)
export class MatchPredictionResolver {
  private readonly byMatch: BatchLoader<number, PredictionObject>;

  constructor(predictions: PredictionsService) {
    this.byMatch = new BatchLoader(async (ids) => {
      const rows = await predictions.latestForMatches(ids);
      return new Map([...rows].map(([matchId, row]) => [matchId, new PredictionObject(row)]));
    });
  }

  @ResolveField(() => PredictionObject, {
    nullable: true,
    description: 'The newest prediction from before kickoff; null when no model was trained for the competition.',
  })
  async prediction(
    @Parent() match: MatchObject,
    @Context() context: GraphqlContext,
  ): Promise<PredictionObject | undefined> {
    return this.byMatch.load(context, match.id);
  }
}
