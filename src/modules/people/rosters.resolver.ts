import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TournamentLoader, TournamentObject } from '#modules/competitions/index.js';
import { TeamLoader, TeamObject } from '#modules/teams/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { Requires } from '#platform/auth/requires.js';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import { type Connection, ConnectionArgs, connectionOf, pageOf } from '#platform/graphql/connection.js';
import { decodeCursor } from '#platform/graphql/cursor.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { ParseIdPipe, parseOptionalId } from '#platform/graphql/parse-id.js';
import {
  nameCursor,
  namePosition,
  registration,
  RegisterPlayerInput,
  rosterFilter,
  RosterFilterInput,
} from './people.input.js';
import { PlayerObject } from './player.object.js';
import type { PlayerRow } from './player.row.js';
import { PlayersService } from './players.service.js';
import { RosterEntryConnectionObject, RosterEntryObject } from './roster-entry.object.js';
import type { NamedEntry, RosterEntryRow } from './roster-entry.row.js';
import { RostersService } from './rosters.service.js';

@Requires('public')
@Resolver(() => RosterEntryObject)
export class RostersResolver {
  private readonly players: BatchLoader<number, PlayerRow, Visibility>;

  constructor(
    private readonly rosters: RostersService,
    private readonly teams: TeamLoader,
    private readonly tournaments: TournamentLoader,
    players: PlayersService,
  ) {
    this.players = new BatchLoader((ids, visibility) => players.findByIds(ids, visibility));
  }

  @Query(() => RosterEntryConnectionObject, { description: "Entries by the players' family names, then first names." })
  async rosterEntries(
    @Args('filter', { type: () => RosterFilterInput, nullable: true, description: 'Which entries; default all.' })
    input: RosterFilterInput | null,
    @Args() args: ConnectionArgs,
    @Sees() visibility: Visibility,
  ): Promise<Connection<NamedEntry>> {
    const filter = { ...rosterFilter(input), visibility };
    const page = pageOf(args, (cursor, argument) => decodeCursor(cursor, argument, namePosition));
    return connectionOf(await this.rosters.slice(filter, page), nameCursor, () => this.rosters.count(filter));
  }

  @ResolveField(() => PlayerObject, { nullable: true, description: 'The player; null for somebody private.' })
  async player(
    @Parent() { playerId }: RosterEntryRow,
    @Sees() visibility: Visibility,
    @Context() context: GraphqlContext,
  ): Promise<PlayerRow | undefined> {
    return playerId === null ? undefined : this.players.load(context, playerId, visibility);
  }

  @ResolveField(() => TeamObject, { nullable: true, description: 'The team; null while not assigned.' })
  async team(
    @Parent() { teamId }: RosterEntryRow,
    @Context() context: GraphqlContext,
  ): Promise<TeamObject | undefined> {
    return teamId === null ? undefined : this.teams.load(context, teamId);
  }

  @ResolveField(() => TournamentObject, { nullable: true, description: 'The tournament.' })
  async tournament(
    @Parent() { tournamentId }: RosterEntryRow,
    @Context() context: GraphqlContext,
  ): Promise<TournamentObject | undefined> {
    return tournamentId === null ? undefined : this.tournaments.load(context, tournamentId);
  }

  @ResolveField(() => String, { nullable: true, description: 'Title of the position.' })
  position(@Parent() { positionTitle }: Pick<NamedEntry, 'positionTitle'>): string | null {
    return positionTitle;
  }

  @Requires('editor')
  @Mutation(() => RosterEntryObject, {
    description:
      'Enters a player for a tournament. Codes: PLAYER_NOT_FOUND, TOURNAMENT_NOT_FOUND, TEAM_NOT_FOUND, PLAYER_ALREADY_IN_TOURNAMENT.',
  })
  async registerPlayerInTournament(
    @Args('input', { type: () => RegisterPlayerInput, description: 'Who, where, for whom.' })
    input: RegisterPlayerInput,
  ): Promise<NamedEntry> {
    return this.rosters.getNamed((await this.rosters.register(registration(input))).id);
  }

  @Requires('editor')
  @Mutation(() => RosterEntryObject, {
    description: 'Gives a player of a tournament another team, or none. Codes: ROSTER_ENTRY_NOT_FOUND, TEAM_NOT_FOUND.',
  })
  async transferPlayer(
    @Args('playerId', { type: () => ID, description: 'Number of the player.' }, ParseIdPipe) playerId: number,
    @Args('tournamentId', { type: () => ID, description: 'Number of the tournament.' }, ParseIdPipe)
    tournamentId: number,
    @Args('teamId', { type: () => ID, nullable: true, description: 'The new team; null: none.' }) teamId: string | null,
    @Args('number', { type: () => String, nullable: true, description: 'The new number; absent: the same.' })
    number?: string | null,
  ): Promise<NamedEntry> {
    const changes = { teamId: parseOptionalId(teamId, 'teamId') ?? null, number: number ?? undefined };
    return this.rosters.getNamed((await this.rosters.transfer(playerId, tournamentId, changes)).id);
  }

  @Requires('editor')
  @Mutation(() => Boolean, { description: 'Takes a player out of a tournament. Codes: ROSTER_ENTRY_NOT_FOUND.' })
  async withdrawPlayer(
    @Args('playerId', { type: () => ID, description: 'Number of the player.' }, ParseIdPipe) playerId: number,
    @Args('tournamentId', { type: () => ID, description: 'Number of the tournament.' }, ParseIdPipe)
    tournamentId: number,
  ): Promise<boolean> {
    await this.rosters.withdraw(playerId, tournamentId);
    return true;
  }
}
