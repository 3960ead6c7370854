import type { Namespace } from 'socket.io';
import type { WebSocket } from 'ws';
import { textFrame } from './text-frame.js';

/** What of a client's connection says whether a frame may go past the library. */
interface Connection {
  readonly readyState: string;
  readonly upgrading: boolean;
  /** Packets that wait for the transport. */
  readonly writeBuffer: readonly unknown[];
  readonly transport: { readonly name: string; readonly writable: boolean; readonly socket?: FramedSocket };
}

/** The library itself gives frames that it has made for many to the sender of the WebSocket. */
type FramedSocket = WebSocket & { readonly _sender?: { sendFrame?: (frame: readonly Buffer[]) => void } };

/** An event of the main namespace, in a message of engine.io (socket.io protocol 5, engine.io protocol 4). */
const EVENT = '42';

/**
 * Tells everybody in a room, as `to(room).emit` does. The message is framed once and is one write per client; the library
 * makes a packet, a list and five events of it for each. Whoever does not speak WebSocket yet, or has not taken all that
 * came before, gets it from the library, which lets it wait.
 */
export function broadcast(namespace: Namespace, room: string, event: string, message: object): void {
  const members = namespace.adapter.rooms.get(room);
  if (members === undefined) return;
  const frame = [textFrame(Buffer.from(EVENT + JSON.stringify([event, message])))];
  const others: string[] = [];
  for (const id of members) {
    const client = namespace.sockets.get(id);
    const sender = client && freeSocket(client.conn as unknown as Connection)?._sender;
    if (sender?.sendFrame) sender.sendFrame(frame);
    else others.push(id);
  }
  // Everybody is in a room of his own, too.
  if (others.length > 0) namespace.to(others).emit(event, message);
}

/** The client's WebSocket when nothing waits before it. */
function freeSocket({ readyState, upgrading, writeBuffer, transport }: Connection): FramedSocket | undefined {
  const { socket } = transport;
  if (readyState !== 'open' || upgrading || transport.name !== 'websocket' || socket === undefined) return undefined;
  const isFree = transport.writable && writeBuffer.length === 0 && socket.bufferedAmount === 0;
  return isFree && socket.readyState === socket.OPEN ? socket : undefined;
}
