import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleCase } from './title-case.js';

describe('titleCase', () => {
  it.each([
    ['boston PATRIOTS', 'Boston Patriots'],
    ["st james' park", "St James' Park"],
    ["o'neil's boys", "O'Neil'S Boys"],
    ['o’neil', 'O’Neil'],
    ['49ers 2nd', '49Ers 2Nd'],
    ['FC köln', 'Fc Köln'],
    ['МФЛ-старс', 'Мфл-Старс'],
    ['ДИНАМО «москва»', 'Динамо «Москва»'],
    ['ёлки иж', 'Ёлки Иж'],
    ['ΟΔΟΣ ΣΕΪΣ ος', 'Οδος Σεϊς Ος'],
    ['straße ßx ﬁx', 'Straße Ssx Fix'],
    ['東京 vs 서울', '東京 Vs 서울'],
    ['a_b.c\td', 'A_B.C\tD'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(titleCase(text)).toBe(expected);
  });

  it('changes nothing but the case, and nothing the second time', () => {
    assert(
      property(string({ unit: 'grapheme-ascii' }), (text) => {
        const titled = titleCase(text);
        expect(titled.toLowerCase()).toBe(text.toLowerCase());
        expect(titleCase(titled)).toBe(titled);
      }),
    );
  });
});
