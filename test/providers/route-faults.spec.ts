import { afterAll, beforeAll, describe, it } from 'vitest';
import { DEFAULT_WORLD, FakeWorld, type Fault, FAULTS } from '../support/fake-upstream/index.js';
import { LanePool, openLane } from './lanes.js';
import { DAY, FRESH_CASES, STALE_CASES, STATS } from './route-fault-cases.js';

const nameOf = (fault: Fault): string => ('status' in fault ? `status ${fault.status}` : fault.kind);
/** The others differ from these only on the wire, which faults.spec.ts goes through. */
const TOLD_APART: readonly string[] = ['status 500', 'status 429', 'html', 'truncated', 'wrong-types', 'reset'];
const FAULT_NAMES = FAULTS.map((fault) => [nameOf(fault), fault] as const);
const ANSWERED = FAULT_NAMES.filter(([name]) => TOLD_APART.includes(name));
const SILENT = FAULT_NAMES.filter(([name]) => name === 'silence');

const WORLD = new FakeWorld({ ...DEFAULT_WORLD, smallLeagues: 0, days: 36 });
const settings = (timeoutMs: number) => ({
  VSTATS_TIMEOUT_MS: String(timeoutMs),
  THESPORTSDB_TIMEOUT_MS: String(timeoutMs),
  PROVIDER_PAUSE_MS: '10',
});

/** Goes through all cases side by side, each in an application as if it were the first. */
function goThrough(faults: typeof FAULT_NAMES, lanes: number, timeoutMs: number): void {
  let pool: LanePool | undefined;
  beforeAll(async () => {
    const opening = Array.from({ length: lanes }, () => openLane(WORLD, settings(timeoutMs), [DAY, STATS]));
    pool = new LanePool(await Promise.all(opening));
  });
  afterAll(() => pool?.close());

  describe.concurrent.each(faults)('%s', (_name, fault) => {
    describe('where older data are stored', () => {
      it.each(Object.entries(STALE_CASES))('%s', (_case, run) => pool?.run((lane) => run(lane, fault)));
    });
    describe('where nothing older is stored', () => {
      it.each(Object.entries(FRESH_CASES))('%s', (_case, run) => pool?.run((lane) => run(lane, fault)));
    });
  });
}

describe('a provider that answers badly', () => goThrough(ANSWERED, 2, 10_000));

// All there is to do here is wait, so a short time is enough.
describe('a provider that does not answer', () => goThrough(SILENT, 3, 700));
