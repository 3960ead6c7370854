const DAY = /^(\d{4})-(\d{2})-(\d{2})/;
const US_DAY = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/;
const HOUR_MS = 3_600_000;
const MOST_OFFSETS = 20_000;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?/;

/** The day a text begins with, `2025-12-23T00:00:00+00:00`, `2025-12-23Z` or `12/23/2025 00:00:00` (US), as `YYYY-MM-DD`. */
export function readDay(written: string): string | null {
  const iso = DAY.exec(written);
  const us = iso ? null : US_DAY.exec(written);
  const parts = iso ? [iso[1], iso[2], iso[3]] : us ? [us[3], us[1], us[2]] : null;
  if (!parts) return null;
  const [year, month, day] = parts.map(Number);
  const instant = new Date(Date.UTC(year, month - 1, day));
  const real = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
  return real ? instant.toISOString().slice(0, 10) : null;
}

/** Milliseconds since midnight of `17:00`, `17:00:00` or `18:30:00Z`; null for anything else. */
export function readTimeOfDay(written: string): number | null {
  const match = TIME.exec(written);
  if (!match) return null;
  const [hours, minutes, seconds] = [match[1], match[2], match[3] ?? '0'].map(Number);
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** One time zone of the IANA database, with its history of summer times. */
export class TimeZone {
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  constructor(name: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** The instant of a local day and time. A time a clock change leaves out is read with the offset before the change. */
  toUtc(day: string, msOfDay: number): string {
    const wall = Date.parse(`${day}T00:00:00Z`) + msOfDay;
    const first = wall - this.#offset(wall);
    const offset = this.#offset(first);
    return new Date(wall - offset).toISOString();
  }

  /** `YYYY-MM-DD` on the zone's clocks. */
  dayOf(instant: string): string {
    const ms = Date.parse(instant);
    return new Date(ms + this.#offset(ms)).toISOString().slice(0, 10);
  }

  /** Milliseconds the zone's clocks are ahead of UTC. They change at full hours, and asking for them is slow. */
  #offset(instant: number): number {
    const hour = Math.floor(instant / HOUR_MS);
    let offset = this.#offsets.get(hour);
    if (offset === undefined) {
      offset = this.#offsetAt(hour * HOUR_MS);
      if (this.#offsets.size >= MOST_OFFSETS) this.#offsets.clear();
      this.#offsets.set(hour, offset);
    }
    return offset;
  }

  #offsetAt(instant: number): number {
    const parts = new Map(this.#format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    return wall - instant;
  }
}

/** In which the schedules are kept. */
export const SAO_PAULO = new TimeZone('America/Sao_Paulo');
