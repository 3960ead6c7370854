import { createHash } from 'node:crypto';
import { DOCUMENTED_YEAR, documentedSeasons } from '../../../src/core/season/documented-seasons.js';
import type { MatchRecord, SeasonRecord } from '../../../src/core/season/season-record.js';
import { simulateSoccerLeague } from '../../../src/core/season/soccer-league.js';

/** What the fake upstream knows: invented results under real names. */
export interface FakeTeam {
  id: string;
  name: string;
  code: string;
  country: string;
}

export interface FakeReferee {
  id: string;
  firstName: string;
  lastName: string;
}

export interface FakeMatch {
  id: string;
  tournament: FakeTournament;
  /** Changing it is a correction upstream. */
  record: MatchRecord;
  home: FakeTeam;
  away: FakeTeam;
  referee: FakeReferee | null;
  /** What is missing of the statistics per half. */
  halves: 'told' | 'untold';
}

export interface FakeTournament {
  id: string;
  competitionId: string;
  name: string;
  translatedName: string | null;
  country: string;
  code: string;
  kind: 'league' | 'cup';
  year: number;
  /** Cups are played in groups. */
  groups: FakeTeam[][];
  matches: FakeMatch[];
  /** Its schedule tells no scores, not even of matches played. */
  scoreless: boolean;
}

export interface FakeWorldOptions {
  /** Decides everything that is invented. */
  seed: string | number;
  /** ISO 8601: what kicked off before is played. */
  asOf: string;
  /** Leagues of six teams besides the two documented ones; each costs a schedule to ask for. */
  smallLeagues: number;
  /** One match in so many has no statistics per half; 0 is none. */
  untoldHalvesOneIn: number;
  /** Seasons have only the matches of so many days on either side of `asOf`, which are quicker to store; 0 is all. */
  days: number;
}

export const DEFAULT_WORLD: FakeWorldOptions = {
  seed: 1,
  asOf: '2025-12-27T12:00:00Z',
  smallLeagues: 2,
  untoldHalvesOneIn: 0,
  days: 0,
};

/** Ids that the documents name. */
export const DOCUMENTED_IDS = {
  premierLeague: '51r6ph2woavlbbpk8f29nynf8',
  laLiga: '80zg2v1cuqcfhphn56u4qpyqc',
  arsenal: '4dsgumo7d4zupm2ugsvm4zm4d',
  crystalPalace: '1c8m2ko0wxq1asfkuykurdr0y',
  match: 'f4vscquffy37afgv0arwcbztg',
} as const;

const KNOWN_IDS: Readonly<Record<string, string>> = {
  'team Arsenal': DOCUMENTED_IDS.arsenal,
  'team Crystal Palace': DOCUMENTED_IDS.crystalPalace,
  'match demo-premier-league Arsenal|Crystal Palace': DOCUMENTED_IDS.match,
};
const CODES: Readonly<Record<string, string>> = { 'Crystal Palace': 'CRY', 'Manchester City': 'MCI' };
const DAY_MS = 86_400_000;
const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz';

export class FakeWorld {
  readonly tournaments: FakeTournament[];
  readonly matches: ReadonlyMap<string, FakeMatch>;

