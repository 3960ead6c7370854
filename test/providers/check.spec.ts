import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/platform/config/index.js';
import { checkUpstreams } from '../../src/modules/providers/check/check-upstreams.js';
import { ENDPOINT_NAMES, FakeUpstream } from '../support/fake-upstream/index.js';
import { CALL } from './upstreams.js';

let fake: FakeUpstream;
beforeAll(async () => {
  fake = await FakeUpstream.start({ untoldHalvesOneIn: 3 });
});
afterEach(() => {
  fake.mend();
  fake.forgetCalls();
});
afterAll(() => fake.close());

const check = (environment: Record<string, string> = fake.environment, signal = CALL.signal) =>
  checkUpstreams(loadConfig({ PROVIDER_RETRIES: '0', ...environment }).providers, signal);

describe('the check of the providers', () => {
  it('asks every endpoint once and finds the recorded shapes', async () => {
    const checks = await check();
    expect(checks.map(({ outcome, drift }) => ({ outcome, drift }))).toEqual(
      ENDPOINT_NAMES.map(() => ({ outcome: 'ok', drift: [] })),
    );
    expect(fake.callCounts).toEqual(Object.fromEntries(ENDPOINT_NAMES.map((name) => [name, 1])));
    expect(checks[0]).toMatchObject({ provider: 'vstats', endpoint: '/stats/tournament/v1/calendar' });
    expect(checks[0].detail).toBe('5 tournaments');
    expect(checks.at(-1)?.detail).toMatch(/ has a badge$/);
  });

  it('tells what failed and goes on with the rest', async () => {
    fake.break('standings', { kind: 'html' });
    fake.break('preview', { kind: 'wrong-types' });
    const checks = await check();
    const failed = checks.filter(({ outcome }) => outcome === 'failed');
    expect(failed.map(({ endpoint, drift }) => [endpoint, drift.length > 0])).toEqual([
      ['/stats/matchpreview/v1/get-match-preview', true],
      ['/stats/standings/v1/standings', false],
    ]);
    expect(checks.filter(({ outcome }) => outcome === 'ok')).toHaveLength(ENDPOINT_NAMES.length - 2);
  });

  it('skips what it cannot ask for without the answers that failed', async () => {
    fake.break('calendar', { kind: 'status', status: 500 });
    const outcomes = (await check()).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['failed', ...ENDPOINT_NAMES.slice(2).map(() => 'skipped'), 'ok']);
  });

  it('checks only what is switched on', async () => {
    const { VSTATS_BASE_URL: _off, ...badges } = fake.environment;
    expect((await check(badges)).map(({ provider }) => provider)).toEqual(['thesportsdb']);
    expect(await check({})).toEqual([]);
  });

  it('ends when it is interrupted', async () => {
    fake.break('calendar', { kind: 'silence' });
    await expect(check(fake.environment, AbortSignal.timeout(50))).rejects.toThrow();
  });
});
