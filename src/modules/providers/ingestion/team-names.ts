import { transliterate } from '#core/soccer/transliteration.js';

/** Words that say that it is a club, not which. */
const AFFIXES = new Set('fc afc cf sc ac as ss us ssc fk sk nk kf if bk sv rc cd ca ud sd the de club'.split(' '));

/** Words of a name that tell the club apart: lower case, without accents, points and affixes. */
export function distinctiveWords(name: string): string[] {
  const words = transliterate(name)
    .toLowerCase()
    .replace(/['’`.]/g, '')
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const distinctive = words.filter((word) => !AFFIXES.has(word));
  return distinctive.length > 0 ? distinctive : words;
}

/** Equal for two spellings of one name. */
export const squashName = (name: string): string => distinctiveWords(name).join('');

/**
 * Whether two names are the same word by word, some of them shortened: `Man United` and `Manchester Utd`. A name that only
 * leaves words out does not count: `Dundee` is not `Dundee United`.
 */
export function isAbbreviation(a: string, b: string): boolean {
  const [left, right] = [distinctiveWords(a), distinctiveWords(b)];
  return left.length === right.length && left.length > 1 && left.every((word, n) => isShortened(word, right[n]));
}

/** The same, or the letters of one stand in the other in this order, from the first letter on. */
function isShortened(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 3 || short[0] !== long[0]) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}

export interface NamedTeam<Id> {
  id: Id;
  names: readonly string[];
}

/** Which of ours each of theirs is, where exactly one of each side fits the other. */
export function pairByName<Theirs, Ours>(
  theirs: readonly NamedTeam<Theirs>[],
  ours: readonly NamedTeam<Ours>[],
  same: (a: string, b: string) => boolean,
): Map<Theirs, Ours> {
  const fits = (a: NamedTeam<unknown>, b: NamedTeam<unknown>): boolean =>
    a.names.some((name) => b.names.some((other) => same(name, other)));
  const pairs = new Map<Theirs, Ours>();
  for (const team of theirs) {
    const candidates = ours.filter((own) => fits(team, own));
    if (candidates.length !== 1) continue;
    const [own] = candidates;
    if (theirs.filter((other) => fits(other, own)).length === 1) pairs.set(team.id, own.id);
  }
  return pairs;
}

export const sameName = (a: string, b: string): boolean => squashName(a) === squashName(b);

/** A match by its two teams and its day, in days since 1970. */
export interface DatedFixture<Id> {
  home: Id;
  away: Id;
  day: number;
}

/** Matches that have to agree before two teams count as one. */
const ENOUGH_AGREEING = 2;

/**
 * Learns which of ours a team is from whom it plays: where one opponent is known and both sources have a match of it at
 * that ground within a day, the other opponents are one team too. Adds to `known` until nothing new is learned. A team
 * that could be several of ours, or one of ours that could be several of theirs, is left out.
 */
export function learnFromFixtures<Theirs, Ours>(
  known: Map<Theirs, Ours>,
  theirs: readonly DatedFixture<Theirs>[],
  ours: readonly DatedFixture<Ours>[],
): void {
  for (;;) {
    const taken = new Set(known.values());
    const votes = new Map<Theirs, Map<Ours, number>>();
    const vote = (their: Theirs, own: Ours): void => {
      if (taken.has(own)) return;
      const ballot = votes.get(their) ?? new Map<Ours, number>();
      votes.set(their, ballot.set(own, (ballot.get(own) ?? 0) + 1));
    };
    for (const fixture of theirs) {
      const [home, away] = [known.get(fixture.home), known.get(fixture.away)];
      if ((home === undefined) === (away === undefined)) continue;
      for (const own of ours) {
        if (Math.abs(own.day - fixture.day) > 1) continue;
        if (home !== undefined && own.home === home) vote(fixture.away, own.away);
        if (away !== undefined && own.away === away) vote(fixture.home, own.home);
      }
    }
    const claims = [...votes].flatMap(([their, ballot]) =>
      ballot.size === 1
        ? [...ballot].filter(([, count]) => count >= ENOUGH_AGREEING).map(([own]) => [their, own] as const)
        : [],
    );
    const unique = claims.filter(([, own]) => claims.filter(([, other]) => other === own).length === 1);
    if (unique.length === 0) return;
    for (const [their, own] of unique) known.set(their, own);
  }
}