  constructor(readonly options: FakeWorldOptions) {
    const { seed, asOf, smallLeagues } = options;
    const documented = documentedLeagues(asOf, seed);
    const small = Array.from({ length: smallLeagues }, (_, index) => smallLeague(options, index)).flat();
    const leagues = [...documented, ...small].map((season, index) => this.#tournament([season], index));
    this.tournaments = [...leagues, this.#cup()];
    this.matches = new Map(this.tournaments.flatMap(({ matches }) => matches.map((match) => [match.id, match])));
  }

  tournament(id: string): FakeTournament | undefined {
    return this.tournaments.find((tournament) => tournament.id === id);
  }

  team(id: string): FakeTeam | undefined {
    return this.tournaments.flatMap(({ groups }) => groups.flat()).find((team) => team.id === id);
  }

  /** The match of that id. @throws RangeError when there is none. */
  match(id: string): FakeMatch {
    const match = this.matches.get(id);
    if (!match) throw new RangeError(`The fake upstream has no match ${id}`);
    return match;
  }

  #tournament(seasons: readonly SeasonRecord[], index: number): FakeTournament {
    const [{ competition, year }] = seasons;
    const tournament: FakeTournament = {
      id:
        index < 2
          ? [DOCUMENTED_IDS.premierLeague, DOCUMENTED_IDS.laLiga][index]
          : opaqueId('tournament', competition.code),
      competitionId: opaqueId('competition', competition.code),
      name: competition.title,
      translatedName: competition.country === 'Brazil' ? `${competition.title} (BR)` : null,
      country: competition.country ?? 'World',
      code: competition.code.replace('demo-', '').slice(0, 3).toUpperCase(),
      kind: seasons.length > 1 ? 'cup' : 'league',
      year,
      groups: [],
      matches: [],
      scoreless: seasons.length > 1,
    };
    for (const season of seasons) {
      const teams = new Map(
        season.matches
          .flatMap(({ home, away }) => [home, away])
          .map((name) => [name, teamOf(name, tournament.country)]),
      );
      tournament.groups.push([...teams.values()]);
      for (const record of season.matches.filter((each) => this.#isNear(each))) {
        tournament.matches.push(this.#match(tournament, season, record, teams));
      }
    }
    // A postponed match: its day is over and there is no score.
    const played = tournament.matches.filter(({ record }) => record.status === 'finished');
    const postponed = played[Math.floor(played.length / 2)];
    if (postponed) unplay(postponed);
    return tournament;
  }

  #isNear({ kickoffAt }: MatchRecord): boolean {
    const { days, asOf } = this.options;
    return days === 0 || Math.abs(Date.parse(kickoffAt) - Date.parse(asOf)) <= days * DAY_MS;
  }

  #match(
    tournament: FakeTournament,
    season: SeasonRecord,
    record: MatchRecord,
    teams: ReadonlyMap<string, FakeTeam>,
  ): FakeMatch {
    const id = opaqueId('match', season.competition.code, record.key);
    const oneIn = this.options.untoldHalvesOneIn;
    const untold = oneIn > 0 && Number.parseInt(id.slice(-4), 36) % oneIn === 0;
    const [home, away] = [teams.get(record.home), teams.get(record.away)] as [FakeTeam, FakeTeam];
    return { id, tournament, record, home, away, referee: refereeOf(record), halves: untold ? 'untold' : 'told' };
  }

  /** Eight clubs of the Premier League in two groups; nobody enters the scores. */
  #cup(): FakeTournament {
    const { seed, asOf } = this.options;
    const clubs = ['Arsenal', 'Chelsea', 'Everton', 'Fulham', 'Liverpool', 'Brighton', 'Crystal Palace', 'Burnley'];
    const groups = [clubs.slice(0, 4), clubs.slice(4)].flatMap((names, group) =>
      simulateSoccerLeague({
        seed,
        source: 'fake',
        competition: { code: `demo-cup-${group}`, title: 'League Cup', country: 'England', sport: 'soccer' },
        clubs: names,
        size: names.length,
        exchanged: 0,
        years: [DOCUMENTED_YEAR],
        asOf,
      }),
    );
    return this.#tournament(groups, 99);
  }
}

const simulated = new Map<string, SeasonRecord[]>();

/** The documented season; worlds change their records, so each has its own. */
function documentedLeagues(asOf: string, seed: string | number): SeasonRecord[] {
  const key = `${asOf} ${seed}`;
  const leagues = simulated.get(key) ?? documentedSeasons(asOf, seed).filter(({ year }) => year === DOCUMENTED_YEAR);
  simulated.set(key, leagues);
  return structuredClone(leagues);
}

function smallLeague({ seed, asOf }: FakeWorldOptions, index: number): SeasonRecord[] {
  return simulateSoccerLeague({
    seed,
    source: 'fake',
    competition: {
      code: `demo-small-${index}`,
      title: index === 0 ? 'Serie Sul' : `Northern League ${index}`,
      country: index === 0 ? 'Brazil' : 'Scotland',
      sport: 'soccer',
    },
    size: 6,
    exchanged: 0,
    style: index === 0 ? 'south' : 'north',
    years: [DOCUMENTED_YEAR],
    asOf,
  });
}

/** Makes a match one that has not been played. */
export function unplay(match: FakeMatch): void {
  Object.assign(match.record, { status: 'scheduled', score: null, halfTime: null, statLines: [] });
}

/** 25 letters and digits, the same for the same words. */
export function opaqueId(...words: string[]): string {
  const known = KNOWN_IDS[words.join(' ')];
  if (known) return known;
  const digest = createHash('sha256').update(words.join('|')).digest();
  return Array.from(digest.subarray(0, 25), (byte) => BASE36[byte % 36]).join('');
}

function teamOf(name: string, country: string): FakeTeam {
  const letters = name.normalize('NFD').replaceAll(/[^A-Za-z]/g, '');
  return { id: opaqueId('team', name), name, code: CODES[name] ?? letters.slice(0, 3).toUpperCase(), country };
}

function refereeOf({ referee }: MatchRecord): FakeReferee | null {
  if (referee === null) return null;
  const [firstName, ...rest] = referee.split(' ');
  return { id: opaqueId('referee', referee), firstName, lastName: rest.join(' ') };
}
