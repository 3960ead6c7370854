import { computeStandings } from '../../../src/core/soccer/standings.js';
import type { Period, ScorePair } from '../../../src/core/season/season-record.js';
import type { FakeMatch, FakeReferee, FakeTeam, FakeTournament, FakeWorld } from './fake-world.js';
import { line } from './match-bodies.js';
import { officialName } from './schedule-bodies.js';

type Side = 'home' | 'away';

/** Names of the tables; the spelling of the last is the original's. */
const TABLES = [
  { name: 'total', type: 'total', half: false, sides: ['home', 'away'] },
  { name: 'home', type: 'home', half: false, sides: ['home'] },
  { name: 'away', type: 'away', half: false, sides: ['away'] },
  { name: 'firstHalfTotal', type: 'half-time-total', half: true, sides: ['home', 'away'] },
  { name: 'firstHalfHome', type: 'half-time-home', half: true, sides: ['home'] },
  { name: 'fistHalfAway', type: 'half-time-away', half: true, sides: ['away'] },
] as const satisfies readonly { name: string; type: string; half: boolean; sides: readonly Side[] }[];

/** A table per name for a league; for a cup a list of them, one per group. */
export function standingsBody(tournament: FakeTournament): unknown {
  const isCup = tournament.kind === 'cup';
  return Object.fromEntries(
    TABLES.map(({ name, type, half, sides }) => {
      const tables = tournament.groups.map((teams) => ({ type, ranking: ranking(tournament, teams, half, sides) }));
      return isCup ? [`${name === 'fistHalfAway' ? 'firstHalfAway' : name}Cup`, tables] : [name, tables[0]];
    }),
  );
}

interface Row {
  team: FakeTeam;
  won: number;
  drawn: number;
  lost: number;
  goalsFor: number;
  goalsAgainst: number;
}

function ranking(
  tournament: FakeTournament,
  teams: readonly FakeTeam[],
  half: boolean,
  sides: readonly Side[],
): unknown[] {
  const rows = teams.map((team): Row => ({ team, won: 0, drawn: 0, lost: 0, goalsFor: 0, goalsAgainst: 0 }));
  const played = tournament.matches.flatMap((match) => {
    const score = half ? match.record.halfTime : match.record.score;
    return score && !tournament.scoreless ? [{ match, score }] : [];
  });
  for (const { match, score } of played) for (const side of sides) count(rows, match[side], score, side);
  const official = officialOrder(tournament);
  const order = (row: Row): number => official.indexOf(row.team.name);
  const isTotal = !half && sides.length === 2;
  const sorted = rows.toSorted((a, b) =>
    isTotal ? order(a) - order(b) : points(b) - points(a) || order(a) - order(b),
  );
  return sorted.map((row, index) => rankingRow(row, index + 1, isTotal));
}

function officialOrder({ matches, groups }: FakeTournament): string[] {
  const results = matches.flatMap(({ record: { home, away, score, kickoffAt } }) =>
    score ? [{ home, away, homeGoals: score.home, awayGoals: score.away, kickoffAt }] : [],
  );
  const names = computeStandings(results).map(({ name }) => name);
  return [...new Set([...names, ...groups.flat().map(({ name }) => name)])];
}

const points = ({ won, drawn }: Row): number => 3 * won + drawn;

function count(rows: Row[], team: FakeTeam, score: ScorePair, side: Side): void {
  const row = rows.find((each) => each.team.id === team.id);
  if (!row) return;
  const [own, other] = side === 'home' ? [score.home, score.away] : [score.away, score.home];
  row.goalsFor += own;
  row.goalsAgainst += other;
  if (own > other) row.won++;
  else if (own === other) row.drawn++;
  else row.lost++;
}

function rankingRow(row: Row, rank: number, isTotal: boolean): unknown {
  const { team, won, drawn, lost, goalsFor, goalsAgainst } = row;
  const difference = goalsFor - goalsAgainst;
  return {
    rank,
    ...(isTotal && rank <= 4 && { rankStatus: 'UEFA Champions League' }),
    contestantId: team.id,
    contestantName: officialName(team),
    contestantShortName: team.name,
    contestantCode: team.code,
    points: points(row),
    matchesPlayed: won + drawn + lost,
    matchesWon: won,
    matchesLost: lost,
    matchesDrawn: drawn,
    goalsFor,
    goalsAgainst,
    goaldifference: difference > 0 ? `+${difference}` : String(difference),
    ...(isTotal && { lastSix: 'WWLDLW' }),
  };
}

