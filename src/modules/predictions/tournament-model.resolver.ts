import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TournamentObject } from '#modules/competitions/index.js';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { ModelObject } from './model.object.js';
import { ModelsService } from './models.service.js';
import type { ModelVersionRow } from './prediction.row.js';

@Resolver(() => TournamentObject)
export class TournamentModelResolver {
  private readonly byTournament: BatchLoader<number, ModelVersionRow>;

  constructor(models: ModelsService) {
    this.byTournament = new BatchLoader((ids) => models.latestOfTournaments(ids));
  }

  @ResolveField(() => ModelObject, {
    nullable: true,
    description: 'The model trained last for it, with the quality measured on its matches; null when there is none.',
  })
  async model(
    @Parent() tournament: TournamentObject,
    @Context() context: GraphqlContext,
  ): Promise<ModelVersionRow | undefined> {
    return this.byTournament.load(context, tournament.id);
  }
}
