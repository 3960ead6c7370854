/** What a process of the benchmark can be asked. */
export type Calls = Record<string, (...args: never[]) => unknown>;

/** Microseconds of processor time of this process so far, in and out of the kernel, all threads. */
export function cpu(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Answers the process that started this one, until that one is gone. */
export function answer(calls: Calls): void {
  process.on('message', ({ id, name, args }: { id: number; name: string; args: never[] }) => {
    void (async () => {
      try {
        process.send!({ id, value: await calls[name](...args) });
      } catch (error) {
        process.send!({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      }
    })();
  });
  process.on('disconnect', () => process.exit());
  // Ctrl-C reaches all of us; the one that started us says when.
  process.on('SIGINT', () => undefined);
}
