import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRequire } from 'node:module';
import { Writable } from 'node:stream';

import { textFrame } from './text-frame.js';

const { Receiver } = createRequire(import.meta.url)('ws') as { Receiver: new (options: object) => Writable };

/** What the library everybody uses reads from it. */
function read(frame: Buffer): Promise<string> {
  const receiver = new Receiver({ maxPayload: 0 });
  return new Promise((resolve, reject) => {
    receiver.on('message', (data: Buffer, isBinary: boolean) =>
      isBinary ? reject(new Error('binary')) : resolve(data.toString()),
    );
    receiver.on('error', reject);
    receiver.write(frame);
  });
}

describe('a text frame', () => {
  it.each([0, 1, 125, 126, 127, 65_535, 65_536, 70_000])(
    'of %i bytes is read as what it was made of',
    async (length) => {
      const text = 'x'.repeat(length);
      expect(await read(textFrame(Buffer.from(text)))).toBe(text);
    },
  );

  it('holds its parts after each other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), async (parts) => {
        expect(await read(textFrame(...parts.map((part) => Buffer.from(part))))).toBe(parts.join(''));
      }),
    );
  });
});
