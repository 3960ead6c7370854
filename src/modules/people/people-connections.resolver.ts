import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Connection } from '#platform/graphql/connection.js';
import { PersonConnectionObject } from './person.object.js';
import { PlayerConnectionObject } from './player.object.js';
import { RosterEntryConnectionObject } from './roster-entry.object.js';

@Resolver(() => PersonConnectionObject)
export class PersonConnectionResolver {
  @ResolveField(() => Int, { description: 'Number of persons in the whole list.' })
  async totalCount(@Parent() connection: Connection<unknown>): Promise<number> {
    return connection.count();
  }
}

@Resolver(() => PlayerConnectionObject)
export class PlayerConnectionResolver {
  @ResolveField(() => Int, { description: 'Number of players in the whole list.' })
  async totalCount(@Parent() connection: Connection<unknown>): Promise<number> {
    return connection.count();
  }
}

@Resolver(() => RosterEntryConnectionObject)
export class RosterEntryConnectionResolver {
  @ResolveField(() => Int, { description: 'Number of entries in the whole list.' })
  async totalCount(@Parent() connection: Connection<unknown>): Promise<number> {
    return connection.count();
  }
}
