import { SingleBar } from 'cli-progress';

export interface Progress {
  /** `done` counts towards the total given at the start; `note` says more, such as how many matches a second. */
  update(done: number, note: string): void;
  stop(): void;
}

const LINE_EVERY_MS = 2_000;

/**
 * Shows how far a command is: a bar on a terminal, elsewhere a line every two seconds. Both go to standard error, so that
 * output can be piped.
 */
export function startProgress(
  label: string,
  total: number,
  stream: NodeJS.WriteStream = process.stderr,
  now: () => number = performance.now.bind(performance),
): Progress {
  const startedAt = now();
  const remaining = (done: number) => timeLeft(now() - startedAt, done, total);
  return stream.isTTY ? bar(label, total, stream, remaining) : lines(label, total, stream, remaining, now);
}

function bar(label: string, total: number, stream: NodeJS.WriteStream, remaining: (done: number) => string): Progress {
  const single = new SingleBar({
    stream,
    format: `${label} {bar} {percentage} % | {note} | {remaining}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    etaBuffer: 1,
    fps: 10,
  });
  single.start(total, 0, { note: '', remaining: '' });
  return {
    update: (done, note) => single.update(done, { note, remaining: remaining(done) }),
    stop: () => single.stop(),
  };
}

function lines(
  label: string,
  total: number,
  stream: NodeJS.WriteStream,
  remaining: (done: number) => string,
  now: () => number,
): Progress {
  let lastAt = now();
  return {
    update(done, note) {
      if (now() - lastAt < LINE_EVERY_MS) return;
      lastAt = now();
      stream.write(`${label} ${Math.floor((100 * done) / total)} % | ${note} | ${remaining(done)}\n`);
    },
    stop: () => undefined,
  };
}

/** Assumes that the rest goes as fast as what is done. */
export function timeLeft(elapsedMs: number, done: number, total: number): string {
  if (done <= 0) return '';
  const seconds = Math.ceil((elapsedMs * (total - done)) / done / 1000);
  return seconds < 60 ? `${seconds} s left` : `${Math.floor(seconds / 60)} min ${seconds % 60} s left`;
}
