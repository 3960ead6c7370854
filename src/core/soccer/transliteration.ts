/** Latin letters that Unicode does not decompose into a base letter and a mark. */
const LATIN = 'ßss æae œoe øo đd ðd þth łl ıi ħh ŋn';

/** Cyrillic by sound, one or two Latin letters each; hard and soft sign have none. Ц is C so that ЦСКА reads CSKA. */
const CYRILLIC =
  'аa бb вv гg дd еe жzh зz иi кk лl мm нn оo пp рr сs тt уu фf хkh цc ' +
  'чch шsh щshch ъ ыy ь эe юyu яya єye іi ґg јj љlj њnj ћc ђdj џdz';

const GREEK = 'αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo';

/** Each entry above is a letter followed by what it becomes. */
const LETTERS = new Map(
  [LATIN, CYRILLIC, GREEK].flatMap((list) => list.split(' ').map((pair) => [pair[0], pair.slice(1)])),
);

/**
 * Text in lower-case basic Latin letters as far as it can be: accents dropped, Cyrillic and Greek by sound. Characters
 * of other scripts stay as they are.
 */
export function transliterate(text: string): string {
  const plain = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return Array.from(plain, (character) => LETTERS.get(character) ?? character).join('');
}
