import type { MatchChange, MatchChangesRepository } from './match-changes.repository.js';

/** Something of a match at a version, which goes on with what the journal has after it. */
export interface KeptState {
  readonly version: number;
  /** False, and nothing changed, when it has to be read again. */
  advance(changes: readonly MatchChange[], version: number): boolean;
}

/**
 * Keeps something of matches in memory by their versions; each answer is as the match was after it was asked. The match
 * asked for longest ago goes first.
 */
export class KeptMatches<State extends KeptState> {
  readonly #kept = new Map<number, State>();

  /** @param read undefined for a match that is not there */
  constructor(
    private readonly changes: MatchChangesRepository,
    private readonly read: (matchId: number) => Promise<State | undefined>,
    private readonly limit: number,
  ) {}

  /** Undefined for a match that is not there. What a transaction sees is read for it alone. */
  async get(matchId: number): Promise<State | undefined> {
    if (this.changes.isInTransaction) return this.read(matchId);
    for (;;) {
      const kept = this.#kept.get(matchId);
      if (kept === undefined) return this.#renew(matchId);
      const from = kept.version;
      const now = await this.changes.since(matchId, from);
      if (now === undefined) return this.#forget(matchId);
      const current = this.#kept.get(matchId);
      if (current !== undefined && current.version >= now.version) return this.keep(matchId, current);
      // Somebody else has brought it part of the way meanwhile.
      if (current !== kept || kept.version !== from) continue;
      // Each change is a version: what the journal no longer has must be read.
      const isWhole = now.changes?.length === now.version - from;
      return isWhole && kept.advance(now.changes!, now.version) ? this.keep(matchId, kept) : this.#renew(matchId);
    }
  }

  /** What is kept, as it was when it was asked for last. */
  peek(matchId: number): State | undefined {
    return this.#kept.get(matchId);
  }

  keep(matchId: number, state: State): State {
    this.#kept.delete(matchId);
    this.#kept.set(matchId, state);
    if (this.#kept.size > this.limit) this.#kept.delete(this.#kept.keys().next().value!);
    return state;
  }

  async #renew(matchId: number): Promise<State | undefined> {
    const state = await this.read(matchId);
    return state === undefined ? this.#forget(matchId) : this.keep(matchId, state);
  }

  #forget(matchId: number): undefined {
    this.#kept.delete(matchId);
    return undefined;
  }
}
