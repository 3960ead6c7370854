import { io } from 'socket.io-client';
import { FeedFollower, type Item } from './feed-follower.js';
import type { Line } from './follower.js';

/** Follows by a room on socket.io. */
export class SocketIoFollower extends FeedFollower {
  protected async open(receive: (item: Item) => void): Promise<Line> {
    const socket = io(`http://${this.host}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      timeout: 5_000,
    });
    const ended = new Promise<void>((resolve) => socket.once('disconnect', () => resolve()));
    socket.on('feed', receive);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
      // The server may die between the two halves of the handshake.
      socket.once('disconnect', reject);
    });
    // The transport's own end, so that the server is not told.
    const cut = (): void => void socket.io.engine.close();
    socket
      .timeout(5_000)
      .emitWithAck('subscribe', { matchId: this.matchId, after: this.cursor })
      .then(({ ok }: { ok: boolean }) => ok || cut(), cut);
    return { ended, cut };
  }
}
