import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { SportLoader, SportObject } from '#modules/competitions/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { Requires } from '#platform/auth/requires.js';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import { type Connection, ConnectionArgs, connectionOf, pageOf } from '#platform/graphql/connection.js';
import { decodeCursor } from '#platform/graphql/cursor.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { connectionOfAbout } from '#platform/graphql/query-cost.js';
import { connectionOfWhole } from '#platform/graphql/whole-list.js';
import { CareersService } from './careers.service.js';
import { nameCursor, namePosition, playerFilter, PlayerFilterInput } from './people.input.js';
import { PersonObject } from './person.object.js';
import type { PersonRow } from './person.row.js';
import { PersonsService } from './persons.service.js';
import { PlayerConnectionObject, PlayerObject } from './player.object.js';
import type { NamedPlayer, PlayerRow } from './player.row.js';
import { PlayersService } from './players.service.js';
import { RosterEntryConnectionObject } from './roster-entry.object.js';
import type { ListedEntry } from './roster-entry.row.js';

const USUAL_CAREER = 5;

@Requires('public')
@Resolver(() => PlayerObject)
export class PlayersResolver {
  private readonly people: BatchLoader<number, PersonRow, Visibility>;
  private readonly entries: BatchLoader<number, ListedEntry[]>;

  constructor(
    private readonly service: PlayersService,
    private readonly sports: SportLoader,
    persons: PersonsService,
    careers: CareersService,
  ) {
    this.people = new BatchLoader((ids, visibility) => persons.findByIds(ids, visibility));
    this.entries = new BatchLoader((ids) => careers.listEntries(ids));
  }

  @Query(() => PlayerObject, { nullable: true, description: 'One player; null when there is none with this id.' })
  async player(
    @Args('id', { type: () => ID, description: 'Number of the player.' }, ParseIdPipe) id: number,
    @Sees() visibility: Visibility,
  ): Promise<PlayerRow | undefined> {
    return (await this.service.findByIds([id], visibility)).get(id);
  }

  @Query(() => PlayerConnectionObject, { description: 'Players by family name, then first name.' })
  async players(
    @Args('filter', { type: () => PlayerFilterInput, nullable: true, description: 'Which players; default all.' })
    input: PlayerFilterInput | null,
    @Args() args: ConnectionArgs,
    @Sees() visibility: Visibility,
  ): Promise<Connection<NamedPlayer>> {
    const filter = playerFilter(input, visibility);
    const page = pageOf(args, (cursor, argument) => decodeCursor(cursor, argument, namePosition));
    return connectionOf(await this.service.slice(filter, page), nameCursor, () => this.service.count(filter));
  }

  @ResolveField(() => PersonObject, { nullable: true, description: 'Who it is; null for somebody private.' })
  async person(
    @Parent() { personId }: PlayerRow,
    @Sees() visibility: Visibility,
    @Context() context: GraphqlContext,
  ): Promise<PersonRow | undefined> {
    return personId === null ? undefined : this.people.load(context, personId, visibility);
  }

  @ResolveField(() => SportObject, { nullable: true, description: 'The sport.' })
  async sport(@Parent() { sportId }: PlayerRow, @Context() context: GraphqlContext): Promise<SportObject | undefined> {
    return sportId === null ? undefined : this.sports.load(context, sportId);
  }

  @ResolveField(() => RosterEntryConnectionObject, {
    description: 'Every tournament played in, the latest season first.',
    complexity: connectionOfAbout(USUAL_CAREER),
  })
  async career(
    @Parent() player: PlayerRow,
    @Args() args: ConnectionArgs,
    @Context() context: GraphqlContext,
  ): Promise<Connection<ListedEntry>> {
    return connectionOfWhole((await this.entries.load(context, player.id)) ?? [], args);
  }

  @Requires('editor')
  @Mutation(() => PlayerObject, {
    description: 'Makes a person a player of a sport. Codes: PERSON_NOT_FOUND, SPORT_NOT_FOUND, PLAYER_EXISTS.',
  })
  async createPlayer(
    @Args('personId', { type: () => ID, description: 'Number of the person.' }, ParseIdPipe) personId: number,
    @Args('sportId', { type: () => ID, description: 'Number of the sport.' }, ParseIdPipe) sportId: number,
  ): Promise<PlayerRow> {
    return this.service.addToSport({ personId, sportId });
  }

  @Requires('editor')
  @Mutation(() => ID, {
    description:
      'Ends what a person plays, with tournaments and appearances; plays stay. Returns the id. Codes: PLAYER_NOT_FOUND.',
  })
  async deletePlayer(
    @Args('id', { type: () => ID, description: 'Number of the player.' }, ParseIdPipe) id: number,
  ): Promise<number> {
    await this.service.delete(id);
    return id;
  }
}
