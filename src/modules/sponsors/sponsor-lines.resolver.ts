import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Requires } from '#platform/auth/requires.js';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import { type Connection, ConnectionArgs, connectionOf, pageOf } from '#platform/graphql/connection.js';
import { decodeCursor, encodeCursor } from '#platform/graphql/cursor.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { connectionOfAbout } from '#platform/graphql/query-cost.js';
import { connectionOfWhole } from '#platform/graphql/whole-list.js';
import { PlacedSponsorConnectionObject, SponsorLineConnectionObject, SponsorLineObject } from './sponsor.object.js';
import type { PlacedSponsor, SponsorLineRow } from './sponsor.row.js';
import { SponsorLinesService } from './sponsor-lines.service.js';
import { titlePosition } from './sponsors.resolver.js';

const USUAL_SPONSORS = 10;
const LINE_ID = { type: () => ID, description: 'Number of the sponsor line.' };
const SPONSOR_ID = { type: () => ID, description: 'Number of the sponsor.' };

@Requires('public')
@Resolver(() => SponsorLineObject)
export class SponsorLinesResolver {
  private readonly members: BatchLoader<number, PlacedSponsor[]>;

  constructor(private readonly lines: SponsorLinesService) {
    this.members = new BatchLoader((ids) => lines.listSponsorsByLines(ids));
  }

  @Query(() => SponsorLineObject, { nullable: true, description: 'One line; null when there is none with this id.' })
  async sponsorLine(@Args('id', LINE_ID, ParseIdPipe) id: number): Promise<SponsorLineRow | undefined> {
    return this.lines.find(id);
  }

  @Query(() => SponsorLineConnectionObject, { description: 'Sponsor lines in alphabetical order.' })
  async sponsorLines(@Args() args: ConnectionArgs): Promise<Connection<SponsorLineRow>> {
    const page = pageOf(args, (cursor, argument) => decodeCursor(cursor, argument, titlePosition));
    const cursorOf = ({ title, id }: SponsorLineRow): string => encodeCursor([title ?? '', id]);
    return connectionOf(await this.lines.slice(page), cursorOf, () => this.lines.count());
  }

  @ResolveField(() => PlacedSponsorConnectionObject, {
    description: 'Its sponsors in their order.',
    complexity: connectionOfAbout(USUAL_SPONSORS),
  })
  async sponsors(
    @Parent() line: SponsorLineRow,
    @Args() args: ConnectionArgs,
    @Context() context: GraphqlContext,
  ): Promise<Connection<PlacedSponsor>> {
    return connectionOfWhole((await this.members.load(context, line.id)) ?? [], args);
  }

  @Requires('editor')
  @Mutation(() => SponsorLineObject, { description: 'Makes a sponsor line, hidden unless said otherwise.' })
  async createSponsorLine(
    @Args('title', { type: () => String, description: 'What it is called, up to 50 characters.' }) title: string,
    @Args('isVisible', { type: () => Boolean, defaultValue: false, description: 'It is shown.' }) isVisible: boolean,
  ): Promise<SponsorLineRow> {
    return this.lines.create({ title, isVisible });
  }

  @Requires('editor')
  @Mutation(() => SponsorLineObject, { description: 'Shows or hides a sponsor line. Codes: SPONSOR_LINE_NOT_FOUND.' })
  async showSponsorLine(
    @Args('id', LINE_ID, ParseIdPipe) id: number,
    @Args('isVisible', { type: () => Boolean, description: 'It is shown.' }) isVisible: boolean,
  ): Promise<SponsorLineRow> {
    return this.lines.update(id, { isVisible });
  }

  @Requires('admin')
  @Mutation(() => ID, {
    description: 'Deletes a line; its sponsors stay. Returns the id. Codes: SPONSOR_LINE_NOT_FOUND.',
  })
  async deleteSponsorLine(@Args('id', LINE_ID, ParseIdPipe) id: number): Promise<number> {
    await this.lines.delete(id);
    return id;
  }

  @Requires('editor')
  @Mutation(() => SponsorLineObject, {
    description: 'Puts a sponsor into a line. Codes: SPONSOR_ALREADY_IN_LINE, NO_SUCH_SPONSOR, NO_SUCH_SPONSOR_LINE.',
  })
  async addSponsorToLine(
    @Args('sponsorId', SPONSOR_ID, ParseIdPipe) sponsorId: number,
    @Args('sponsorLineId', LINE_ID, ParseIdPipe) lineId: number,
    @Args('position', { type: () => Int, defaultValue: 1, description: 'Its place in the line.' }) position: number,
  ): Promise<SponsorLineRow> {
    await this.lines.place(sponsorId, lineId, position);
    return this.lines.get(lineId);
  }

  @Requires('editor')
  @Mutation(() => SponsorLineObject, {
    description: 'Takes a sponsor out of a line, if it is in it. Codes: SPONSOR_LINE_NOT_FOUND.',
  })
  async removeSponsorFromLine(
    @Args('sponsorId', SPONSOR_ID, ParseIdPipe) sponsorId: number,
    @Args('sponsorLineId', LINE_ID, ParseIdPipe) lineId: number,
  ): Promise<SponsorLineRow> {
    const line = await this.lines.get(lineId);
    await this.lines.withdraw(sponsorId, lineId);
    return line;
  }
}

@Resolver(() => SponsorLineConnectionObject)
export class SponsorLineConnectionResolver {
  @ResolveField(() => Int, { description: 'Number of lines in the whole list.' })
  async totalCount(@Parent() connection: Connection<SponsorLineRow>): Promise<number> {
    return connection.count();
  }
}

@Resolver(() => PlacedSponsorConnectionObject)
export class PlacedSponsorConnectionResolver {
  @ResolveField(() => Int, { description: 'Number of sponsors in the whole line.' })
  async totalCount(@Parent() connection: Connection<unknown>): Promise<number> {
    return connection.count();
  }
}
