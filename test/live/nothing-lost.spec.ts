import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { followThroughStorm } from '../support/nothing-lost.js';
import { createFinishedGame } from '../support/simulated-game.js';

const PLAYS = 36;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

// `npm run bench -- replay` does the same with a whole game and 200 followers.
describe('a game that is followed through everything that breaks', () => {
  it('is known to every follower as it is stored, and who resumes has seen each version exactly once', async () => {
    const report = await followThroughStorm({
      url: database.url,
      client: database.client,
      sourceId: await createFinishedGame(database, PLAYS),
      // Most of a quarter in some seven seconds.
      speed: 130,
      followers: 60,
      cuts: { lasts: 3_500, pause: 300 },
      deathsAfter: [9, 21],
      unseen: 3,
      listenerEveryMs: 500,
      patienceMs: 20_000,
    });
    expect(report.faults).toEqual([]);
    expect(report).toMatchObject({ plays: PLAYS, deaths: 2 });
    expect(report.version).toBeGreaterThan(PLAYS * 5);
    expect(report.listenersKilled).toBeGreaterThan(2);
    expect(report.connections).toBeGreaterThan(60 * 2);
  }, 180_000);
});
