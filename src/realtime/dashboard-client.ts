import type { DefaultEventsMap, Socket } from 'socket.io';

export type DashboardClient = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, { waitingBytes: number }>;

/** Counts what engine.io keeps for a client while its transport is busy. */
export function countWaiting(client: DashboardClient): void {
  client.data.waitingBytes = 0;
  client.conn.on('packetCreate', ({ data }: { data?: unknown }) => {
    client.data.waitingBytes +=
      typeof data === 'string' ? data.length : data instanceof Uint8Array ? data.byteLength : 0;
  });
  client.conn.on('flush', () => (client.data.waitingBytes = 0));
}

/** A client as the rooms need it, who sends it events of this name and lets it into this room. */
export function roomClient<Message>(client: DashboardClient, event: string, room: string, maxBytes: number) {
  return {
    emit: (message: Message): void => void client.emit(event, message),
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
      return !client.connected;
    },
    join: (): void | Promise<void> => client.join(room),
  };
}
