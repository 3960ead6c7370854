import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Requires } from '#platform/auth/requires.js';
import { type Connection, ConnectionArgs, connectionOf, pageOf } from '#platform/graphql/connection.js';
import { decodeCursor, encodeCursor } from '#platform/graphql/cursor.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { SponsorConnectionObject, SponsorInput, SponsorObject } from './sponsor.object.js';
import type { SponsorRow, TitlePosition } from './sponsor.row.js';
import { SponsorsService } from './sponsors.service.js';

/** Reads what the cursor of a sponsor or a line holds. */
export function titlePosition([title, id]: readonly unknown[]): TitlePosition | undefined {
  if (typeof title !== 'string' || title.includes('\0') || !Number.isSafeInteger(id)) return undefined;
  return { title, id: id as number };
}

@Requires('public')
@Resolver(() => SponsorObject)
export class SponsorsResolver {
  constructor(private readonly service: SponsorsService) {}

  @Query(() => SponsorObject, { nullable: true, description: 'One sponsor; null when there is none with this id.' })
  async sponsor(
    @Args('id', { type: () => ID, description: 'Number of the sponsor.' }, ParseIdPipe) id: number,
  ): Promise<SponsorRow | undefined> {
    return this.service.find(id);
  }

  @Query(() => SponsorConnectionObject, { description: 'Sponsors in alphabetical order.' })
  async sponsors(
    @Args('text', { type: () => String, nullable: true, description: 'Part of the title, in any case.' })
    given: string | null,
    @Args() args: ConnectionArgs,
  ): Promise<Connection<SponsorRow>> {
    const text = given ?? undefined;
    const page = pageOf(args, (cursor, argument) => decodeCursor(cursor, argument, titlePosition));
    const cursorOf = ({ title, id }: SponsorRow): string => encodeCursor([title, id]);
    return connectionOf(await this.service.slice(text, page), cursorOf, () => this.service.count(text));
  }

  @Requires('editor')
  @Mutation(() => SponsorObject, { description: 'Makes a sponsor known.' })
  async createSponsor(
    @Args('input', { type: () => SponsorInput, description: 'The sponsor.' }) input: SponsorInput,
  ): Promise<SponsorRow> {
    const { title, logoUrl, scaleLogo } = input;
    return this.service.create({ title, logoUrl, ...(scaleLogo === undefined ? {} : { scaleLogo }) });
  }

  @Requires('editor')
  @Mutation(() => SponsorObject, { description: 'Changes a sponsor. Codes: SPONSOR_NOT_FOUND.' })
  async updateSponsor(
    @Args('id', { type: () => ID, description: 'Number of the sponsor.' }, ParseIdPipe) id: number,
    @Args('input', { type: () => SponsorInput, description: 'What it is from now on.' }) input: SponsorInput,
  ): Promise<SponsorRow> {
    return this.service.update(id, { ...input });
  }

  @Requires('admin')
  @Mutation(() => ID, {
    description: 'Deletes a sponsor; what showed it goes on without. Returns the id. Codes: SPONSOR_NOT_FOUND.',
  })
  async deleteSponsor(
    @Args('id', { type: () => ID, description: 'Number of the sponsor.' }, ParseIdPipe) id: number,
  ): Promise<number> {
    await this.service.delete(id);
    return id;
  }
}

@Resolver(() => SponsorConnectionObject)
export class SponsorConnectionResolver {
  @ResolveField(() => Int, { description: 'Number of sponsors in the whole list.' })
  async totalCount(@Parent() connection: Connection<SponsorRow>): Promise<number> {
    return connection.count();
  }
}
