import { Server } from 'socket.io';
import { expect, it } from 'vitest';
import { textFrame } from './text-frame.js';
import { broadcastWholeFrames } from './whole-frames.js';

it('a broadcast is one buffer for all clients', () => {
  const namespace = new Server().of('/');
  broadcastWholeFrames(namespace);
  const { adapter } = namespace as unknown as { adapter: { _encode(packet: object, encoding: object): unknown } };
  const encoding: { preEncoded: boolean; wsPreEncodedFrame?: Buffer[] } = { preEncoded: true };
  const packets = adapter._encode({ type: 2, data: ['feed', { version: 1 }], nsp: '/' }, encoding);
  expect(packets).toEqual(['2["feed",{"version":1}]']);
  expect(encoding.wsPreEncodedFrame).toEqual([textFrame(Buffer.from('42["feed",{"version":1}]'))]);
});
