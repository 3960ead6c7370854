import type { Child } from './child.ts';
import { anyOf, type Faults } from './audience.ts';
import type { LoadCalls } from './load.ts';
import type { Series } from './pace.ts';

/** A server with its clients, and whatever makes its events. */
export interface Contestant {
  name: string;
  cpu(): Promise<number>;
  publish(series: Series): Promise<unknown>;
  /** Its messages are of state: of changes that come at once the last is told. */
  ofState?: boolean;
  /** Microseconds used outside the server to make the events. */
  besides?: (() => Promise<Record<string, number>>) | undefined;
}

/** One measurement of one server. */
export interface Slice {
  deliveries: number;
  expected: number;
  faults: Faults;
  /** Microseconds of the server's processor time per delivery. */
  perDelivery: number;
  /** Microseconds per event used elsewhere. */
  besides: Record<string, number>;
}

const EVERY_MS = 100;
/** Warming up: the first time everything is cold, later only what the others have pushed out of the caches. */
const WARM_EVENTS = { first: 10, later: 3 };
const MEASURED_EVENTS = 36;
const LATE_MS = 10_000;

/** Runs all contestants in turns, `rounds` times, at 10 events a second. */
export async function fanOut(
  contestants: readonly Contestant[],
  load: Child<LoadCalls>,
  clients: number,
  rounds: number,
  progress: (text: string) => void,
): Promise<Map<string, Slice[]>> {
  const slices = new Map<string, Slice[]>(contestants.map(({ name }) => [name, []]));
  let done = 0;
  for (let round = 0; round < rounds; round++) {
    const warm = round === 0 ? WARM_EVENTS.first : WARM_EVENTS.later;
    const first = 1 + done;
    for (const contestant of contestants) {
      progress(`fan-out, round ${round + 1} of ${rounds}: ${contestant.name}`);
      slices.get(contestant.name)!.push(await measure(contestant, load, clients, first, warm));
    }
    done += warm + MEASURED_EVENTS;
  }
  return slices;
}

async function measure(
  { name, cpu, publish, ofState = false, besides }: Contestant,
  load: Child<LoadCalls>,
  clients: number,
  first: number,
  warm: number,
): Promise<Slice> {
  const from = first + warm;
  await publish({ from: first, count: warm, everyMs: EVERY_MS });
  const warmed = await load.call('take', name, from - 1, LATE_MS);
  const [cpuBefore, besidesBefore] = [await cpu(), await besides?.()];
  await publish({ from, count: MEASURED_EVENTS, everyMs: EVERY_MS });
  const { deliveries, faults } = await load.call('take', name, from + MEASURED_EVENTS - 1, LATE_MS);
  const [cpuAfter, besidesAfter] = [await cpu(), await besides?.()];
  for (const fault of ['lost', 'duplicate', 'wrong'] as const) faults[fault] += warmed.faults[fault];
  return {
    deliveries,
    expected: ofState ? deliveries : clients * MEASURED_EVENTS,
    faults,
    perDelivery: (cpuAfter - cpuBefore) / deliveries,
    besides: Object.fromEntries(
      Object.entries(besidesAfter ?? {}).map(([what, after]) => [
        what,
        (after - besidesBefore![what]) / MEASURED_EVENTS,
      ]),
    ),
  };
}

/** A round in which anything went wrong says nothing about speed. */
export function isVoid({ deliveries, expected, faults }: Slice): boolean {
  return deliveries !== expected || anyOf(faults);
}
