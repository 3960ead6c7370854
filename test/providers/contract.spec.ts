import { afterAll, describe } from 'vitest';
import { surroundings } from '../contract/analise/boot.js';

/**
 * All of the contract once more with providers switched on. What the examples name comes from the providers; of what other
 * specs write themselves the providers know nothing. The demo is left out, since it makes no soccer where a provider is on.
 */
const SPECS = [
  'examples',
  'errors',
  'http',
  'forecast',
  'sample',
  'statistics',
  'context',
  'cache',
  'journal',
  'openapi',
] as const;

surroundings.areProvided = true;
afterAll(() => {
  surroundings.areProvided = false;
});

// With a query it is another module than the one that registers the same tests without providers.
describe.each(SPECS)('with providers: %s', async (name) => {
  await import(/* @vite-ignore */ `../contract/analise/${name}.spec.ts?provided`);
});
