import { transliterate } from './transliteration.js';

/** Words that say what kind of club it is, not which: they never enter a code unless nothing else is left. */
const AFFIXES = new Set(
  (
    'fc afc cf sc ac as ss us ssc asd bsc fk sk nk hk kf if bk ff sv vfb vfl tsv tsg fsv spvgg rc rcd cd ca ud sd sad ec ' +
    'cfc club calcio futbol football soccer team the de da do di del la el and und et y i'
  ).split(' '),
);

/** First words that many clubs share, so that the last word must tell them apart: Manchester City, Real Betis. */
const AMBIGUOUS = new Set(
  (
    'manchester man sheffield bristol dundee west real atletico athletic deportivo racing sporting borussia eintracht ' +
    'new los san saint st'
  ).split(' '),
);

const CODE_LENGTH = 3;

/**
 * Short code of a team, two to four characters of A-Z and 0-9 (three unless the name is shorter): the initials of three
 * or more words (`Paris Saint-Germain` PSG), initial plus two letters of the last word where the first word is common
 * (`Man City` MCI), else the first three letters (`Arsenal` ARS). The same name always gives the same code; different
 * names may share one.
 */
export function teamCode(name: string): string {
  const words = distinctiveWords(transliterate(name).toLowerCase());
  if (words.length === 0) return numberedCode(name);
  const letters = chooseLetters(words);
  return (letters.length >= 2 ? letters : letters.padEnd(2, 'x')).toUpperCase();
}

function chooseLetters(words: string[]): string {
  const [first] = words;
  const last = words[words.length - 1];
  if (words.length > 2) return words.slice(0, CODE_LENGTH).reduce((code, word) => code + word[0], '');
  if (words.length === 2 && AMBIGUOUS.has(first)) return first[0] + last.slice(0, CODE_LENGTH - 1);
  if (first.length >= CODE_LENGTH) return first.slice(0, CODE_LENGTH);
  return words.join('').slice(0, CODE_LENGTH);
}

/** Words without affixes; a number counts only when a name has nothing else (`Schalke 04`, `1860`). */
function distinctiveWords(name: string): string[] {
  const words = name
    .replace(/['’`.]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const named = words.filter((word) => !/^\d+$/.test(word));
  const distinctive = named.filter((word) => !AFFIXES.has(word));
  return [distinctive, named, words].find((choice) => choice.length > 0) ?? [];
}

/** A name in a script without a transliteration still gets a stable code: `T` and two characters of a hash. */
function numberedCode(name: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193) >>> 0;
  return `T${(hash % 1296).toString(36).padStart(2, '0')}`.toUpperCase();
}
