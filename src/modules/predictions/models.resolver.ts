import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TournamentLoader, TournamentObject, type TournamentRow } from '#modules/competitions/index.js';
import { Requires } from '#platform/auth/requires.js';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '#platform/graphql/graphql-limits.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { parseOptionalId } from '#platform/graphql/parse-id.js';
import { ModelObject } from './model.object.js';
import { ModelsService } from './models.service.js';
import type { ModelVersionRow } from './prediction.row.js';

@Resolver(() => ModelObject)
export class ModelsResolver {
  constructor(
    private readonly models: ModelsService,
    private readonly tournaments: TournamentLoader,
  ) {}

  @Requires('public')
  @Query(() => [ModelObject], {
    name: 'models',
    description: 'Trained models, the latest first, with the quality measured on the matches of their tournament.',
  })
  async listModels(
    @Args('tournamentId', { type: () => ID, nullable: true, description: 'Only models trained for this tournament.' })
    tournamentId: string | null,
    @Args('first', {
      type: () => Int,
      defaultValue: DEFAULT_PAGE_SIZE,
      description: `How many, at most ${MAX_PAGE_SIZE}.`,
    })
    first: number,
  ): Promise<ModelVersionRow[]> {
    return this.models.list(parseOptionalId(tournamentId, 'tournamentId'), first);
  }

  @ResolveField(() => TournamentObject, { nullable: true, description: 'The tournament it was trained for.' })
  async tournament(
    @Parent() { tournamentId }: ModelVersionRow,
    @Context() context: GraphqlContext,
  ): Promise<TournamentRow | undefined> {
    return tournamentId === null ? undefined : this.tournaments.load(context, tournamentId);
  }
}
