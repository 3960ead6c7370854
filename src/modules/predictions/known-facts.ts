import type { MatchFact } from './training.repository.js';

/**
 * What was last seen of every match of the trained competitions, to tell which of many changes of matches concern a model:
 * a clock or a venue does not, a result does.
 */
export class KnownFacts {
  private readonly facts = new Map<number, MatchFact>();

  /** Every match there is something known of. */
  matchIds(): number[] {
    return [...this.facts.keys()];
  }

  /**
   * Takes note of what matches are now and returns the competitions for which that is news. `looked` are the matches asked
   * for; one of them that is not among `found` has gone, or belongs to no trained competition any more.
   */
  update(looked: Iterable<number>, found: readonly MatchFact[]): Set<number> {
    const news = new Set<number>();
    const present = new Map(found.map((fact) => [fact.id, fact]));
    for (const id of new Set([...looked, ...present.keys()])) {
      const before = this.facts.get(id);
      const now = present.get(id);
      if (now) this.facts.set(id, now);
      else this.facts.delete(id);
      if (before?.fact === now?.fact && before?.competitionId === now?.competitionId) continue;
      // A result that is gone matters as much as a new one; a fixture that is gone needs no prediction.
      if (before?.kind === 'result') news.add(before.competitionId);
      if (now && now.kind !== 'none') news.add(now.competitionId);
    }
    return news;
  }
}
