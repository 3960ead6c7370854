const FINAL_TEXT = 0x81;
const LENGTH_16 = 126;
const LENGTH_64 = 127;

/** The parts after each other as one unmasked text frame of a server (RFC 6455, 5.2), in one buffer. */
export const textFrame = (...parts: readonly Buffer[]): Buffer => frameIn((size) => Buffer.allocUnsafe(size), parts);

/** The same in the place that is given for its size. */
export function frameIn(place: (size: number) => Buffer, parts: readonly Buffer[]): Buffer {
  let length = 0;
  for (const part of parts) length += part.length;
  const headLength = length < LENGTH_16 ? 2 : length < 65_536 ? 4 : 10;
  const frame = place(headLength + length);
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
