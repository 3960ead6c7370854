import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

const FINAL_TEXT = 0x81;
const LENGTH_16 = 126;
const LENGTH_64 = 127;

/** The parts after each other as one unmasked text frame of a server (RFC 6455, 5.2), in one buffer. */
export function textFrame(...parts: readonly Buffer[]): Buffer {
  let length = 0;
  for (const part of parts) length += part.length;
  const headLength = length < LENGTH_16 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headLength + length);
  frame[0] = FINAL_TEXT;
  if (headLength === 2) frame[1] = length;
  else if (headLength === 4) {
    frame[1] = LENGTH_16;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = LENGTH_64;
    frame.writeUInt32BE(0, 2);
    frame.writeUInt32BE(length, 6);
  }
  let at = headLength;
  for (const part of parts) at += part.copy(frame, at);
  return frame;
}

const transports = new WeakMap<WebSocket, Duplex>();

/** Remembers the connection below a WebSocket that was opened without extensions. */
export function rememberTransport(socket: WebSocket, transport: Duplex): void {
  transports.set(socket, transport);
}

/**
 * Sends a whole frame in one write; `ws` would copy nothing and write head and body apart, which costs the system more
 * than copying a message. Without compression `ws` sends at once too, so that both keep their order. False when the
 * socket is not open any more.
 */
export function sendFrame(socket: WebSocket, frame: Buffer, done?: () => void): boolean {
  const transport = transports.get(socket);
  if (transport === undefined || socket.readyState !== socket.OPEN) return false;
  transport.write(frame, done);
  return true;
}
