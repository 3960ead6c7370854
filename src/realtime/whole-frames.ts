import type { Namespace } from 'socket.io';

interface Encoding {
  wsPreEncodedFrame?: Buffer[];
}

interface Encoder {
  _encode?(packet: unknown, encoding: Encoding): unknown;
}

/**
 * Lets a broadcast leave in one write per client. The adapter frames a message once for all of them, but as head and body,
 * which are written apart: that costs the system more than copying one into the other once. The adapter has no public
 * place for it; one that encodes otherwise is left as it is.
 */
export function broadcastWholeFrames({ adapter }: Namespace): void {
  const encoder = adapter as unknown as Encoder;
  const encode = encoder._encode?.bind(adapter);
  if (encode === undefined) return;
  encoder._encode = (packet, encoding) => {
    const packets = encode(packet, encoding);
    if (encoding.wsPreEncodedFrame) encoding.wsPreEncodedFrame = [Buffer.concat(encoding.wsPreEncodedFrame)];
    return packets;
  };
}
