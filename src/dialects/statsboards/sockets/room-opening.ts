import type { FeedItem, Hub, Sink, SubscribeOptions } from '#realtime/index.js';
import type { OpenRoom } from './rooms.js';

/** What a room does with its match. */
interface Following {
  apply(item: FeedItem): void;
  load(): Promise<void>;
  close(): void;
}

/**
 * Opens a room that follows its match, with nothing missing and nothing twice. A match that does not exist has no
 * snapshot; its items come when it appears.
 */
export async function openRoom<Room extends Following>(
  hub: Hub,
  matchId: number,
  room: Room,
  options: SubscribeOptions,
): Promise<OpenRoom<Room>> {
  const sink: Sink = {
    push: (item) => room.apply(item),
    full: false,
    drained: () => Promise.resolve(),
    closed: false,
  };
  const release = await hub.subscribe(matchId, sink, options);
  const close = (): void => {
    release();
    room.close();
  };
  try {
    await room.load();
  } catch (error) {
    close();
    throw error;
  }
  return { room, close };
}
