import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Connection } from '#platform/graphql/connection.js';
import { CompetitionConnectionObject } from './competition.object.js';
import { PositionConnectionObject } from './position.object.js';
import { SeasonConnectionObject } from './season.object.js';
import { TournamentConnectionObject } from './tournament.object.js';

@Resolver(() => CompetitionConnectionObject)
export class CompetitionConnectionResolver {
  @ResolveField(() => Int, { description: 'Number of competitions in the whole list.' })
  async totalCount(@Parent() connection: Connection<unknown>): Promise<number> {
    return connection.count();
  }
}

@Resolver(() => PositionConnectionObject)
export class PositionConnectionResolver {
  @ResolveField(() => Int, { description: 'Number of positions in the whole list.' })
  async totalCount(@Parent() connection: Connection<unknown>): Promise<number> {
    return connection.count();
  }
}

@Resolver(() => SeasonConnectionObject)
export class SeasonConnectionResolver {
  @ResolveField(() => Int, { description: 'Number of seasons in the whole list.' })
  async totalCount(@Parent() connection: Connection<unknown>): Promise<number> {
    return connection.count();
  }
}

@Resolver(() => TournamentConnectionObject)
export class TournamentConnectionResolver {
  @ResolveField(() => Int, { description: 'Number of tournaments in the whole list.' })
  async totalCount(@Parent() connection: Connection<unknown>): Promise<number> {
    return connection.count();
  }
}
