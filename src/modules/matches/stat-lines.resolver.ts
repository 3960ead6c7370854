import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TeamLoader, TeamObject, type TeamRow } from '#modules/teams/index.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { StatLineObject } from './stat-line.object.js';
import type { StatLineRow } from './stat-line.row.js';

@Resolver(() => StatLineObject)
export class StatLinesResolver {
  constructor(private readonly teams: TeamLoader) {}

  @ResolveField(() => TeamObject, { description: 'The team.' })
  async team(@Parent() line: StatLineRow, @Context() context: GraphqlContext): Promise<TeamRow | undefined> {
    return this.teams.load(context, line.teamId);
  }
}
