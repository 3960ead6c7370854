import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchObject } from '#modules/matches/index.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { GameClockObject, PlayClockObject } from './clock.object.js';
import { LiveStateLoaders } from './live-state.loaders.js';
import { ScoreboardObject } from './scoreboard.object.js';

const NEVER_LIVE = 'null for a match that was never played live.';

@Resolver(() => MatchObject)
export class MatchLiveStateResolver {
  constructor(private readonly loaders: LiveStateLoaders) {}

  @ResolveField(() => GameClockObject, { nullable: true, description: `The game clock; ${NEVER_LIVE}` })
  async gameClock(@Parent() { id }: MatchObject, @Context() context: GraphqlContext) {
    return this.loaders.gameClock.load(context, id);
  }

  @ResolveField(() => PlayClockObject, { nullable: true, description: `The clock between plays; ${NEVER_LIVE}` })
  async playClock(@Parent() { id }: MatchObject, @Context() context: GraphqlContext) {
    return this.loaders.playClock.load(context, id);
  }

  @ResolveField(() => ScoreboardObject, { nullable: true, description: `Score, period, down and ball; ${NEVER_LIVE}` })
  async scoreboard(@Parent() { id }: MatchObject, @Context() context: GraphqlContext) {
    return this.loaders.scoreboard.load(context, id);
  }
}
