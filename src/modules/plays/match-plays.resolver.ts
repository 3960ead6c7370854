import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Page, Slice } from '#core/kernel/page.js';
import { MatchObject } from '#modules/matches/index.js';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import { type Connection, ConnectionArgs, connectionOf, pageOf } from '#platform/graphql/connection.js';
import { decodeCursor, encodeCursor } from '#platform/graphql/cursor.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { PlayConnectionObject, type PlayObject } from './play.object.js';
import { PlayRecordingService } from './play-recording.service.js';
import { type PlayPosition, type PlayRow, UNNUMBERED } from './play.row.js';
import { playView } from './play.view.js';

@Resolver(() => MatchObject)
export class MatchPlaysResolver {
  private readonly slices: BatchLoader<number, Slice<PlayRow>, { page: Page<PlayPosition> }>;
  private readonly counts: BatchLoader<number, number>;

  constructor(plays: PlayRecordingService) {
    this.slices = new BatchLoader((ids, { page }) => plays.listByMatches(ids, page));
    this.counts = new BatchLoader((ids) => plays.countByMatches(ids));
  }

  @ResolveField(() => PlayConnectionObject, { description: 'Its plays in the order they were made.' })
  async plays(
    @Parent() { id }: MatchObject,
    @Args() args: ConnectionArgs,
    @Context() context: GraphqlContext,
  ): Promise<Connection<PlayObject>> {
    const page = pageOf(args, (cursor, argument) => decodeCursor(cursor, argument, positionOf));
    const slice = (await this.slices.load(context, id, { page })) ?? { items: [], hasPrevious: false, hasNext: false };
    const cursorOf = ({ number, id: play }: PlayObject): string => encodeCursor([number ?? UNNUMBERED, play]);
    const count = async (): Promise<number> => (await this.counts.load(context, id)) ?? 0;
    return connectionOf({ ...slice, items: slice.items.map(playView) }, cursorOf, count);
  }
}

function positionOf([number, id]: readonly unknown[]): PlayPosition | undefined {
  const isWhole = (value: unknown): value is number =>
    Number.isSafeInteger(value) && Math.abs(value as number) <= UNNUMBERED;
  return isWhole(number) && isWhole(id) ? { number, id } : undefined;
}

@Resolver(() => PlayConnectionObject)
export class PlayConnectionResolver {
  @ResolveField(() => Int, { description: 'Number of plays in the whole match.' })
  async totalCount(@Parent() connection: Connection<PlayObject>): Promise<number> {
    return connection.count();
  }
}
