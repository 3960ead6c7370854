/** Letters that have a case, in a row. Digits, apostrophes and whatever else end the word. */
const WORD = /\p{Cased}+/gu;

/**
 * Every word with its first letter large and the others small, as the original spells what it puts on a scoreboard:
 * `st james' park 49ers` becomes `St James' Park 49Ers`, `МФЛ-старс` becomes `Мфл-Старс`, `o'neil's` `O'Neil'S`.
 */
export const titleCase = (text: string): string =>
  text.replaceAll(WORD, (word) => {
    const [first] = word;
    // The small form of the whole word, for a sigma looks at its neighbours; the large form of a ligature is two letters.
    const rest = word.toLowerCase().slice(first.toLowerCase().length);
    const [large, ...more] = first.toUpperCase();
    return large + more.join('').toLowerCase() + rest;
  });
