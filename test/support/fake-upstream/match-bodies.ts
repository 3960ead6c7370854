import type { Period, StatLineRecord } from '../../../src/core/season/season-record.js';
import type { FakeMatch, FakeTeam } from './fake-world.js';
import { opaqueId } from './fake-world.js';
import { officialName } from './schedule-bodies.js';

type Count = 'corners' | 'shots' | 'shotsOnTarget' | 'yellowCards' | 'redCards' | 'fouls' | 'offsides' | 'saves';

const PLAYED: Readonly<Record<string, Count>> = {
  attempts: 'shots',
  attemptsOnGoal: 'shotsOnTarget',
  fouls: 'fouls',
  yellowCards: 'yellowCards',
  redCards: 'redCards',
  offsides: 'offsides',
  corners: 'corners',
  saves: 'saves',
};
/** Somewhere in central Europe, so that it is neither UTC nor São Paulo. */
const VENUE_OFFSET = 3_600_000;
const PERIODS: readonly Period[] = ['full', 'first_half', 'second_half'];

/** Null for a match that is not played: the endpoint breaks then. */
export function playedStatsBody(match: FakeMatch): unknown {
  const { record, home, away, tournament, halves } = match;
  if (!record.score) return null;
  const periods = halves === 'told' ? PERIODS : PERIODS.slice(0, 1);
  const numbers = (count: Count): string[] =>
    periods.flatMap((period) =>
      (['home', 'away'] as const).map((side) => String(line(match, side, period)[count] ?? 0)),
    );
  return {
    homeScore: record.score.home,
    awayScore: record.score.away,
    homeId: home.id,
    awayId: away.id,
    homeKnownName: home.name,
    awayKnownName: away.name,
    homeOfficialName: officialName(home),
    awayOfficialName: officialName(away),
    tournamentName: tournament.name,
    tournamentCalendarId: tournament.id,
    matchDate: `${record.kickoffAt.slice(0, 10)}T00:00:00`,
    stats: {
      ...Object.fromEntries(Object.entries(PLAYED).map(([name, count]) => [name, numbers(count)])),
      passes: ['540', '360', '315', '166', '225', '194'].slice(0, 2 * periods.length),
    },
    squads: [home, away].map((team) => ({
      contestantId: team.id,
      formationUsed: '433',
      players: [],
      isOfficial: true,
    })),
    timeline: [{ eventType: 'corner', comment: 'Escanteio.', minute: '38' }],
  };
}

/** The details of a match; without line-ups before it is played. */
export function matchStatsBody(match: FakeMatch): unknown {
  const { record, tournament, referee } = match;
  const utc = record.kickoffAt;
  const venueLocal = new Date(Date.parse(utc) + VENUE_OFFSET).toISOString();
  return {
    matchInfo: {
      id: match.id,
      coverageLevel: '15',
      date: `${utc.slice(0, 10)}T00:00:00Z`,
      time: `${utc.slice(11, 19)}Z`,
      localDate: venueLocal.slice(0, 10),
      localTime: venueLocal.slice(11, 19),
      ...(record.week !== null && { week: String(record.week) }),
      numberOfPeriods: 2,
      periodLength: 45,
      lastUpdated: utc,
      description: `${match.home.name} vs ${match.away.name}`,
      sport: { id: opaqueId('sport'), name: 'Soccer' },
      ruleset: { id: opaqueId('ruleset'), name: 'Men' },
      competition: {
        id: tournament.competitionId,
        name: tournament.name,
        competitionCode: tournament.code,
        competitionFormat: tournament.kind === 'league' ? 'Domestic league' : 'Domestic cup',
        country: { id: opaqueId('country', tournament.country), name: tournament.country },
      },
      tournamentCalendar: {
        id: tournament.id,
        startDate: `${tournament.year}-08-16Z`,
        endDate: `${tournament.year + 1}-05-24Z`,
        name: `${tournament.year}/${tournament.year + 1}`,
      },
      stage: { id: opaqueId('stage', tournament.id), formatId: 'e2q01r9o9jwiq1fls93d1sslx', name: stageOf(match) },
      contestant: [contestant(match.home, 'home'), contestant(match.away, 'away')],
      venue: { id: opaqueId('venue', match.home.name), neutral: 'no', longName: record.venue, shortName: record.venue },
    },
    liveData: {
      matchDetails: matchDetails(match),
      ...(record.score && {
        goal: goals(match),
        card: [],
        substitute: [],
        lineUp: [lineUp(match, 'home'), lineUp(match, 'away')],
      }),
      matchDetailExtra: {
        matchOfficials: [
          { id: opaqueId('assistant', match.id), type: 'Assistant referee 1', firstName: 'A.', lastName: 'Sistant' },
          ...(referee
            ? [{ id: referee.id, type: 'Main', firstName: referee.firstName, lastName: referee.lastName }]
            : []),
        ],
      },
    },
  };
}

/** Earlier meetings are those of the season and an invented past. */
export function previewBody(match: FakeMatch): unknown {
  const { record, tournament, home, away } = match;
  const [year, month, day] = record.kickoffAt.slice(0, 10).split('-');
  const past = Number.parseInt(opaqueId('past', home.id, away.id).slice(0, 2), 36) % 20;
  const meetings = (times: number): unknown => ({
    homeContestantWins: past * times,
    awayContestantWins: Math.floor(past / 2) * times,
    draws: Math.floor(past / 3) * times,
    homeContestantGoals: past * 3 * times,
    awayContestantGoals: past * 2 * times,
    ids: Array.from({ length: Math.min(3, past) }, (_, index) => opaqueId('meeting', match.id, String(index))).join(
      ',',
    ),
  });
  return {
    matchInfo: {
      id: match.id,
      localDate: `${month}/${day}/${year} 00:00:00`,
      localTime: record.kickoffAt.slice(11, 19),
      competitionFormat: tournament.kind === 'league' ? 'Domestic league' : 'Domestic cup',
      competitionName: tournament.name,
      tournamentCalendarId: tournament.id,
      tournamentCalendarName: `${tournament.year}/${tournament.year + 1}`,
      stageName: stageOf(match),
      contestant: [contestant(home, 'home'), contestant(away, 'away')],
      venueName: record.venue,
    },
    previousMeetings: meetings(1),
    previousMeetingsAnyComp: meetings(2),
    form: [home, away].map(({ id }) => ({ contestantId: id, lastSix: 'WWLDLW' })),
    formAnyComp: [home, away].map(({ id }) => ({ contestantId: id, lastSix: 'WLWDLW' })),
  };
}

