import type { FakeMatch, FakeTeam, FakeTournament, FakeWorld } from './fake-world.js';

const DAY = 86_400_000;
/** Brazil has had no summer time since 2019. */
const SAO_PAULO_OFFSET = -3 * 3_600_000;

export function calendarBody({ tournaments }: FakeWorld): unknown {
  return tournaments.map(({ id, competitionId, name, translatedName, country, code, kind, year }) => ({
    competitionId,
    ...(kind === 'league' && translatedName === null && { knownName: name }),
    ...(translatedName !== null && { translatedName }),
    name,
    competitionCode: code,
    competitionFormat: kind === 'league' ? 'Domestic league' : 'Domestic cup',
    country,
    tournamentCalendarId: id,
    startDate: `${year}-08-16Z`,
    endDate: `${year + 1}-05-24Z`,
    includeStandings: 'yes',
  }));
}

/** The week from Monday to Sunday around the moment the world stands at, without scores. */
export function weekBody(tournament: FakeTournament, { options }: FakeWorld): unknown {
  const now = Date.parse(options.asOf) + SAO_PAULO_OFFSET;
  const monday = Math.floor(now / DAY) - ((new Date(now).getUTCDay() + 6) % 7);
  const inWeek = ({ record }: FakeMatch): boolean => {
    const day = Math.floor((Date.parse(record.kickoffAt) + SAO_PAULO_OFFSET) / DAY);
    return day >= monday && day < monday + 7;
  };
  return { matches: tournament.matches.filter(inWeek).map(scheduleItem) };
}

export function seasonBody({ matches, scoreless }: FakeTournament): unknown {
  const item = (match: FakeMatch): unknown => ({
    ...scheduleItem(match),
    ...(!scoreless && {
      homeScore: match.record.score?.home ?? null,
      awayScore: match.record.score?.away ?? null,
    }),
  });
  return { matches: matches.map(item) };
}

/** On the clocks of São Paulo; all values are text. */
function scheduleItem({ id, record, home, away }: FakeMatch): Record<string, unknown> {
  const [localDate, localTime] = new Date(Date.parse(record.kickoffAt) + SAO_PAULO_OFFSET)
    .toISOString()
    .slice(0, 19)
    .split('T');
  return {
    id,
    date: `${localDate}T00:00:00+00:00`,
    localTime,
    localDate,
    homeContestantId: home.id,
    awayContestantId: away.id,
    homeContestantName: home.name,
    awayContestantName: away.name,
    awayContestantOfficialName: officialName(away),
    homeContestantOfficialName: officialName(home),
    awayContestantShortName: away.name,
    homeContestantShortName: home.name,
    awayContestantCode: away.code,
    homeContestantCode: home.code,
    numberOfPeriods: '2',
    periodLength: '45',
  };
}

export function officialName({ name }: FakeTeam): string {
  return /\bFC\b/.test(name) ? name : `${name} FC`;
}
