import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NotFound } from '#core/kernel/domain-error.js';
import type { AnalysisService } from './analysis.service.js';
import type { Adjustment, MatchAnalysis, SampleRequest } from './analysis.types.js';
import { type AnalysisSubject, KeptAnalyses } from './kept-analyses.js';

const REQUEST: SampleRequest = { limit: 10, period: 'full', homeVenue: null, awayVenue: null };
const subject = (id: number, change: Partial<AnalysisSubject> = {}): AnalysisSubject => ({
  id,
  publicId: `m${id}`,
  kickoffAt: '2025-12-01T12:00:00.000000Z',
  homeId: 2 * id,
  awayId: 2 * id + 1,
  tournamentId: 1,
  referee: null,
  ...change,
});

/** Analyses that are made when the test says so. */
class Bench {
  readonly asked: string[] = [];
  atOnce = 0;
  #running = 0;
  #waiting: ((error?: Error) => void)[] = [];
  adjustments: Adjustment[] = [];
  readonly kept = new KeptAnalyses({ analyse: (id: string) => this.#analyse(id) } as unknown as AnalysisService);

  async #analyse(id: string): Promise<MatchAnalysis> {
    this.asked.push(id);
    this.atOnce = Math.max(this.atOnce, ++this.#running);
    await new Promise<void>((resolve, reject) => {
      this.#waiting.push((error) => (error ? reject(error) : resolve()));
    });
    this.#running--;
    return { sampleSize: this.asked.length, context: { adjustments: this.adjustments } } as MatchAnalysis;
  }

  /** Finishes what is being made, and what begins thereupon, until nothing is. */
  async finish(error?: Error): Promise<void> {
    await settled();
    while (this.#waiting.length > 0) {
      for (const end of this.#waiting.splice(0)) end(error);
      await settled();
    }
  }
}

const settled = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

let bench: Bench;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  bench = new Bench();
});
afterEach(() => vi.useRealTimers());

async function ask(of: AnalysisSubject, request = REQUEST): Promise<MatchAnalysis | undefined> {
  const answer = bench.kept.find(of, request);
  await bench.finish();
  return answer;
}

describe('kept analyses', () => {
  it('are made once, and for each request by itself', async () => {
    const first = await ask(subject(1));
    expect(await ask(subject(1))).toBe(first);
    expect(await ask(subject(1), { ...REQUEST, limit: 5 })).not.toBe(first);
    await ask(subject(1), { ...REQUEST, period: 'first_half' });
    await ask(subject(1), { ...REQUEST, homeVenue: 'home' });
    await ask(subject(1), { ...REQUEST, awayVenue: 'home' });
    expect(bench.asked).toHaveLength(5);
  });

  it('are made once for all who ask meanwhile', async () => {
    const all = [1, 2, 3].map(() => bench.kept.find(subject(1), REQUEST));
    await bench.finish();
    expect(new Set(await Promise.all(all)).size).toBe(1);
    expect(bench.asked).toEqual(['m1']);
  });

  it('are made four at a time, those somebody waits for before those of a search', async () => {
    const searched = [1, 2, 3, 4, 5, 6].map((id) => bench.kept.find(subject(id), REQUEST, 'in-turn'));
    const wanted = bench.kept.find(subject(9), REQUEST);
    await bench.finish();
    await Promise.all([...searched, wanted]);
    expect(bench.atOnce).toBe(4);
    expect(bench.asked).toEqual(['m1', 'm2', 'm3', 'm4', 'm9', 'm5', 'm6']);
  });

  it.each(['stale-data', 'reduced-sample'] as const)('are not kept with %s', async (adjustment) => {
    bench.adjustments = ['opponents', adjustment];
    await ask(subject(1));
    expect(bench.kept.size).toBe(0);
    bench.adjustments = ['opponents'];
    await ask(subject(1));
    expect(bench.kept.size).toBe(1);
    expect(bench.asked).toHaveLength(2);
  });

  it.each([
    ['kickoff', { kickoffAt: '2025-12-01T12:30:00.000000Z' }],
    ['team', { awayId: 77 }],
    ['tournament', { tournamentId: null }],
    ['referee', { referee: 'A. Fair' }],
  ])('are made again when the match has another %s', async (_what, change) => {
    await ask(subject(1));
    await ask(subject(1, change));
    expect(bench.asked).toHaveLength(2);
  });

  it('do not mind how precisely a kickoff is written', async () => {
    await ask(subject(1));
    await ask(subject(1, { kickoffAt: '2025-12-01T12:00:00.000Z' }));
    expect(bench.asked).toHaveLength(1);
  });

  it('are forgotten with their teams and tournaments, and no others', async () => {
    await ask(subject(1));
    await ask(subject(2, { tournamentId: 5 }));
    bench.kept.forget({ teams: [3], tournaments: [] });
    await ask(subject(2, { tournamentId: 5 }));
    expect(bench.asked).toHaveLength(2);
    await ask(subject(1));
    expect(bench.asked).toHaveLength(3);
    bench.kept.forget({ teams: [], tournaments: [5] });
    await ask(subject(1));
    await ask(subject(2, { tournamentId: 5 }));
    expect(bench.asked).toEqual(['m1', 'm2', 'm1', 'm2']);
    bench.kept.forgetAll();
    expect(bench.kept.size).toBe(0);
    await ask(subject(1));
    expect(bench.asked).toHaveLength(5);
  });

  it('that were begun before a change are not given to those who ask after it', async () => {
    const before = bench.kept.find(subject(1), REQUEST);
    await settled();
    bench.kept.forget({ teams: [2], tournaments: [] });
    const after = bench.kept.find(subject(1), REQUEST);
    await bench.finish();
    expect(await before).not.toBe(await after);
    expect(bench.asked).toHaveLength(2);
  });

  it('are made again after ten minutes', async () => {
    await ask(subject(1));
    vi.advanceTimersByTime(599_000);
    await ask(subject(1));
    expect(bench.asked).toHaveLength(1);
    vi.advanceTimersByTime(2_000);
    await ask(subject(1));
    expect(bench.asked).toHaveLength(2);
  });

  it('are at most a thousand; the one used longest ago goes', async () => {
    for (let id = 1; id <= 1_000; id++) await ask(subject(id));
    await ask(subject(1));
    await ask(subject(1_001));
    expect(bench.kept.size).toBe(1_000);
    expect(bench.asked).toHaveLength(1_001);
    await ask(subject(1));
    expect(bench.asked).toHaveLength(1_001);
    await ask(subject(2));
    expect(bench.asked).toHaveLength(1_002);
  });

  it('are not kept when they fail', async () => {
    const failing = bench.kept.find(subject(1), REQUEST);
    const told = expect(failing).rejects.toThrow('no database');
    await bench.finish(new Error('no database'));
    await told;
    expect(bench.kept.size).toBe(0);
    expect(await ask(subject(1))).toBeDefined();
  });

  it('are undefined for a match that has none, without asking when it has no kickoff', async () => {
    const none = bench.kept.find(subject(1), REQUEST);
    await bench.finish(new NotFound('Match', 'm1'));
    expect(await none).toBeUndefined();
    expect(await bench.kept.find(subject(2, { kickoffAt: null }), REQUEST)).toBeUndefined();
    expect(bench.asked).toEqual(['m1']);
  });

  it('that are being made are waited for at the end, and no more are begun', async () => {
    const [running, , , , waiting] = [1, 2, 3, 4, 5].map((id) => bench.kept.find(subject(id), REQUEST));
    const refused = expect(waiting).rejects.toMatchObject({ kind: 'unavailable' });
    await settled();
    let stopped = false;
    const stopping = bench.kept.beforeApplicationShutdown().then(() => (stopped = true));
    await settled();
    expect(stopped).toBe(false);
    await bench.finish();
    await Promise.all([stopping, refused]);
    expect(await running).toBeDefined();
    expect(bench.asked).toEqual(['m1', 'm2', 'm3', 'm4']);
  });
});
