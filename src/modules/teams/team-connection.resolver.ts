import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Connection } from '#platform/graphql/connection.js';
import { TeamConnectionObject } from './team.object.js';
import type { TeamRow } from './team.row.js';

@Resolver(() => TeamConnectionObject)
export class TeamConnectionResolver {
  @ResolveField(() => Int, { description: 'Number of teams in the whole list.' })
  async totalCount(@Parent() connection: Connection<TeamRow>): Promise<number> {
    return connection.count();
  }
}
