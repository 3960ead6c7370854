import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { MarketBook } from '#core/models/market-book.js';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { MarketsObject } from './markets.object.js';
import { ModelObject } from './model.object.js';
import { ModelsService } from './models.service.js';
import { ExpectedGoalsObject, PredictionObject } from './prediction.object.js';
import type { ModelVersionRow } from './prediction.row.js';

@Resolver(() => PredictionObject)
export class PredictionResolver {
  private readonly models: BatchLoader<number, ModelVersionRow>;

  constructor(models: ModelsService) {
    this.models = new BatchLoader((rowIds) => models.findByIds(rowIds));
  }

  @ResolveField(() => ModelObject, {
    description:
      'The model, as trained for the tournament. A prediction made before the last match it learnt from was made with ' +
      'parameters fitted in the same way, on what was known until `asOf`.',
  })
  async model(
    @Parent() { row }: PredictionObject,
    @Context() context: GraphqlContext,
  ): Promise<ModelVersionRow | undefined> {
    return this.models.load(context, row.modelVersionId);
  }

  @ResolveField(() => ExpectedGoalsObject, { description: 'How many goals each side scores on average.' })
  expectedGoals(@Parent() { book }: PredictionObject): ExpectedGoalsObject {
    return book.expectedGoals();
  }

  @ResolveField(() => MarketsObject, { description: 'Probabilities for all sorts of bets, from one distribution.' })
  markets(@Parent() { book }: PredictionObject): MarketBook {
    return book;
  }
}
