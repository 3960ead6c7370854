import type { Random } from '../kernel/random.js';

/** Beginnings of invented places. All first three letters differ, so that every club has a code of its own. */
const TOWN_STARTS = {
  north: (
    'Velm Tarn Oskel Quell Drav Zorn Ulver Ister Yarl Crov Pelm Grunn Jask Elvar Kest Lorv Myr Nesk Orrin Rusk ' +
    'Skarn Thorv Vint Wulm Aldr Brenn Corm Dunv Eskr Fjarn'
  ).split(' '),
  south: (
    'Alm Belv Cand Dorr Esp Fer Galv Hir Iver Jar Kal Lum Mond Nauv Olq Porl Quint Rilv Salv Tov Urb Vald Xal Yev ' +
    'Zam Arn Bast Ciel Dul Elq'
  ).split(' '),
  gridiron: 'Ash Bright Copper Dusk Ember Flint Granite Harrow Iron Juniper Keystone Larch'.split(' '),
};
const TOWN_ENDS = {
  north: ['haven', 'wick', 'dale', 'moor', 'mark', 'by', 'stad', 'fell'],
  south: ['ara', 'eno', 'ossa', 'uria', 'ante', 'ivo', 'era', 'undo'],
  gridiron: ['vane', 'reach', 'spire', 'hollow'],
};
const CLUB_FORMS: Record<ClubStyle, readonly string[]> = {
  north: ['* United', '* Rovers', '* Athletic', '* Town', '* Albion', '* Wanderers', 'FC *', '* City'],
  south: ['CD *', '* CF', 'AC *', 'SC *', 'US *', 'UD *'],
  gridiron: '* Foundry,* Herons,* Comets,* Badgers,* Sentinels,* Drovers,* Kestrels,* Mariners'.split(','),
};
const GROUNDS = ['Park', 'Road', 'Stadium', 'Lane', 'Arena', 'Field', 'Meadow', 'Ground'];
const SURNAME_STARTS = 'Bel Cor Dren Fal Gor Hes Jor Kel Lun Nev Pran Quo Ros Sel Tov Ul Ves Wen Yst Zar'.split(' ');
const SURNAME_ENDS = ['nik', 'dur', 'vane', 'mund', 'rek', 'wyn', 'thar', 'sello', 'brae', 'quin'];
const INITIALS = 'ABCDEFGHJKLMNOPRSTVW';

/** What the names sound like, so that the clubs of two leagues never coincide. */
export type ClubStyle = 'north' | 'south' | 'gridiron';

/** `count` different invented clubs, each in a town of its own; RangeError when there are not that many towns. */
export function inventClubs(random: Random, style: ClubStyle, count: number): string[] {
  const starts = random.shuffle(TOWN_STARTS[style]);
  const ends = TOWN_ENDS[style];
  const forms = random.shuffle(CLUB_FORMS[style]);
  if (count > starts.length) throw new RangeError(`Only ${starts.length} clubs of style ${style} have a name`);
  return starts
    .slice(0, count)
    .map((start, index) => forms[index % forms.length].replace('*', start + random.pick(ends)));
}

/** Name of the ground of a club: its town (the first word that is no abbreviation) and a usual word for a ground. */
export function inventVenue(random: Random, club: string): string {
  const words = club.split(' ');
  return `${words.find((word) => word.length > 3) ?? words[0]} ${random.pick(GROUNDS)}`;
}

/** `count` different people who do not exist: an initial and an invented surname. */
export function inventReferees(random: Random, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) {
    const surname = random.pick(SURNAME_STARTS) + random.pick(SURNAME_ENDS);
    names.add(`${INITIALS[random.int(INITIALS.length)]}. ${surname}`);
  }
  return [...names];
}
