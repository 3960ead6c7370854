import { describe, expect, it } from 'vitest';
import { KnownFacts } from './known-facts.js';
import type { MatchFact } from './training.repository.js';

const match = (id: number, kind: MatchFact['kind'], fact: string, competitionId = 1): MatchFact => ({
  id,
  competitionId,
  kind,
  fact,
});

function known(): KnownFacts {
  const facts = new KnownFacts();
  facts.update(
    [],
    [match(1, 'result', '2-1'), match(2, 'fixture', 'a'), match(3, 'none', 'live'), match(4, 'result', '0-0', 2)],
  );
  return facts;
}

describe('what is news', () => {
  it('is everything at first', () => {
    const news = new KnownFacts().update(
      [],
      [match(1, 'result', '2-1'), match(2, 'fixture', 'a', 7), match(3, 'none', 'x', 9)],
    );
    expect(news).toEqual(new Set([1, 7]));
  });

  it.each([
    ['the same', match(1, 'result', '2-1'), []],
    ['another score', match(1, 'result', '3-1'), [1]],
    ['a result withdrawn', match(1, 'none', 'abandoned'), [1]],
    ['a result moved to another competition', match(1, 'result', '2-1', 2), [1, 2]],
    ['a fixture that begins', match(2, 'none', 'live'), []],
    ['a fixture at another time', match(2, 'fixture', 'b'), [1]],
    ['a match that ends', match(3, 'result', '1-1'), [1]],
    ['a goal in play', match(3, 'none', 'live 1-0'), []],
    ['a new fixture', match(5, 'fixture', 'c', 2), [2]],
    ['a new match in play', match(5, 'none', 'live'), []],
  ])('%s', (_, now, competitions) => {
    const facts = known();
    expect(facts.update([now.id], [now])).toEqual(new Set(competitions));
    expect(facts.update([now.id], [now])).toEqual(new Set());
  });

  it('is a result that is gone, not a fixture that is gone', () => {
    expect(known().update([4], [])).toEqual(new Set([2]));
    expect(known().update([2, 3, 99], [])).toEqual(new Set());
    const facts = known();
    facts.update([2], []);
    expect(facts.matchIds()).toEqual([1, 3, 4]);
  });
});
