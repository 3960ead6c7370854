import type { KeptState } from './kept-matches.js';
import type { MatchChange } from './match-changes.repository.js';
import { type PlayRow, UNNUMBERED } from './play.row.js';
import { PLAYS } from './plays.repository.js';

/** Plays of one match at a version, in the order they were made. A play that has not changed stays the same object. */
export class KeptPlays implements KeptState {
  #plays: readonly PlayRow[];
  #version: number;

  constructor({ version, plays }: { version: number; plays: readonly PlayRow[] }) {
    this.#plays = plays;
    this.#version = version;
  }

  get version(): number {
    return this.#version;
  }

  get plays(): readonly PlayRow[] {
    return this.#plays;
  }

  advance(changes: readonly MatchChange[], version: number): boolean {
    const plays = new Map(this.#plays.map((play) => [play.id, play]));
    let isChanged = false;
    for (const { entity, op, data } of changes) {
      // Its plays went with it, and another may be there by now.
      if (entity === 'match' && op === 'delete') return false;
      if (entity !== 'football_event') continue;
      const play = PLAYS.read(data);
      // Also of a play that has another id now.
      if ((op === 'insert') === plays.has(play.id)) return false;
      if (op === 'delete') plays.delete(play.id);
      else plays.set(play.id, play);
      isChanged = true;
    }
    if (isChanged) this.#plays = [...plays.values()].toSorted(inOrder);
    this.#version = version;
    return true;
  }
}

const inOrder = (a: PlayRow, b: PlayRow): number =>
  (a.eventNumber ?? UNNUMBERED) - (b.eventNumber ?? UNNUMBERED) || a.id - b.id;
