import { describe, expect, it } from 'vitest';
import type { FeedItem, Topic } from './feed.js';
import { Outbox, type OutboxOptions } from './outbox.js';

const item = (version: number, topic: Topic = 'events', entityId = version, bytes = 0): FeedItem => ({
  matchId: 1,
  version,
  at: '2026-01-01T00:00:00.000000Z',
  topic,
  op: 'update',
  entity: topic,
  entityId,
  data: { filler: 'x'.repeat(bytes) },
  cursor: `00000000:1:${version}`,
});

function outbox(options: Partial<OutboxOptions> = {}) {
  const events: string[] = [];
  const box = new Outbox({
    maxItems: 10,
    maxBytes: 10_000,
    conflate: 'none',
    onOverflow: () => events.push('overflow'),
    onClose: () => events.push('close'),
    ...options,
  });
  return { box, events };
}

async function takeAll(box: Outbox): Promise<number[]> {
  box.push(item(-1));
  const versions: number[] = [];
  for (;;) {
    const { value } = await box.next();
    if (!value || value.version === -1) return versions;
    versions.push(value.version);
  }
}

describe('an outbox', () => {
  it('gives items in order, at once to a consumer that waits', async () => {
    const { box } = outbox();
    const first = box.next();
    box.push(item(1));
    box.push(item(2));
    expect(await first).toMatchObject({ value: { version: 1 } });
    expect(await takeAll(box)).toEqual([2]);
  });

  it('keeps every item when it does not conflate', async () => {
    const { box } = outbox();
    for (const version of [1, 2, 3]) box.push(item(version, 'clock', 7));
    expect(await takeAll(box)).toEqual([1, 2, 3]);
  });

  it('keeps the newest of each row of state, in order of version, and every event, when it conflates', async () => {
    const { box } = outbox({ conflate: 'state' });
    box.push(item(1, 'clock', 7));
    box.push(item(2, 'events'));
    box.push(item(3, 'scoreboard', 9));
    box.push(item(4, 'clock', 7));
    box.push(item(5, 'events'));
    expect(await takeAll(box)).toEqual([2, 3, 4, 5]);
  });

  it('overflows by number of items, once, and is then closed and empty', async () => {
    const { box, events } = outbox({ maxItems: 3 });
    for (const version of [1, 2, 3, 4, 5]) box.push(item(version));
    expect(events).toEqual(['close', 'overflow']);
    expect(await box.next()).toEqual({ done: true, value: undefined });
  });

  it('overflows by bytes, and conflation gives bytes back', () => {
    const plain = outbox({ maxBytes: 3_000 });
    const conflated = outbox({ maxBytes: 3_000, conflate: 'state' });
    for (const version of [1, 2, 3, 4, 5]) {
      plain.box.push(item(version, 'data', 1, 1_000));
      conflated.box.push(item(version, 'data', 1, 1_000));
    }
    expect(plain.events).toContain('overflow');
    expect(conflated.events).toEqual([]);
  });

  it('releases its source once, on return, and ends a waiting consumer', async () => {
    const { box, events } = outbox();
    const waiting = box.next();
    await box.return();
    await box.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(events).toEqual(['close']);
  });

  it('says when it is drained, so that a replay waits for its reader', async () => {
    const { box } = outbox();
    box.push(item(1));
    let drained = false;
    const wait = box.drained().then(() => (drained = true));
    await Promise.resolve();
    expect(drained).toBe(false);
    await box.next();
    await wait;
    expect(drained).toBe(true);
    box.push(item(2));
    const ended = box.drained();
    box.close();
    await ended;
  });

  it('hands a failure to the consumer', async () => {
    const waiting = outbox();
    const next = waiting.box.next();
    waiting.box.fail(new Error('no such match'));
    await expect(next).rejects.toThrow('no such match');
    const later = outbox();
    later.box.fail(new Error('gone'));
    await expect(later.box.next()).rejects.toThrow('gone');
  });
});
