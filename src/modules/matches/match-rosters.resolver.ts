import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { listOf } from '#platform/graphql/query-cost.js';
import { MatchPlayersLoader } from './match-players.loader.js';
import { MatchRostersObject } from './match-roster.object.js';
import { MatchObject } from './match.object.js';
import type { MatchRow } from './match.row.js';

/** Players of both sides; a large squad of American football. */
const USUAL_PLAYERS = 90;

@Resolver(() => MatchObject)
export class MatchRostersResolver {
  constructor(private readonly players: MatchPlayersLoader) {}

  @ResolveField(() => MatchRostersObject, { description: 'Who plays.', complexity: listOf(USUAL_PLAYERS) })
  async rosters(@Parent() match: MatchRow, @Context() context: GraphqlContext): Promise<MatchRostersObject> {
    const players = await this.players.list(context, match.id);
    return {
      home: players.filter(({ teamId }) => teamId === match.homeId),
      away: players.filter(({ teamId }) => teamId === match.awayId),
    };
  }
}
