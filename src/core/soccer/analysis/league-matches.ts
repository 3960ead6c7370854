import { decayWeight } from '#core/stats/weighted-moments.js';

/** A finished match of the competition. */
export interface LeagueMatch {
  home: number;
  away: number;
  /** Days before the analysed kickoff, above 0. */
  age: number;
  /** Whether it is of the analysed match's season. */
  current: boolean;
  /** Whether the analysed match's referee led it. */
  sameReferee: boolean;
}

/** The matches as columns, made once for all counts; `home` and `away` are places in `teams`. */
export interface LeagueMatches {
  teams: ReadonlyMap<number, number>;
  home: Int32Array;
  away: Int32Array;
  /** By age. */
  weight: Float64Array;
  /** 1 where true. */
  current: Uint8Array;
  sameReferee: Uint8Array;
}

/** One count of the same matches; a match with NaN on either side does not take part. */
export interface CountColumns {
  home: Float64Array;
  away: Float64Array;
}

/** Matches of which a count is known. */
export interface CountedMatches extends LeagueMatches {
  homeCount: Float64Array;
  awayCount: Float64Array;
  /** How many teams they have. */
  present: number;
}

/** Per day: as in the goals model, a match a year old counts 45 %. docs/adr/0006-dixon-coles.md. */
const LEAGUE_DECAY = 0.0022;
export function leagueMatches(matches: readonly LeagueMatch[]): LeagueMatches {
  const count = matches.length;
  const teams = new Map<number, number>();
  const placeOf = (team: number): number => {
    let place = teams.get(team);
    if (place === undefined) teams.set(team, (place = teams.size));
    return place;
  };
  const columns = {
    teams,
    home: new Int32Array(count),
    away: new Int32Array(count),
    weight: new Float64Array(count),
    current: new Uint8Array(count),
    sameReferee: new Uint8Array(count),
  };
  for (let i = 0; i < count; i++) {
    const { home, away, age, current, sameReferee } = matches[i];
    columns.home[i] = placeOf(home);
    columns.away[i] = placeOf(away);
    columns.weight[i] = decayWeight(age, LEAGUE_DECAY);
    columns.current[i] = current ? 1 : 0;
    columns.sameReferee[i] = sameReferee ? 1 : 0;
  }
  return columns;
}

/** The matches of which both sides' count is known. RangeError when the columns differ in length. */
export function countedMatches(league: LeagueMatches, counts: CountColumns): CountedMatches {
  if (counts.home.length !== league.home.length || counts.away.length !== league.home.length) {
    throw new RangeError(`${league.home.length} matches but ${counts.home.length} and ${counts.away.length} counts`);
  }
  const known = (_: unknown, i: number): boolean => !Number.isNaN(counts.home[i] + counts.away[i]);
  const isWhole = counts.home.every(known);
  const part: LeagueMatches = isWhole
    ? league
    : {
        teams: league.teams,
        home: league.home.filter(known),
        away: league.away.filter(known),
        weight: league.weight.filter(known),
        current: league.current.filter(known),
        sameReferee: league.sameReferee.filter(known),
      };
  return {
    ...part,
    homeCount: isWhole ? counts.home : counts.home.filter(known),
    awayCount: isWhole ? counts.away : counts.away.filter(known),
    present: isWhole ? league.teams.size : new Set([...part.home, ...part.away]).size,
  };
}
