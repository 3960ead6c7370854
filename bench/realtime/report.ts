import { isVoid, type Slice } from './fan-out.ts';
import type { Latency } from './latency.ts';
import type { WriteTax } from './write-tax.ts';

/** Which costs are compared, and what we want of the ratio. */
const COMPARISONS = [
  { ours: 'Touchline, GraphQL', theirs: 'ws loop', goal: 'at most 1.50' },
  { ours: 'Touchline, GraphQL', theirs: 'graphql-ws', goal: 'at most 0.25' },
  { ours: 'Touchline, socket.io', theirs: 'ws loop', goal: 'at most 1.60' },
  { ours: 'Touchline, socket.io', theirs: 'socket.io', goal: 'at most 1.15' },
  { ours: 'Touchline, StatsBoards', theirs: 'ws loop, same bytes', goal: 'at most 1.25' },
];

export function reportFanOut(slices: ReadonlyMap<string, readonly Slice[]>, clients: number, what: string): string[] {
  const lines = [
    `Fan-out: ${clients} clients of one match, 10 changes a second, ${what}`,
    `${'server'.padEnd(30)}us of server CPU per delivery: median (rounds)`,
  ];
  for (const [name, rounds] of slices) {
    const costs = rounds.map((slice) => (isVoid(slice) ? 'void' : slice.perDelivery.toFixed(2)));
    lines.push(`  ${name.padEnd(28)}${fixed(medianCost(rounds))}   (${costs.join(' ')})`);
  }
  for (const [name, rounds] of slices) {
    for (const slice of rounds) {
      if (!isVoid(slice)) continue;
      const { lost, duplicate, wrong } = slice.faults;
      lines.push(
        `  VOID ${name}: ${slice.deliveries} of ${slice.expected} deliveries; ${lost} lost, ${duplicate} twice, ${wrong} wrong`,
      );
    }
  }
  for (const { ours, theirs, goal } of COMPARISONS) {
    if (!slices.has(ours)) continue;
    const ratios = pairedRatios(slices.get(ours)!, slices.get(theirs)!);
    lines.push(`  ${`${ours} / ${theirs}`.padEnd(40)}${fixed(median(ratios))} x  ${range(ratios)}  wanted: ${goal}`);
  }
  for (const [name, rounds] of slices) {
    const sound = rounds.filter((slice) => !isVoid(slice) && Object.keys(slice.besides).length > 0);
    if (sound.length === 0) continue;
    const besides = Object.keys(sound[0].besides).map((what) => {
      const milliseconds = median(sound.map((slice) => slice.besides[what])) / 1_000;
      return `${what} ${Number.isNaN(milliseconds) ? 'not known' : `${milliseconds.toFixed(2)} ms`}`;
    });
    lines.push(`  besides, per change written for ${name}: ${besides.join(', ')}`);
  }
  return lines;
}

export function reportLatency(latencies: ReadonlyMap<string, Latency>, clients: number): string[] {
  const [[, ours], [, theirs]] = latencies;
  return [
    `From COMMIT sent to the client: ${clients} clients, 50 commits a second`,
    ...[...latencies].map(([name, { p50, p99, deliveries, faults }]) => {
      const bad = faults.lost + faults.duplicate + faults.wrong;
      return `  ${name.padEnd(28)}p50 ${fixed(p50)} ms, p99 ${fixed(p99)} ms of ${deliveries} deliveries${bad > 0 ? `, VOID: ${bad} lost, twice or wrong` : ''}`;
    }),
    `  ratio${' '.repeat(23)}p50 ${fixed(ours.p50 / theirs.p50)} x   p99 ${fixed(ours.p99 / theirs.p99)} x   wanted: p50 at most 5.00`,
  ];
}

export function reportWriteTax({ journaled, bare, ratios }: WriteTax, writers: number): string[] {
  return [
    `Writers: ${writers} at a time, each on a match of its own, one update of its attendance per commit`,
    `  with the journal ${journaled.toFixed(0)} commits/s, without triggers ${bare.toFixed(0)} commits/s`,
    `  ratio ${fixed(journaled / bare)} x  ${range(ratios)}  wanted: at least 0.85`,
  ];
}

function medianCost(rounds: readonly Slice[]): number {
  return median(rounds.filter((slice) => !isVoid(slice)).map(({ perDelivery }) => perDelivery));
}

/** Of each round its own ratio: what disturbs the machine disturbs both sides. */
function pairedRatios(ours: readonly Slice[], theirs: readonly Slice[]): number[] {
  return ours.flatMap((slice, round) =>
    isVoid(slice) || isVoid(theirs[round]) ? [] : [slice.perDelivery / theirs[round].perDelivery],
  );
}

function median(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function fixed(value: number): string {
  return value.toFixed(2).padStart(6);
}

function range(ratios: readonly number[]): string {
  return ratios.length === 0
    ? '(no valid round)'
    : `(${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`;
}
