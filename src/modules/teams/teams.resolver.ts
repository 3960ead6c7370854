import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  SportLoader,
  SportObject,
  TournamentConnectionObject,
  TournamentLoader,
  type TournamentObject,
} from '#modules/competitions/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { Requires } from '#platform/auth/requires.js';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import { type Connection, ConnectionArgs, connectionOf, pageOf } from '#platform/graphql/connection.js';
import { decodeCursor } from '#platform/graphql/cursor.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { connectionOfAbout } from '#platform/graphql/query-cost.js';
import { connectionOfWhole } from '#platform/graphql/whole-list.js';
import { teamCursor, teamFilter, TeamFilterInput, teamPosition } from './team.input.js';
import { TeamConnectionObject, TeamObject } from './team.object.js';
import type { TeamRow } from './team.row.js';
import { TeamsService } from './teams.service.js';

const USUAL_TOURNAMENTS = 10;

@Resolver(() => TeamObject)
export class TeamsResolver {
  private readonly tournamentIds: BatchLoader<number, number[]>;

  constructor(
    private readonly service: TeamsService,
    private readonly sports: SportLoader,
    private readonly allTournaments: TournamentLoader,
  ) {
    this.tournamentIds = new BatchLoader((ids) => service.listTournamentIds(ids));
  }

  @Requires('public')
  @Query(() => TeamObject, { nullable: true, description: 'One team; null when there is none with this id.' })
  async team(
    @Args('id', { type: () => ID, description: 'Number of the team.' }, ParseIdPipe) id: number,
    @Sees() visibility: Visibility,
  ): Promise<TeamRow | undefined> {
    return this.service.find(id, visibility);
  }

  @Requires('public')
  @Query(() => TeamConnectionObject, { description: 'Teams in alphabetical order.' })
  async teams(
    @Args('filter', { type: () => TeamFilterInput, nullable: true, description: 'Which teams; default all.' })
    input: TeamFilterInput | null,
    @Args() args: ConnectionArgs,
    @Sees() visibility: Visibility,
  ): Promise<Connection<TeamRow>> {
    const filter = { ...teamFilter(input), visibility };
    const page = pageOf(args, (cursor, argument) => decodeCursor(cursor, argument, teamPosition));
    return connectionOf(await this.service.list(filter, page), teamCursor, () => this.service.count(filter));
  }

  @ResolveField(() => SportObject, { nullable: true, description: 'The sport it plays.' })
  async sport(@Parent() team: TeamRow, @Context() context: GraphqlContext): Promise<SportObject | undefined> {
    return team.sportId === null ? undefined : this.sports.load(context, team.sportId);
  }

  @ResolveField(() => TournamentConnectionObject, {
    description: 'Tournaments it is entered for or plays in, the latest season first.',
    complexity: connectionOfAbout(USUAL_TOURNAMENTS),
  })
  async tournaments(
    @Parent() team: TeamRow,
    @Args() args: ConnectionArgs,
    @Context() context: GraphqlContext,
  ): Promise<Connection<TournamentObject>> {
    const ids = (await this.tournamentIds.load(context, team.id)) ?? [];
    const tournaments = await Promise.all(ids.map((id) => this.allTournaments.load(context, id)));
    return connectionOfWhole(
      tournaments.filter((tournament) => tournament !== undefined),
      args,
    );
  }
}
