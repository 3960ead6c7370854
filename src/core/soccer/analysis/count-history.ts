import { decayWeight, FORM_DECAY_PER_DAY } from '#core/stats/weighted-moments.js';
import type { SampledCount } from './count-forecast.js';
import { type CountColumns, type LeagueMatches, leagueMatches } from './league-matches.js';
import { type Metric, type PerMetric, perMetric } from './metric.js';

/** A finished match with what was counted in it. */
export interface CountMatch {
  /** Days since 1970-01-01. */
  day: number;
  /** Calendar year in which the season starts. */
  season: number;
  competition: string;
  home: string;
  away: string;
  referee: string | null;
  /** Home and away count of the whole match; NaN is unknown. */
  counts: PerMetric<readonly [home: number, away: number]>;
}

/** How far back a competition's matches tell about its present, and how many of a team's. As when they are served. */
const LEAGUE_DAYS = 730;
const SAMPLE_MATCHES = 50;

/** The matches of one competition, sorted by day, as a forecaster may look back on them from each of them. */
export class CountHistory {
  readonly #teams = new Map<string, number>();
  readonly #columns: PerMetric<CountColumns>;
  #league: { target: CountMatch; matches: LeagueMatches } | undefined;

  /** RangeError unless they are sorted. */
  constructor(readonly matches: readonly CountMatch[]) {
    for (const [i, { day, home, away }] of matches.entries()) {
      if (i > 0 && day < matches[i - 1].day) throw new RangeError(`match ${i} is out of order: sort by day first`);
      for (const team of [home, away]) if (!this.#teams.has(team)) this.#teams.set(team, this.#teams.size);
    }
    this.#columns = perMetric((metric) => ({
      home: Float64Array.from(matches, ({ counts }) => counts[metric][0]),
      away: Float64Array.from(matches, ({ counts }) => counts[metric][1]),
    }));
  }

  team(name: string): number {
    return this.#teams.get(name) ?? -1;
  }

  /** Places of the matches of the two years before a match's day: from the first to before the second. */
  window({ day }: CountMatch): { from: number; to: number } {
    return { from: this.#placeOfDay(day - LEAGUE_DAYS), to: this.#placeOfDay(day) };
  }

  /** The same matches as they are seen from `target`. */
  league(target: CountMatch): LeagueMatches {
    if (this.#league?.target === target) return this.#league.matches;
    const { from, to } = this.window(target);
    const matches = leagueMatches(
      this.matches.slice(from, to).map(({ home, away, day, season, referee }) => ({
        home: this.team(home),
        away: this.team(away),
        age: target.day - day,
        current: season === target.season,
        sameReferee: referee !== null && referee === target.referee,
      })),
    );
    this.#league = { target, matches };
    return matches;
  }

  /** What was counted in them. */
  counts(target: CountMatch, metric: Metric): CountColumns {
    const { from, to } = this.window(target);
    const { home, away } = this.#columns[metric];
    return { home: home.subarray(from, to), away: away.subarray(from, to) };
  }

  /** The team's latest matches of the season before a match's day. */
  sample(target: CountMatch, name: string, metric: Metric): SampledCount[] {
    const { from, to } = this.window(target);
    const sample: SampledCount[] = [];
    for (let i = to - 1; i >= from && sample.length < SAMPLE_MATCHES; i--) {
      const { season, home, away, day, counts } = this.matches[i];
      if (season !== target.season || (home !== name && away !== name)) continue;
      const atHome = home === name;
      const [homeCount, awayCount] = counts[metric].map((count) => (Number.isNaN(count) ? null : count));
      sample.push({
        atHome,
        opponent: this.team(atHome ? away : home),
        weight: decayWeight(target.day - day, FORM_DECAY_PER_DAY),
        own: atHome ? homeCount : awayCount,
        other: atHome ? awayCount : homeCount,
      });
    }
    return sample;
  }

  #placeOfDay(day: number): number {
    let low = 0;
    let high = this.matches.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.matches[middle].day < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Whether both sides' count is known. */
export const isCounted = ({ counts }: CountMatch, metric: Metric): boolean =>
  !Number.isNaN(counts[metric][0] + counts[metric][1]);
