import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Connection } from '#platform/graphql/connection.js';
import { MatchConnectionObject } from './match-connection.object.js';
import type { MatchRow } from './match.row.js';

@Resolver(() => MatchConnectionObject)
export class MatchConnectionResolver {
  @ResolveField(() => Int, { description: 'Number of matches in the whole list.' })
  async totalCount(@Parent() connection: Connection<MatchRow>): Promise<number> {
    return connection.count();
  }
}