/** Total Shots has no blocked ones here; nothing tells the corners conceded. */
export function seasonStatsBody(tournament: FakeTournament, team: FakeTeam): unknown {
  const played = tournament.matches.filter(
    ({ record, home, away }) => record.score && (home.id === team.id || away.id === team.id),
  );
  const sum = (of: 'own' | 'other', read: (lineOf: ReturnType<typeof line>) => number | null | undefined): number =>
    played.reduce((total, match) => {
      const own: Side = match.home.id === team.id ? 'home' : 'away';
      const side = of === 'own' ? own : own === 'home' ? 'away' : 'home';
      return total + (read(line(match, side, 'full')) ?? 0);
    }, 0);
  const shots = sum('own', ({ shots: value }) => value);
  const blocked = Math.round(shots / 4);
  const onTargetConceded = sum('other', ({ shotsOnTarget: value }) => value);
  const inside = Math.round(onTargetConceded * 0.8);
  const totals: readonly [string, number][] = [
    ['Games Played', played.length],
    ['Goals', sum('own', ({ goals }) => goals)],
    ['Goals Conceded', sum('other', ({ goals }) => goals)],
    ['Corners Won', sum('own', ({ corners }) => corners)],
    ['Corners Taken (incl short corners)', sum('own', ({ corners }) => corners)],
    ['Total Shots', shots - blocked],
    ['Blocked Shots', blocked],
    ['Total Shots Conceded', sum('other', ({ shots: value }) => value)],
    ['Shots On Target ( inc goals )', sum('own', ({ shotsOnTarget: value }) => value)],
    ['Shots On Conceded Inside Box', inside],
    ['Shots On Conceded Outside Box', onTargetConceded - inside],
    ['Yellow Cards', sum('own', ({ yellowCards }) => yellowCards)],
    ['Straight Red Cards', sum('own', ({ redCards }) => redCards)],
    ['Red Card - 2nd Yellow', 0],
    ['Total Fouls Conceded', sum('own', ({ fouls }) => fouls)],
    ['Total Fouls Won', sum('other', ({ fouls }) => fouls)],
    ['Saves Made', sum('own', ({ saves }) => saves)],
  ];
  return {
    id: team.id,
    name: officialName(team),
    stat: totals
      .filter(([, value]) => value > 0)
      .map(([name, value]) => ({
        name,
        value: String(value),
        average: Math.round((100 * value) / Math.max(played.length, 1)) / 100,
      })),
  };
}

/** Undefined for somebody who never refereed. */
export function refereeBody(world: FakeWorld, refereeId: string): unknown {
  const seasons = world.tournaments.flatMap((tournament) => {
    const matches = tournament.matches.filter(({ referee, record }) => referee?.id === refereeId && record.score);
    return matches.length > 0 ? [refereeSeason(tournament, matches)] : [];
  });
  const person = findReferee(world, refereeId);
  return person && { name: `${person.firstName} ${person.lastName}`, tournamentStats: seasons.toReversed() };
}

function findReferee({ tournaments }: FakeWorld, id: string): FakeReferee | undefined {
  for (const { matches } of tournaments) {
    for (const { referee } of matches) if (referee?.id === id) return referee;
  }
  return undefined;
}

function refereeSeason(tournament: FakeTournament, matches: readonly FakeMatch[]): unknown {
  const full: Period = 'full';
  const sum = (count: 'yellowCards' | 'redCards' | 'fouls' | 'offsides'): number =>
    matches.reduce(
      (total, match) => total + (line(match, 'home', full)[count] ?? 0) + (line(match, 'away', full)[count] ?? 0),
      0,
    );
  const yellow = sum('yellowCards');
  return {
    tmcl: tournament.id,
    competitionName: tournament.name,
    matches: String(matches.length),
    yellowCards: String(yellow),
    redCards: String(sum('redCards')),
    offsides: String(sum('offsides')),
    fouls: String(sum('fouls')),
    penalties: '4',
    averageCards: (yellow / matches.length).toFixed(1),
    averageFouls: (sum('fouls') / matches.length).toFixed(2),
    foulsByCard: (sum('fouls') / Math.max(yellow, 1)).toFixed(1),
  };
}
