import { get as httpGet } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DOCUMENTED_IDS } from '../support/fake-upstream/index.js';
import { until } from '../support/feed.js';
import { bootProvided, type ProvidedApp } from './provided-app.js';

let test: ProvidedApp;
beforeAll(async () => {
  test = await bootProvided({ smallLeagues: 0 });
});
afterAll(() => test.close());

const path = `/api/partida/${DOCUMENTED_IDS.match}/stats?filtro=geral`;

/** A client with a connection of its own, which it closes without waiting for the answer. */
function askAndLeave(): () => void {
  const request = httpGet(`http://${test.app.host}${path}`, { agent: false });
  request.on('error', () => undefined);
  return () => void request.destroy();
}

it('takes its calls along when nobody else wants them', async () => {
  await test.json('/api/partidas?data=2025-12-27');
  test.upstream.forgetCalls();
  test.upstream.break('match', { kind: 'silence' });
  const leave = askAndLeave();
  await until(() => test.upstream.callsOf('match') > 1);
  leave();
  // Nothing is asked any more of the thirty matches of the sample.
  await until(() => test.upstream.connections <= 10);
  const asked = test.upstream.callsOf('match');
  expect(asked).toBeLessThan(25);
  test.upstream.mend();
  expect((await test.get(path)).status).toBe(200);
});

it('leaves them to those who stay', async () => {
  await test.age(24 * 365);
  test.upstream.forgetCalls();
  test.upstream.break('season', { kind: 'delay', ms: 500 });
  const leave = askAndLeave();
  const stays = test.get(path);
  await until(() => test.upstream.callsOf('season') > 0);
  leave();
  expect((await stays).status).toBe(200);
  expect(test.upstream.callsOf('season')).toBe(1);
});
