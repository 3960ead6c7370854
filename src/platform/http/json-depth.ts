const code = (sign: string): number => sign.charCodeAt(0);
const [QUOTE, BACKSLASH, OBJECT, OBJECT_ENDS, LIST, LIST_ENDS] = [...'"\\{}[]'].map(code);

/**
 * Whether objects and lists of a JSON text in UTF-8 lie in each other more than `most` deep. Of what is no JSON it says
 * anything.
 */
export function isDeeperThan(json: Uint8Array, most: number): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (isInString) {
      if (sign === BACKSLASH) at++;
      else isInString = sign !== QUOTE;
    } else if (sign === QUOTE) isInString = true;
    else if (sign === OBJECT || sign === LIST) {
      if (++depth > most) return true;
    } else if (sign === OBJECT_ENDS || sign === LIST_ENDS) depth--;
  }
  return false;
}