function stageOf({ tournament }: FakeMatch): string {
  return tournament.kind === 'league' ? 'Regular Season' : 'Group Stage';
}

function contestant(team: FakeTeam, position: 'home' | 'away'): unknown {
  return {
    id: team.id,
    name: team.name,
    shortName: team.name,
    officialName: officialName(team),
    code: team.code,
    position,
    country: { id: opaqueId('country', team.country), name: team.country },
  };
}

function matchDetails({ record, halves }: FakeMatch): unknown {
  const { score, halfTime } = record;
  if (!score) return { matchStatus: 'Fixture' };
  const winner = score.home === score.away ? 'draw' : score.home > score.away ? 'home' : 'away';
  return {
    periodId: 14,
    matchStatus: 'Played',
    winner,
    matchLengthMin: 96,
    matchLengthSec: 12,
    period: [
      { id: 1, start: record.kickoffAt, end: record.kickoffAt, lengthMin: 47, lengthSec: 3 },
      { id: 2, start: record.kickoffAt, end: record.kickoffAt, lengthMin: 49, lengthSec: 9 },
    ],
    scores: { ...(halves === 'told' && halfTime && { ht: halfTime }), ft: score, total: score },
  };
}

function goals(match: FakeMatch): unknown[] {
  const { score, halfTime } = match.record;
  if (!score || !halfTime || match.halves === 'untold') return [];
  const running = { home: 0, away: 0 };
  const scored = (side: 'home' | 'away', period: 1 | 2, count: number): unknown[] =>
    Array.from({ length: count }, (_, index) => {
      running[side]++;
      return {
        contestantId: match[side].id,
        periodId: period,
        timeMin: period * 45 - 40 + index,
        timeMinSec: `${period * 45 - 40 + index}:17`,
        lastUpdated: match.record.kickoffAt,
        type: 'G',
        scorerId: opaqueId('player', match.id, side, String(index)),
        scorerName: 'A. Scorer',
        optaEventId: '1',
        homeScore: running.home,
        awayScore: running.away,
      };
    });
  return [
    ...scored('home', 1, halfTime.home),
    ...scored('away', 1, halfTime.away),
    ...scored('home', 2, score.home - halfTime.home),
    ...scored('away', 2, score.away - halfTime.away),
  ];
}

/** All numbers are text, and what is 0 in the whole match is left out. */
function lineUp(match: FakeMatch, side: 'home' | 'away'): unknown {
  const other = side === 'home' ? 'away' : 'home';
  const counts: readonly [string, 'home' | 'away', Count | 'goals'][] = [
    ['wonCorners', side, 'corners'],
    ['lostCorners', other, 'corners'],
    ['goals', side, 'goals'],
    ['goalsConceded', other, 'goals'],
    ['totalScoringAtt', side, 'shots'],
    ['ontargetScoringAtt', side, 'shotsOnTarget'],
    ['totalYellowCard', side, 'yellowCards'],
    ['totalRedCard', side, 'redCards'],
    ['fkFoulLost', side, 'fouls'],
    ['fkFoulWon', other, 'fouls'],
    ['totalOffside', side, 'offsides'],
    ['saves', side, 'saves'],
  ];
  const stat = counts.flatMap(([type, of, count]) => {
    const [value, fh, sh] = PERIODS.map((period) => String(line(match, of, period)[count] ?? 0));
    if (value === '0') return [];
    return [match.halves === 'told' ? { fh, sh, type, value } : { type, value }];
  });
  const firstHalf = line(match, side, 'first_half').goals ?? 0;
  return {
    contestantId: match[side].id,
    formationUsed: '433',
    player: Array.from({ length: 11 }, (_, index) => player(match, side, index)),
    teamOfficial: { id: opaqueId('manager', match[side].id), firstName: 'M.', lastName: 'Anager', type: 'manager' },
    stat: [
      ...stat,
      { type: 'formationUsed', value: '433' },
      ...(firstHalf > 0 ? [{ type: 'firstHalfGoals', value: String(firstHalf) }] : []),
    ],
    kit: { id: '1', colour1: '#FF0000', type: 'home' },
  };
}

function player(match: FakeMatch, side: 'home' | 'away', index: number): unknown {
  return {
    playerId: opaqueId('player', match[side].id, String(index)),
    firstName: 'P.',
    lastName: `Layer ${index}`,
    shortFirstName: 'P.',
    shortLastName: `Layer ${index}`,
    matchName: `P. Layer ${index}`,
    shirtNumber: index + 1,
    position: index === 0 ? 'Goalkeeper' : 'Midfielder',
    positionSide: 'Centre',
    formationPlace: String(index + 1),
    stat: [
      { type: 'minsPlayed', value: '90' },
      { type: 'touches', value: String(30 + index) },
    ],
  };
}

export function line(match: FakeMatch, side: 'home' | 'away', period: Period): Partial<StatLineRecord> {
  return match.record.statLines.find((each) => each.side === side && each.period === period) ?? {};
}
