import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { Requires } from '#platform/auth/requires.js';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import { type Connection, ConnectionArgs, connectionOf, pageOf } from '#platform/graphql/connection.js';
import { decodeCursor } from '#platform/graphql/cursor.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { connectionOfAbout } from '#platform/graphql/query-cost.js';
import { connectionOfWhole } from '#platform/graphql/whole-list.js';
import {
  nameCursor,
  namePosition,
  personFilter,
  PersonFilterInput,
  PersonInput,
  personValues,
} from './people.input.js';
import { PersonConnectionObject, PersonObject } from './person.object.js';
import type { PersonRow } from './person.row.js';
import { PersonsService } from './persons.service.js';
import { PlayerConnectionObject } from './player.object.js';
import type { PlayerRow } from './player.row.js';
import { PlayersService } from './players.service.js';

const USUAL_SPORTS = 2;

@Requires('public')
@Resolver(() => PersonObject)
export class PersonsResolver {
  private readonly players: BatchLoader<number, PlayerRow[], Visibility>;

  constructor(
    private readonly persons: PersonsService,
    players: PlayersService,
  ) {
    this.players = new BatchLoader((ids, visibility) => players.listByPersons(ids, visibility));
  }

  @Query(() => PersonObject, { nullable: true, description: 'One person; null when there is none with this id.' })
  async person(
    @Args('id', { type: () => ID, description: 'Number of the person.' }, ParseIdPipe) id: number,
    @Sees() visibility: Visibility,
  ): Promise<PersonRow | undefined> {
    return (await this.persons.findByIds([id], visibility)).get(id);
  }

  @Query(() => PersonConnectionObject, { name: 'persons', description: 'Persons by family name, then first name.' })
  async list(
    @Args('filter', { type: () => PersonFilterInput, nullable: true, description: 'Which persons; default all.' })
    input: PersonFilterInput | null,
    @Args() args: ConnectionArgs,
    @Sees() visibility: Visibility,
  ): Promise<Connection<PersonRow>> {
    const filter = personFilter(input, visibility);
    const page = pageOf(args, (cursor, argument) => decodeCursor(cursor, argument, namePosition));
    return connectionOf(await this.persons.slice(filter, page), nameCursor, () => this.persons.count(filter));
  }

  @ResolveField(() => PlayerConnectionObject, {
    name: 'players',
    description: 'What the person plays: one player for each sport.',
    complexity: connectionOfAbout(USUAL_SPORTS),
  })
  async sports(
    @Parent() person: PersonRow,
    @Args() args: ConnectionArgs,
    @Sees() visibility: Visibility,
    @Context() context: GraphqlContext,
  ): Promise<Connection<PlayerRow>> {
    return connectionOfWhole((await this.players.load(context, person.id, visibility)) ?? [], args);
  }

  @Requires('editor')
  @Mutation(() => PersonObject, { description: 'Makes a person known.' })
  async createPerson(
    @Args('input', { type: () => PersonInput, description: 'The person.' }) input: PersonInput,
    @Sees() visibility: Visibility,
  ): Promise<PersonRow> {
    return this.persons.create(personValues(input), visibility);
  }

  @Requires('editor')
  @Mutation(() => PersonObject, { description: 'Changes a person. Codes: PERSON_NOT_FOUND.' })
  async updatePerson(
    @Args('id', { type: () => ID, description: 'Number of the person.' }, ParseIdPipe) id: number,
    @Args('input', { type: () => PersonInput, description: 'What changes.' }) input: PersonInput,
    @Sees() visibility: Visibility,
  ): Promise<PersonRow> {
    return this.persons.update(id, personValues(input), visibility);
  }

  @Requires('admin')
  @Mutation(() => ID, {
    description: 'Deletes a person with all players and the account; returns the id. Codes: PERSON_NOT_FOUND.',
  })
  async deletePerson(
    @Args('id', { type: () => ID, description: 'Number of the person.' }, ParseIdPipe) id: number,
  ): Promise<number> {
    await this.persons.delete(id);
    return id;
  }
}
