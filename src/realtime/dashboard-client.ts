import type { DefaultEventsMap, Socket } from 'socket.io';
import type { Viewing } from './viewers.js';

interface ClientData {
  waitingBytes: number;
  /** By the room: what lets the client into it. */
  viewings: Map<string, Viewing>;
}

export type DashboardClient = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, ClientData>;

/** Counts what engine.io keeps for a client while its transport is busy, and ends what lets it see matches when it leaves. */
export function prepareClient(client: DashboardClient): void {
  client.data.waitingBytes = 0;
  client.data.viewings = new Map();
  client.on('disconnect', () => client.data.viewings.forEach((viewing) => viewing.end()));
  client.conn.on('packetCreate', ({ data }: { data?: unknown }) => {
    client.data.waitingBytes +=
      typeof data === 'string' ? data.length : data instanceof Uint8Array ? data.byteLength : 0;
  });
  client.conn.on('flush', () => (client.data.waitingBytes = 0));
}

/** A client as the rooms need it, who sends it events of this name and lets it into this room while it may be there. */
export function roomClient<Message>(
  client: DashboardClient,
  { event, room, viewing, maxBytes }: { event: string; room: string; viewing: Viewing; maxBytes: number },
) {
  return {
    emit: (message: Message): void => {
      if (!viewing.over) client.emit(event, message);
    },
    /** Much of what was emitted has not left yet. */
    get full(): boolean {
      return client.data.waitingBytes > maxBytes / 2;
    },
    drained: (): Promise<void> =>
      new Promise((resolve) => {
        if (!client.connected || client.data.waitingBytes === 0) return resolve();
        client.conn.once('flush', () => resolve());
        client.conn.once('close', () => resolve());
      }),
    get gone(): boolean {
      return !client.connected || viewing.over;
    },
    join: (): void | Promise<void> => client.join(room),
  };
}
