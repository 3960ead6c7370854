import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchPlayerObject, MatchPlayersLoader } from '#modules/matches/index.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import {
  DefenceStatisticsObject,
  OffenceStatisticsObject,
  type PlayerFiguresObject,
  QuarterbackStatisticsObject,
} from './statistics.object.js';

const PLAYER = { nullable: true, description: 'The player.' };

@Resolver(() => OffenceStatisticsObject)
export class OffencePlayersResolver {
  constructor(private readonly players: MatchPlayersLoader) {}

  @ResolveField(() => MatchPlayerObject, PLAYER)
  async player(@Parent() { matchId, playerId }: PlayerFiguresObject, @Context() context: GraphqlContext) {
    return this.players.find(context, matchId, playerId);
  }
}

@Resolver(() => QuarterbackStatisticsObject)
export class QuarterbackPlayersResolver {
  constructor(private readonly players: MatchPlayersLoader) {}

  @ResolveField(() => MatchPlayerObject, PLAYER)
  async player(@Parent() { matchId, playerId }: PlayerFiguresObject, @Context() context: GraphqlContext) {
    return this.players.find(context, matchId, playerId);
  }
}

@Resolver(() => DefenceStatisticsObject)
export class DefencePlayersResolver {
  constructor(private readonly players: MatchPlayersLoader) {}

  @ResolveField(() => MatchPlayerObject, PLAYER)
  async player(@Parent() { matchId, playerId }: PlayerFiguresObject, @Context() context: GraphqlContext) {
    return this.players.find(context, matchId, playerId);
  }
}
