import { Invalid } from '../kernel/domain-error.js';
import type { Random } from '../kernel/random.js';

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** Weeks after the opening Saturday that a league leaves free first: national teams, then Christmas, then January. */
const FREE_WEEKS = [13, 3, 8, 31, 19, 20, 21, 26, 36, 5, 16, 28];

/** Days from the main day of a round, and hour of the day in UTC. */
interface Slot {
  day: number;
  hour: number;
}

/** The main day of one round, as UTC midnight in milliseconds since 1970. */
export interface Matchday {
  date: number;
  /** One match in each slot, in the order of a lot; all further ones share the last slot. */
  slots: readonly Slot[];
}

const SOCCER_WEEKEND: readonly Slot[] = [
  { day: -1, hour: 19 },
  { day: 0, hour: 11.5 },
  { day: 0, hour: 16.5 },
  { day: 1, hour: 13 },
  { day: 1, hour: 15.5 },
  { day: 2, hour: 19 },
  { day: 0, hour: 14 },
];
/** Without Friday and Monday, so that a team that plays on Wednesday rests for two days before and after. */
const SOCCER_CROWDED_WEEKEND = SOCCER_WEEKEND.filter(({ day }) => day === 0 || day === 1);
const SOCCER_MIDWEEK: readonly Slot[] = [
  { day: 0, hour: 18 },
  { day: 0, hour: 19 },
];
const FOOTBALL_WEEKEND: readonly Slot[] = [
  { day: 0, hour: 14 },
  { day: 0, hour: 18 },
  { day: 1, hour: 12 },
  { day: 1, hour: 16 },
];

/**
 * Milliseconds since 1970 of an ISO 8601 instant with its zone, or of a plain date at 00:00 UTC. Throws Invalid for
 * anything else: a time without a zone would mean something different on each machine.
 */
export function readInstant(asOf: string): number {
  const instant = /^\d{4}-\d\d-\d\d(T.*(Z|[+-]\d\d:\d\d))?$/.test(asOf) ? Date.parse(asOf) : Number.NaN;
  if (Number.isNaN(instant)) throw new Invalid('asOf', `${asOf} is not a date, or has no time zone`);
  return instant;
}

/** The first given weekday (0 Sunday to 6 Saturday) on or after a date; months from 0, UTC midnight in milliseconds. */
export function firstWeekday(year: number, month: number, day: number, weekday: number): number {
  const date = Date.UTC(year, month, day);
  return date + ((weekday - new Date(date).getUTCDay() + 7) % 7) * DAY;
}

/**
 * Days of the rounds of a season that starts on the first Saturday from 12 August of `year` and ends by 25 May: one round
 * each Saturday, with free weeks when there is time to spare and Wednesdays, evenly spread, when there is not.
 * Throws Invalid when not even all Wednesdays suffice.
 */
export function soccerMatchdays(year: number, rounds: number): Matchday[] {
  const saturdays: number[] = [];
  for (let date = firstWeekday(year, 7, 12, 6); date <= Date.UTC(year + 1, 4, 25); date += WEEK) saturdays.push(date);
  const missing = rounds - saturdays.length;
  if (missing > saturdays.length - 1) throw new Invalid('teams', `${rounds} rounds do not fit into one season`);
  if (missing <= 0) {
    const later = saturdays.map((_, week) => week).filter((week) => week > 0 && !FREE_WEEKS.includes(week));
    const free = new Set(
      [...FREE_WEEKS.filter((week) => week < saturdays.length), ...later.toReversed()].slice(0, -missing),
    );
    return saturdays.filter((_, week) => !free.has(week)).map((date) => ({ date, slots: SOCCER_WEEKEND }));
  }
  const days: Matchday[] = saturdays.map((date) => ({ date, slots: SOCCER_CROWDED_WEEKEND }));
  for (let i = 0; i < missing; i++) {
    const week = Math.floor(((i + 0.5) * (saturdays.length - 1)) / missing);
    days.push({ date: saturdays[week] + 4 * DAY, slots: SOCCER_MIDWEEK });
  }
  return days.toSorted((a, b) => a.date - b.date);
}

/** Days of the rounds of an American-football league: every Saturday from the first in May. */
export function footballMatchdays(year: number, rounds: number): Matchday[] {
  const opening = firstWeekday(year, 4, 1, 6);
  return Array.from({ length: rounds }, (_, week) => ({ date: opening + week * WEEK, slots: FOOTBALL_WEEKEND }));
}

/** Kickoffs of the matches of one round, ISO 8601 in UTC. */
export function kickoffTimes({ date, slots }: Matchday, matches: number, random: Random): string[] {
  const order = random.shuffle(Array.from({ length: matches }, (_, index) => index));
  return order.map((rank) => {
    const slot = slots[Math.min(rank, slots.length - 1)];
    return new Date(date + slot.day * DAY + slot.hour * 3_600_000).toISOString();
  });
}
