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
      if (current !== undefined && current.version >= now.version) return this.#keep(matchId, current);
      // Somebody else has brought it part of the way meanwhile.
      if (current !== kept || kept.version !== from) continue;
      return advance(kept, now.changes, now.version) ? this.#keep(matchId, kept) : this.#renew(matchId);
    }
  }

  /**
   * Of several matches by their id, with two statements and what `readAll` takes; a match that is not there has no entry.
   * @param readAll as `read`, of several matches
   */
  async getAll(
    matchIds: readonly number[],
    readAll: (matchIds: readonly number[]) => Promise<Map<number, State>>,
  ): Promise<Map<number, State>> {
    if (this.changes.isInTransaction) return readAll(matchIds);
    const versions = await this.changes.versions(matchIds);
    const unread = await this.#advanceAll(versions);
    const read = unread.length > 0 ? await readAll(unread) : undefined;
    const found = new Map<number, State>();
    for (const id of versions.keys()) {
      const state = read?.get(id) ?? this.#kept.get(id) ?? (await this.read(id));
      if (state !== undefined) found.set(id, this.#keep(id, state));
    }
    return found;
  }

  /** Brings what is kept of matches up to these versions. Returns those that must be read. */
  async #advanceAll(versions: ReadonlyMap<number, number>): Promise<number[]> {
    const behind = [...versions].flatMap(([matchId, to]) => {
      const from = this.#kept.get(matchId)?.version;
      return from !== undefined && from < to ? [{ matchId, from, to }] : [];
    });
    const changes = behind.length > 0 ? await this.changes.between(behind) : undefined;
    for (const { matchId, from, to } of behind) {
      const kept = this.#kept.get(matchId);
      // Unless somebody else has brought it part of the way meanwhile.
      if (kept?.version === from) advance(kept, changes?.get(matchId), to);
    }
    return [...versions].flatMap(([matchId, to]) => {
      const kept = this.#kept.get(matchId);
      return kept !== undefined && kept.version >= to ? [] : [matchId];
    });
  }

  #keep(matchId: number, state: State): State {
    this.#kept.delete(matchId);
    this.#kept.set(matchId, state);
    if (this.#kept.size > this.limit) this.#kept.delete(this.#kept.keys().next().value!);
    return state;
  }

  async #renew(matchId: number): Promise<State | undefined> {
    const state = await this.read(matchId);
    return state === undefined ? this.#forget(matchId) : this.#keep(matchId, state);
  }

  #forget(matchId: number): undefined {
    this.#kept.delete(matchId);
    return undefined;
  }
}

/** Each change is a version: what the journal no longer has must be read. */
function advance(kept: KeptState, changes: readonly MatchChange[] | null | undefined, version: number): boolean {
  return changes?.length === version - kept.version && kept.advance(changes, version);
}
