import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Hub, JournalListener } from '../../src/realtime/index.js';
import { Viewers } from '../../src/realtime/viewers.js';
import { bootApp, type TestApp } from '../support/app.js';
import { until } from '../support/feed.js';
import { createMatch } from '../support/fixtures.js';

let test: TestApp;
let viewers: Viewers;
beforeAll(async () => {
  test = await bootApp();
  await until(() => test.app.get(JournalListener).healthy);
  viewers = test.app.get(Viewers);
});
afterAll(() => test.close());

const everybody = { onlyOwner: 0 };
const follow = async (matchId: number, told: string[], name: string) => {
  const viewing = await viewers.admit(matchId, everybody);
  viewing.onHidden(() => told.push(name));
  return viewing;
};

describe('viewers of a match with the same eyes', () => {
  it('are each told when it is kept from them, whoever has left before', async () => {
    const { matchId } = await createMatch(test.database);
    const told: string[] = [];
    const [first] = await Promise.all(['first', 'second', 'third'].map((name) => follow(matchId, told, name)));
    first.end();
    await test.database.sql('update match set attendance = 1 where id = $1', [matchId]);
    await test.database.sql('update match set isprivate = true where id = $1', [matchId]);
    await until(() => told.length === 2);
    expect(told.toSorted()).toEqual(['second', 'third']);
    await expect(viewers.admit(matchId, everybody)).rejects.toMatchObject({ kind: 'not-found' });
    await until(() => test.app.get(Hub).size.matches === 0);
  });

  it('follow the journal no longer once all have left, and again when one comes back', async () => {
    const { matchId } = await createMatch(test.database);
    const told: string[] = [];
    for (const viewing of await Promise.all([follow(matchId, told, 'a'), follow(matchId, told, 'b')])) viewing.end();
    await until(() => test.app.get(Hub).size.matches === 0);
    await follow(matchId, told, 'c');
    await test.database.sql('update match set isprivate = true where id = $1', [matchId]);
    await until(() => told.length === 1);
    expect(told).toEqual(['c']);
  });
});
