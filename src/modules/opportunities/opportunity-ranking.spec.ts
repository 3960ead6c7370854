import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRICS } from '#modules/analysis/index.js';
import type { Opportunity } from './opportunity.js';
import { compareOpportunities, pageOfRanking } from './opportunity-ranking.js';

/** Few values, so that there are many ties. */
const opportunity = fc
  .record({
    matchId: fc.integer({ min: 1, max: 3 }),
    metric: fc.constantFrom(...METRICS),
    line: fc.constantFrom(1.5, 2.5),
    side: fc.constantFrom('over' as const, 'under' as const),
    probability: fc.constantFrom(0.5, 0.75),
    confidence: fc.constantFrom(0.5, 0.75),
  })
  .map((given): Opportunity => ({
    ...given,
    kickoffAt: `2025-12-0${given.matchId === 3 ? 1 : 2}T12:00:00.000Z`,
    period: 'full',
    lower: 0,
    upper: 1,
    expected: 2,
    distribution: 'poisson',
    level: 'medium',
    cv: null,
    sampleSize: 5,
    score: given.probability * given.confidence,
  }));
const nameOf = ({ matchId, metric, line, side }: Opportunity): string => [matchId, metric, line, side].join();
const ranking = fc
  .uniqueArray(opportunity, { selector: nameOf, maxLength: 40 })
  .map((list) => list.toSorted(compareOpportunities));

describe('the order of opportunities', () => {
  it('is total: two that differ in anything that names them are never equal', () => {
    fc.assert(
      fc.property(opportunity, opportunity, (a, b) => {
        const order = Math.sign(compareOpportunities(a, b));
        expect(order).toBe(-Math.sign(compareOpportunities(b, a)) + 0);
        if (nameOf(a) !== nameOf(b)) expect(order).not.toBe(0);
      }),
    );
  });

  it('does not depend on the order in which they were found', () => {
    fc.assert(
      fc.property(ranking, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (ranked, random) => {
        const shuffled = ranked
          .map((each) => ({ each, place: random.next().value as number }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ each }) => each);
        expect(shuffled.toSorted(compareOpportunities)).toEqual(ranked);
      }),
    );
  });
});

describe('pages of a ranking', () => {
  it('put together give the ranking, forwards and backwards', () => {
    fc.assert(
      fc.property(ranking, fc.integer({ min: 1, max: 7 }), (ranked, limit) => {
        const forwards: Opportunity[] = [];
        for (let more = true, from: Opportunity | undefined; more; from = forwards.at(-1)) {
          const page = pageOfRanking(ranked, { limit, direction: 'forward', ...(from ? { from } : {}) });
          forwards.push(...page.items);
          more = page.hasNext;
        }
        expect(forwards).toEqual(ranked);
        const backwards: Opportunity[] = [];
        for (let more = true, from: Opportunity | undefined; more; from = backwards.at(0)) {
          const page = pageOfRanking(ranked, { limit, direction: 'backward', ...(from ? { from } : {}) });
          backwards.unshift(...page.items);
          more = page.hasPrevious;
        }
        expect(backwards).toEqual(ranked);
      }),
    );
  });

  it('begin where the position was, when what was there is gone', () => {
    fc.assert(
      fc.property(ranking, fc.nat(), (ranked, n) => {
        fc.pre(ranked.length > 0);
        const place = n % ranked.length;
        const from = ranked[place];
        const rest = ranked.toSpliced(place, 1);
        expect(pageOfRanking(rest, { limit: 100, direction: 'forward', from }).items).toEqual(rest.slice(place));
        expect(pageOfRanking(rest, { limit: 100, direction: 'backward', from }).items).toEqual(rest.slice(0, place));
      }),
    );
  });
});
