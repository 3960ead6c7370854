import { eventOf, type Item, type MatchRow } from './item.ts';

/** What went wrong; all zero, or the run counts for nothing. */
export interface Faults {
  lost: number;
  duplicate: number;
  wrong: number;
}

export function anyOf({ lost, duplicate, wrong }: Faults): boolean {
  return lost + duplicate + wrong > 0;
}

/** The clients of one server, who all follow one match. Every message of every client is looked at. */
export class Audience {
  /** Number of the last event of each client. */
  readonly #last: number[] = [];
  readonly #faults: Faults = { lost: 0, duplicate: 0, wrong: 0 };
  #deliveries = 0;
  #known: { text: string; n: number } | undefined;
  #receivedAt: Map<number, number[]> | undefined;

  readonly #row: MatchRow;
  readonly #ofState: boolean;

  /** Of messages of state the last is all that counts: one that was passed over is not lost. */
  constructor(row: MatchRow, { ofState = false } = {}) {
    this.#row = row;
    this.#ofState = ofState;
  }

  /** Another client, who has seen everything up to event 0. Returns its number. */
  join(): number {
    return this.#last.push(0) - 1;
  }

  /** A message that is not parsed yet. Only the first with this text is: the others tell of the same. */
  receiveText(client: number, text: string, read: (text: string) => Item | MatchRow | undefined): void {
    if (this.#known?.text !== text) {
      const n = this.#eventOf(parsed(text, read));
      if (n === undefined) return;
      this.#known = { text, n };
    }
    this.#count(client, this.#known.n);
  }

  receive(client: number, item: Item): void {
    const n = this.#eventOf(item);
    if (n !== undefined) this.#count(client, n);
  }

  /** Undefined for a snapshot, which is no event, and for what should never have come. */
  #eventOf(item: Item | MatchRow | undefined): number | undefined {
    if (item !== undefined && 'op' in item && /^snapshot$/i.test(String(item['op']))) return undefined;
    const row = item !== undefined && 'data' in item ? (item['data'] as MatchRow) : (item as MatchRow | undefined);
    const n = row && eventOf(row, this.#row);
    if (n === undefined) this.#faults.wrong++;
    return n;
  }

  #count(client: number, n: number): void {
    const expected = this.#last[client] + 1;
    if (n < expected) {
      this.#faults.duplicate++;
      return;
    }
    if (!this.#ofState) this.#faults.lost += n - expected;
    this.#last[client] = n;
    this.#deliveries++;
    this.#receivedAt?.get(n)?.push(Number(process.hrtime.bigint() / 1_000n));
  }

  /** Resolves when every client has seen event `n`, or when the time is over. */
  async reached(n: number, timeoutMs: number): Promise<void> {
    const deadline = performance.now() + timeoutMs;
    while (this.#last.some((last) => last < n) && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  /** What came since the last call, after `n` events in all: who has not seen the last ones has lost them. */
  take(n: number): { deliveries: number; faults: Faults } {
    const faults = { ...this.#faults };
    for (const [client, last] of this.#last.entries()) {
      faults.lost += Math.max(0, n - last);
      this.#last[client] = Math.max(n, last);
    }
    const deliveries = this.#deliveries;
    this.#deliveries = 0;
    Object.assign(this.#faults, { lost: 0, duplicate: 0, wrong: 0 });
    return { deliveries, faults };
  }

  /** From now on notes when each of these events reaches each client. */
  time(from: number, count: number): void {
    this.#receivedAt = new Map(Array.from({ length: count }, (_, index) => [from + index, []]));
  }

  /** Milliseconds from `sentAt` (of the event `from` and those that follow it) to each client, sorted. */
  latencies(from: number, sentAt: readonly number[]): number[] {
    const all = sentAt.flatMap((sent, index) =>
      (this.#receivedAt?.get(from + index) ?? []).map((received) => (received - sent) / 1_000),
    );
    return all.toSorted((a, b) => a - b);
  }
}

/** Undefined when it cannot be read. */
function parsed<T>(text: string, read: (text: string) => T): T | undefined {
  try {
    return read(text);
  } catch {
    return undefined;
  }
}
