import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { Invalid } from '#core/kernel/domain-error.js';
import type { Page, Slice } from '#core/kernel/page.js';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './graphql-limits.js';

/** Arguments of every connection. Use `first` and `after` to read forwards, `last` and `before` to read backwards. */
@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many items from the start, or after the cursor \`after\`. Default ${DEFAULT_PAGE_SIZE}, at most ${MAX_PAGE_SIZE}.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the item just before the page.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many items from the end, or before the cursor \`before\`. At most ${MAX_PAGE_SIZE}; not together with \`first\`.`,
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the item just after the page.' })
  before?: string | null;
}

@ObjectType('PageInfo', { description: 'Where a page lies in its list.' })
export class PageInfoObject {
  @Field(() => Boolean, { description: 'There are items after this page.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'There are items before this page.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item; null on an empty page.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item; null on an empty page.' })
  endCursor: string | null;
}

/** What a connection field returns. Its resolver of `totalCount` calls `count`, so nothing is counted unasked. */
export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: PageInfoObject;
  count: () => Promise<number>;
}

/** Throws Invalid (BAD_USER_INPUT) when the arguments ask for both directions at once, or a cursor makes no sense. */
export function pageOf<Position>(
  { first, after, last, before }: ConnectionArgs,
  decode: (cursor: string, argument: string) => Position,
): Page<Position> {
  const forward = [first, after].some((arg) => arg !== undefined && arg !== null);
  const backward = [last, before].some((arg) => arg !== undefined && arg !== null);
  if (forward && backward) {
    const message = 'first and after read forwards, last and before backwards: use one pair';
    throw new Invalid(first === undefined || first === null ? 'after' : 'first', message, 'BAD_USER_INPUT');
  }
  const [limit, cursor, argument] = backward ? [last, before, 'before'] : [first, after, 'after'];
  return {
    limit: limit ?? DEFAULT_PAGE_SIZE,
    direction: backward ? 'backward' : 'forward',
    ...(cursor === undefined || cursor === null ? {} : { from: decode(cursor, argument) }),
  };
}

export function connectionOf<Node>(
  { items, hasPrevious, hasNext }: Slice<Node>,
  cursorOf: (node: Node) => string,
  count: () => Promise<number>,
): Connection<Node> {
  const edges = items.map((node) => ({ cursor: cursorOf(node), node }));
  const pageInfo = {
    hasNextPage: hasNext,
    hasPreviousPage: hasPrevious,
    startCursor: edges.at(0)?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { edges, pageInfo, count };
}
