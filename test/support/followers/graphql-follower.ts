import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { FeedOp } from '../../../src/realtime/feed.js';
import { FeedFollower, type Item } from './feed-follower.js';
import type { Line } from './follower.js';

const FEED = `subscription ($id: ID!, $after: String) {
  matchFeed(matchId: $id, after: $after) { cursor version op entity entityId data }
}`;

/** Follows by a GraphQL subscription over graphql-transport-ws. */
export class GraphqlFollower extends FeedFollower {
  protected async open(receive: (item: Item) => void): Promise<Line> {
    const socket = new WebSocket(`ws://${this.host}/graphql`, 'graphql-transport-ws', { handshakeTimeout: 5_000 });
    const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as { type: string; payload?: { data: { matchFeed: Item } } };
      if (message.type === 'connection_ack') {
        const variables = { id: String(this.matchId), after: this.cursor ?? null };
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: FEED, variables } }));
      } else if (message.type === 'next') {
        const item = message.payload!.data.matchFeed;
        receive({ ...item, op: item.op.toLowerCase() as FeedOp });
      } else socket.terminate();
    });
    await Promise.race([once(socket, 'open'), ended.then(() => Promise.reject(new Error('refused')))]);
    socket.send(JSON.stringify({ type: 'connection_init' }));
    return { ended, cut: () => socket.terminate() };
  }
}
