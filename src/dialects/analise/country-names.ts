/** The four countries of football that are no countries of ISO 3166. */
const HOME_NATIONS: Readonly<Record<string, string>> = {
  England: 'Inglaterra',
  Scotland: 'Escócia',
  Wales: 'País de Gales',
  'Northern Ireland': 'Irlanda do Norte',
};

/** Names in use that the English list has in another form, by region. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  TR: 'Turkey',
  CZ: 'Czech Republic',
  US: 'USA',
  CI: 'Ivory Coast',
  MK: 'Macedonia',
};

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

let names: Map<string, string> | undefined;

function loadNames(): Map<string, string> {
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const portuguese = new Intl.DisplayNames('pt-BR', { type: 'region', fallback: 'none' });
  const known = new Map(Object.entries(HOME_NATIONS));
  for (const code of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
    const translated = portuguese.of(code);
    if (translated === undefined) continue;
    for (const name of [english.of(code), OTHER_NAMES[code]]) {
      if (name !== undefined && !known.has(name)) known.set(name, translated);
    }
  }
  return known;
}

/** The Portuguese name of a country given by its English one, which is returned when it is not known. */
export function countryInPortuguese(english: string): string {
  names ??= loadNames();
  return names.get(english) ?? english;
}
