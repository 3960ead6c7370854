import { type Page, type Slice } from '#core/kernel/page.js';
import { type Connection, type ConnectionArgs, connectionOf, pageOf } from './connection.js';
import { decodeCursor, encodeCursor } from './cursor.js';

/** A page of a list that is short enough to be read as a whole; a cursor names the item by its id. */
export function connectionOfWhole<Node extends { id: number }>(
  nodes: readonly Node[],
  args: ConnectionArgs,
): Connection<Node> {
  const page = pageOf(args, (cursor, argument) =>
    decodeCursor(cursor, argument, ([id]) => {
      const index = nodes.findIndex((node) => node.id === id);
      return index < 0 ? undefined : index;
    }),
  );
  const cursorOf = ({ id }: Node): string => encodeCursor([id]);
  return connectionOf(sliceOfWhole(nodes, page), cursorOf, () => Promise.resolve(nodes.length));
}

function sliceOfWhole<Node>(nodes: readonly Node[], { limit, direction, from }: Page<number>): Slice<Node> {
  const [start, end] =
    direction === 'forward'
      ? [(from ?? -1) + 1, Math.min((from ?? -1) + 1 + limit, nodes.length)]
      : [Math.max((from ?? nodes.length) - limit, 0), from ?? nodes.length];
  return { items: nodes.slice(start, end), hasPrevious: start > 0, hasNext: end < nodes.length };
}
