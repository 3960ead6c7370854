const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;
const DAYS_OF_A_SUMMER_BREAK = 28;

/** Kickoff in minutes after midnight in London where a row has no time: three o'clock, the traditional hour. */
export const DEFAULT_KICKOFF_MINUTES = 15 * 60;

/**
 * Days since 1970-01-01 of a calendar date written `dd/mm/yy`, `dd/mm/yyyy` or `yyyy-mm-dd`; null when it is none of
 * these or no such day exists. Two-digit years from 70 belong to the twentieth century.
 */
export function parseDay(text: string): number | null {
  const european = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text);
  if (european) return dayOf(fullYear(european[3]), Number(european[2]), Number(european[1]));
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return iso ? dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])) : null;
}

/** Minutes after midnight of `h:mm`, `hh:mm` or `hh:mm:ss`; null when it is not a time of day. */
export function parseMinutes(text: string): number | null {
  const clock = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text);
  if (!clock) return null;
  const hours = Number(clock[1]);
  const minutes = Number(clock[2]);
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

/**
 * ISO instant in UTC of a London clock reading. All times of this source are British, wherever the match is played.
 * Summer time: last Sunday of March to last Sunday of October (before 1996: the first Sunday from 22 October), both at
 * 01:00 UTC. The hour that occurs twice in October is taken as summer time, the hour skipped in March as winter time.
 */
export function londonToUtc(day: number, minutes: number): string {
  const year = new Date(day * MS_PER_DAY).getUTCFullYear();
  const reading = day * 24 * 60 + minutes;
  const twoInTheMorning = 2 * 60;
  const begin = sundayUntil(dayNumber(year, 3, 31)) * 24 * 60 + twoInTheMorning;
  const end = sundayUntil(dayNumber(year, 10, year < 1996 ? 28 : 31)) * 24 * 60 + twoInTheMorning;
  const offset = reading >= begin && reading < end ? 60 : 0;
  return new Date((reading - offset) * MS_PER_MINUTE).toISOString();
}

/** Calendar year of a day number. */
export function yearOfDay(day: number): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear();
}

/**
 * Starting year named by a season cell: `2324`, `506` (a lost leading zero), `2023/24`, `2023/2024`, `2023-24`, `2023`;
 * null when it names none. In season files four digits are two short years; in files of calendar years they are one
 * year. Only `2021` can be both there, and the day of the match (days since 1970) decides it.
 */
export function parseSeasonYear(text: string, fourDigitsAreAYear: boolean, day: number): number | null {
  const pair = /^(\d{4}|\d{2})\s*[/-]\s*(?:\d{4}|\d{2})$/.exec(text);
  if (pair) return fullYear(pair[1]);
  const digits = /^(\d{3,4})(?:\.0+)?$/.exec(text);
  if (!digits) return null;
  const code = digits[1].padStart(4, '0');
  const first = code.slice(0, 2);
  const isPair = (Number(first) + 1) % 100 === Number(code.slice(2));
  const year = Number(code);
  const isYear = year >= 1870 && year <= 2100;
  if (isYear && (fourDigitsAreAYear || !isPair)) return year;
  if (!isPair) return null;
  const start = fullYear(first);
  const september = dayNumber(start + 1, 9, 1);
  return isYear && year === start + 1 && day >= september ? year : start;
}

/**
 * Starting year of the season of each day, for leagues that play from summer to summer. Days are grouped at summer
 * breaks (four weeks without a match before a match in July to October) and each group goes by the majority of its
 * days, with the line drawn at 1 July. So the 2019/20 seasons that ended in August 2020 stay whole.
 */
export function seasonYearsByDay(days: readonly number[]): Map<number, number> {
  const sorted = days.toSorted((a, b) => a - b);
  const years = new Map<number, number>();
  let from = 0;
  for (let i = 1; i <= sorted.length; i++) {
    if (i < sorted.length && !followsSummerBreak(sorted[i - 1], sorted[i])) continue;
    const group = sorted.slice(from, i);
    const year = majorityYear(group);
    for (const day of group) years.set(day, year);
    from = i;
  }
  return years;
}

function followsSummerBreak(previous: number, day: number): boolean {
  if (day - previous < DAYS_OF_A_SUMMER_BREAK) return false;
  const month = monthOfDay(day);
  return month >= 7 && month <= 10;
}

function majorityYear(days: readonly number[]): number {
  const votes = new Map<number, number>();
  for (const day of days) {
    const year = yearOfDay(day) - (monthOfDay(day) < 7 ? 1 : 0);
    votes.set(year, (votes.get(year) ?? 0) + 1);
  }
  let winner = 0;
  let most = 0;
  for (const [year, count] of votes) {
    if (count <= most) continue;
    winner = year;
    most = count;
  }
  return winner;
}

function monthOfDay(day: number): number {
  return new Date(day * MS_PER_DAY).getUTCMonth() + 1;
}

function dayNumber(year: number, month: number, dayOfMonth: number): number {
  return Date.UTC(year, month - 1, dayOfMonth) / MS_PER_DAY;
}

function dayOf(year: number, month: number, dayOfMonth: number): number | null {
  if (year < 1870 || month < 1 || month > 12 || dayOfMonth < 1) return null;
  const day = dayNumber(year, month, dayOfMonth);
  return monthOfDay(day) === month ? day : null;
}

/** The Sunday on or before a day. Day 0 was a Thursday. */
function sundayUntil(day: number): number {
  return day - ((day + 4) % 7);
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}
