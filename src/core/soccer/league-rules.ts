import { DEFAULT_TIE_BREAKS, HEAD_TO_HEAD_TIE_BREAKS, type TieBreak } from './standings.js';

/** Countries whose leagues look at the matches between level teams before the goal difference. */
const HEAD_TO_HEAD_COUNTRIES: ReadonlySet<string> = new Set(['Spain', 'Italy', 'Portugal', 'Turkey', 'Greece']);

/** What separates teams level on points in the leagues of a country, given by its English name; null is no one country. */
export function tieBreaksOf(country: string | null): readonly TieBreak[] {
  return HEAD_TO_HEAD_COUNTRIES.has(country ?? '') ? HEAD_TO_HEAD_TIE_BREAKS : DEFAULT_TIE_BREAKS;
}
