import { createRandom, type Random } from '../kernel/random.js';

/** A position of American football and how many of a squad play it, with the numbers they usually wear. */
interface PositionPlan {
  title: string;
  category: 'offense' | 'defense' | 'special';
  players: number;
  /** First and last number, both included. */
  numbers: readonly [number, number];
}

export const FOOTBALL_POSITIONS: readonly PositionPlan[] = [
  { title: 'Quarterback', category: 'offense', players: 2, numbers: [1, 19] },
  { title: 'Running Back', category: 'offense', players: 3, numbers: [20, 39] },
  { title: 'Wide Receiver', category: 'offense', players: 5, numbers: [80, 89] },
  { title: 'Tight End', category: 'offense', players: 2, numbers: [40, 49] },
  { title: 'Offensive Lineman', category: 'offense', players: 6, numbers: [60, 79] },
  { title: 'Defensive Lineman', category: 'defense', players: 5, numbers: [90, 99] },
  { title: 'Linebacker', category: 'defense', players: 4, numbers: [50, 59] },
  { title: 'Cornerback', category: 'defense', players: 3, numbers: [20, 39] },
  { title: 'Safety', category: 'defense', players: 2, numbers: [20, 39] },
  { title: 'Kicker', category: 'special', players: 1, numbers: [1, 19] },
  { title: 'Punter', category: 'special', players: 1, numbers: [1, 19] },
];

export interface SquadMember {
  firstName: string;
  secondName: string;
  /** Day of birth, ISO 8601. */
  bornOn: string;
  /** Title of one of `FOOTBALL_POSITIONS`. */
  position: string;
  number: string;
}

const FIRST_NAMES =
  'Alden Bram Cato Dario Eamon Fynn Gideon Hollis Ivo Joss Kellan Lorcan Milo Nico Orson Piers Quill Rafe Soren Tobin Ulric Vidar Wilder Xander Yorick Zeno'.split(
    ' ',
  );
const NAME_STARTS =
  'Ash Birk Calder Dray Elder Farr Garn Hale Irv Jarr Keld Lang Marl North Oak Penn Rad Stan Thorn Wick'.split(' ');
const NAME_ENDS = ['ley', 'ford', 'wick', 'more', 'den', 'burn', 'well', 'gate', 'stead', 'holt'];
const YEARS: readonly [number, number] = [1992, 2005];
const DAY_MS = 86_400_000;

/** The invented squad of a team: 34 different people, no number twice. The same seed and team give the same squad. */
export function footballSquad(seed: string | number, team: string): SquadMember[] {
  const random = createRandom(seed).fork('squad').fork(team);
  const names = new Set<string>();
  const taken = new Set<number>();
  return FOOTBALL_POSITIONS.flatMap(({ title, players, numbers }) =>
    Array.from({ length: players }, () => {
      const [firstName, secondName] = newName(random, names);
      return {
        firstName,
        secondName,
        bornOn: dayOfBirth(random),
        position: title,
        number: newNumber(random, numbers, taken),
      };
    }),
  );
}

function newName(random: Random, known: Set<string>): [string, string] {
  for (;;) {
    const name: [string, string] = [random.pick(FIRST_NAMES), random.pick(NAME_STARTS) + random.pick(NAME_ENDS)];
    const whole = name.join(' ');
    if (known.has(whole)) continue;
    known.add(whole);
    return name;
  }
}

function newNumber(random: Random, [first, last]: readonly [number, number], taken: Set<number>): string {
  for (;;) {
    const number = first + random.int(last - first + 1);
    if (taken.has(number)) continue;
    taken.add(number);
    return String(number);
  }
}

function dayOfBirth(random: Random): string {
  const [from, to] = YEARS.map((year) => Date.UTC(year, 0, 1));
  return new Date(from + random.int((to - from) / DAY_MS) * DAY_MS).toISOString().slice(0, 10);
}
