interface Group {
  controller: AbortController;
  clients: number;
  isDone: boolean;
}

/** Why work is stopped that nobody waits for any more. */
class Abandoned extends Error {}

/** Lets clients wait for one piece of work, which is stopped when the last of them has left. */
export class SharedWait {
  readonly #groups = new Map<string, Group>();

  /** The work gets the signal of all who wait for `key`; what it has thrown is thrown, unless it was stopped for others. */
  async run<T>(key: string, client: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    for (;;) {
      const group = this.#groups.get(key) ?? this.#start(key);
      group.clients++;
      const leave = (): void => this.#leave(key, group);
      client.addEventListener('abort', leave, { once: true });
      if (client.aborted) leave();
      try {
        const result = await work(group.controller.signal);
        // There is nothing left to stop.
        group.isDone = true;
        return result;
      } catch (error) {
        // Work that was being stopped when this client joined it begins anew.
        if (!(error instanceof Abandoned) || client.aborted) throw error;
      } finally {
        client.removeEventListener('abort', leave);
        if (!client.aborted) leave();
      }
    }
  }

  #start(key: string): Group {
    const group: Group = { controller: new AbortController(), clients: 0, isDone: false };
    this.#groups.set(key, group);
    return group;
  }

  #leave(key: string, group: Group): void {
    group.clients--;
    if (group.clients > 0) return;
    if (this.#groups.get(key) === group) this.#groups.delete(key);
    if (!group.isDone) group.controller.abort(new Abandoned('Nobody waits for it any more'));
  }
}
