import type { OpportunitiesService, SearchStep } from './opportunities.service.js';
import type { OpportunityQuery } from './opportunity.js';

/**
 * A search for one subscriber. It has no queue: the next matches are analysed when the subscriber has taken the step
 * before, so that a slow one slows down nothing but its own search. `return` stops it at once, whatever it waits for.
 */
export class OpportunitySearch implements AsyncIterableIterator<SearchStep, undefined> {
  readonly #left = new AbortController();
  readonly #gone: Promise<IteratorResult<SearchStep, undefined>>;
  readonly #steps: AsyncGenerator<SearchStep, undefined>;

  constructor(service: OpportunitiesService, query: OpportunityQuery) {
    const { signal } = this.#left;
    this.#steps = service.search(query, signal);
    this.#gone = new Promise((resolve) =>
      signal.addEventListener('abort', () => resolve({ done: true, value: undefined }), { once: true }),
    );
  }

  next(): Promise<IteratorResult<SearchStep, undefined>> {
    return Promise.race([this.#gone, this.#steps.next()]);
  }

  return(): Promise<IteratorResult<SearchStep, undefined>> {
    this.#left.abort();
    // Behind a step that is being made; whether that fails is of no interest any more.
    this.#steps.return(undefined).catch(() => undefined);
    return this.#gone;
  }

  throw(): Promise<IteratorResult<SearchStep, undefined>> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
