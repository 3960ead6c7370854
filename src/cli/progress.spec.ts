import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { startProgress, timeLeft } from './progress.js';

function recorder(isTTY: boolean) {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY }) as unknown as NodeJS.WriteStream, text: () => text };
}

describe('progress', () => {
  it('away from a terminal is a line every two seconds', () => {
    let clock = 0;
    const { stream, text } = recorder(false);
    const progress = startProgress('import', 1000, stream, () => clock);
    for (clock = 500; clock <= 5000; clock += 500) progress.update(clock / 10, `${clock} matches`);
    progress.stop();
    expect(text()).toBe('import 20 % | 2000 matches | 8 s left\nimport 40 % | 4000 matches | 6 s left\n');
  });

  it('estimates from what is done', () => {
    expect(timeLeft(1000, 0, 10)).toBe('');
    expect(timeLeft(10_000, 1, 10)).toBe('1 min 30 s left');
    expect(timeLeft(10_000, 10, 10)).toBe('0 s left');
  });
});
