import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { FeedItem, FrameQueue } from '#realtime/index.js';
import { MatchRoom, type MatchSources } from './match-room.js';

const item = (version: number, entity: string, data: FeedItem['data'], op: FeedItem['op'] = 'update'): FeedItem => ({
  matchId: 1,
  version,
  at: '2026-01-01T00:00:00.000000Z',
  topic: 'data',
  op,
  entity,
  entityId: 1,
  data,
  cursor: `00000000:1:${version}`,
});

const TABLES = { match: { id: 1 }, matchdata: null, gameclock: null, playclock: null, football_event: [] };

class FakeQueue {
  readonly frames: Buffer[] = [];

  send(_key: string, frame: Buffer): void {
    this.frames.push(frame);
  }

  get types(): string[] {
    return this.frames.map(
      (frame) => (JSON.parse(frame.toString('utf8', frame.indexOf('{'))) as { type: string }).type,
    );
  }
}

/** A room of a match with what it reads, and how often it did. */
async function room(sources: Partial<MatchSources> = {}) {
  const opened = new MatchRoom(1, {
    frame: () => Promise.resolve(undefined),
    scoreboard: () => Promise.resolve(undefined),
    players: () => Promise.resolve([]),
    statistics: () => Promise.resolve('{}'),
    gameClock: () => Promise.reject(new Error('there is no clock')) as never,
    playClock: () => Promise.reject(new Error('there is no clock')) as never,
    now: () => 1_000,
    ticked: () => undefined,
    ...sources,
  });
  opened.apply(item(1, 'match', TABLES, 'snapshot'));
  await opened.load();
  const clients = Array.from({ length: 3 }, () => new FakeQueue());
  for (const client of clients) opened.join(client as unknown as FrameQueue);
  for (const client of clients) client.frames.length = 0;
  return { opened, clients };
}

describe('a room', () => {
  it('encodes a message once: everybody gets the same bytes', async () => {
    const { opened, clients } = await room();
    opened.apply(item(2, 'matchdata', { id: 1, match_id: 1, score_team_a: 7 }));
    await sleep(0);
    const [first, ...others] = clients.map(({ frames }) => frames);
    expect(first).toHaveLength(1);
    for (const frames of others) expect(frames[0]).toBe(first![0]);
    opened.close();
  });

  it('tells once what several items of one moment changed', async () => {
    const { opened, clients } = await room();
    for (let version = 2; version < 9; version++) {
      opened.apply(item(version, 'matchdata', { id: 1, match_id: 1, score_team_a: version }));
    }
    await sleep(0);
    expect(clients[0]!.types).toEqual(['match-update']);
    expect(clients[0]!.frames[0]!.toString()).toContain('"score_team_a":8');
    opened.close();
  });

  it('loses no change that comes while another is read', async () => {
    let read = 0;
    let release: (() => void)[] = [];
    const { opened, clients } = await room({
      players: async () => {
        if (read++ > 0) await new Promise<void>((resolve) => release.push(resolve));
        return [];
      },
    });
    opened.apply(item(2, 'player_match', { id: 5 }, 'insert'));
    await sleep(0);
    opened.apply(item(3, 'player_match', { id: 6 }, 'insert'));
    opened.apply(item(4, 'matchdata', { id: 1, match_id: 1 }));
    await sleep(0);
    for (let round = 0; round < 2; round++) {
      while (release.length === 0) await sleep(10);
      release.splice(0).forEach((go) => go());
      await sleep(0);
    }
    expect(read).toBe(3);
    expect(clients[0]!.types.filter((type) => type === 'players-update')).toHaveLength(2);
    expect(clients[0]!.types).toContain('match-update');
    opened.close();
    release = [];
  });

  it('tells statistics only when they have changed', async () => {
    let statistics = '{}';
    const { opened, clients } = await room({ statistics: () => Promise.resolve(statistics) });
    opened.apply(item(2, 'football_event', { id: 1, match_id: 1 }, 'insert'));
    await sleep(0);
    expect(clients[0]!.types).toEqual(['event-update']);
    statistics = '{"match_id":1}';
    opened.apply(item(3, 'stat_override', { id: 1 }, 'insert'));
    while (clients[0]!.frames.length < 2) await sleep(10);
    expect(clients[0]!.types).toEqual(['event-update', 'statistics-update']);
    opened.close();
  });
});
