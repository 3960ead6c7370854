import {
  firstText,
  identifier,
  isEmpty,
  isRecord,
  type JsonRecord,
  list,
  MalformedAnswer,
  optionalCount,
  optionalRecord,
  record,
  text,
} from '../answers/json-value.js';
import { readDay, readTimeOfDay, SAO_PAULO } from '../answers/zoned-time.js';
import type { UpstreamMatchDetails, UpstreamOfficial, UpstreamPlayedStats, UpstreamTeam } from '../upstream.js';
import { readGoals } from './goals.js';
import { readStatus } from './match-status.js';
import { readScore } from './schedule.js';
import { type LineUp, readLineUpStatistics, readPlayedStatistics } from './statistics.js';

const MAIN_OFFICIAL = /^(main|referee)$/i;

/** Undefined for an empty answer. */
export function readMatchDetails(answer: unknown, matchId: string): UpstreamMatchDetails | undefined {
  if (isEmpty(answer)) return undefined;
  const outer = record(answer, 'the answer');
  const info = record(outer['matchInfo'], 'matchInfo');
  const live = optionalRecord(outer['liveData'], 'liveData');
  const details = optionalRecord(live['matchDetails'], 'matchDetails');
  const [home, away] = readTeams(info);
  const competition = optionalRecord(info['competition'], 'competition');
  const tournament = optionalRecord(info['tournamentCalendar'], 'tournamentCalendar');
  const venue = optionalRecord(info['venue'], 'venue');
  const status = firstText(details, ['matchStatus'], 'matchDetails');
  const goals = readGoals(live);
  const { score, halfTime, fullTime, byPeriod } = goals;
  const id = firstText(info, ['id'], 'matchInfo') ?? matchId;
  return {
    id,
    tournamentId: firstText(tournament, ['id'], 'tournamentCalendar'),
    competitionName: firstText(competition, ['knownName', 'name'], 'competition'),
    ...readKickoff(info),
    home,
    away,
    score,
    halfTime,
    fullTime,
    status: status === null ? null : readStatus(status, optionalCount(details['periodId'], 'matchDetails.periodId')),
    week: readWeek(info['week']),
    stage: firstText(optionalRecord(info['stage'], 'stage'), ['name'], 'stage'),
    venue: firstText(venue, ['longName', 'shortName', 'name'], 'venue'),
    referee: readReferee(live),
    statLines: readLineUpStatistics(lineUpsOf(live, home.id, away.id), byPeriod),
  };
}

/** Undefined for an empty answer. Accepts line-ups too, which the other source of statistics has. */
export function readPlayedStats(answer: unknown): UpstreamPlayedStats | undefined {
  if (isEmpty(answer)) return undefined;
  const outer = record(answer, 'the answer');
  if (isRecord(outer['liveData'])) {
    const { score, byPeriod } = readGoals(outer['liveData']);
    const info = optionalRecord(outer['matchInfo'], 'matchInfo');
    const [home, away] = info['contestant'] ? readTeams(info).map(({ id }) => id) : ['', ''];
    return { score, statLines: readLineUpStatistics(lineUpsOf(outer['liveData'], home, away), byPeriod) };
  }
  if (!('stats' in outer) && !('homeScore' in outer)) throw new MalformedAnswer('the answer', 'statistics of a match');
  const score = readScore(outer, 'the answer');
  const goals = { full: score, first_half: null, second_half: null };
  return { score, statLines: readPlayedStatistics(outer['stats'], goals) };
}

/** A matchday; the round of a cup may have a name instead. */
function readWeek(written: unknown): number | null {
  return /^[1-9]\d{0,2}$/.test(String(written)) ? Number(written) : null;
}

/** By `position`; by order where it is missing. */
function readTeams(info: JsonRecord): [UpstreamTeam, UpstreamTeam] {
  const rows = list(info['contestant'], 'contestant').map((row) => record(row, 'contestant'));
  if (rows.length !== 2) throw new MalformedAnswer('matchInfo.contestant', 'two teams');
  const [home, away] = rows[0]['position'] === 'away' || rows[1]['position'] === 'home' ? rows.toReversed() : rows;
  return [readTeam(home), readTeam(away)];
}

function readTeam(row: JsonRecord): UpstreamTeam {
  const officialName = firstText(row, ['officialName'], 'contestant');
  const shortName = firstText(row, ['shortName'], 'contestant');
  return {
    id: identifier(row['id'] ?? row['contestantId'], 'contestant.id'),
    name: text(firstText(row, ['name'], 'contestant') ?? shortName ?? officialName, 'contestant.name'),
    officialName,
    shortName,
    code: firstText(row, ['code'], 'contestant')?.toUpperCase() ?? null,
  };
}

/** `date` and `time` are UTC; `localTime` is on the clocks of the venue and of no use here. */
function readKickoff(info: JsonRecord): { localDate: string; kickoffAt: string | null } {
  const written = text(firstText(info, ['date', 'localDate'], 'matchInfo'), 'matchInfo.date');
  const day = readDay(written);
  if (day === null) throw new MalformedAnswer('matchInfo.date', 'a date');
  const time = firstText(info, ['time'], 'matchInfo') ?? /T(?!00:00:00)(.*)/.exec(written)?.[1];
  const msOfDay = time ? readTimeOfDay(time) : null;
  if (msOfDay === null) return { localDate: day, kickoffAt: null };
  const kickoffAt = new Date(Date.parse(`${day}T00:00:00Z`) + msOfDay).toISOString();
  return { localDate: SAO_PAULO.dayOf(kickoffAt), kickoffAt };
}

/** Under the name VStats uses or the one of the original feed; who is not said to be the main referee is none. */
function readReferee(live: JsonRecord): UpstreamOfficial | null {
  const extra = optionalRecord(live['matchDetailExtra'] ?? live['matchDetailsExtra'], 'matchDetailExtra');
  const officials = list(extra['matchOfficials'] ?? extra['matchOfficial'], 'matchOfficials');
  for (const row of officials.map((each) => record(each, 'matchOfficials'))) {
    if (!MAIN_OFFICIAL.test(firstText(row, ['type'], 'matchOfficials') ?? '')) continue;
    const names = ['firstName', 'lastName'].map((name) => firstText(row, [name], 'matchOfficials'));
    const name = names.filter((each) => each !== null).join(' ') || firstText(row, ['name'], 'matchOfficials');
    const { id } = row;
    if (name) return { id: id === undefined || id === null ? null : identifier(id, 'matchOfficials.id'), name };
  }
  return null;
}

/** By team; by order where the line-ups do not name theirs. */
function lineUpsOf(live: JsonRecord, homeId: string, awayId: string): LineUp[] {
  const rows = list(live['lineUp'], 'lineUp').map((row) => record(row, 'lineUp'));
  const named = rows.some(({ contestantId }) => contestantId === homeId || contestantId === awayId);
  return rows.flatMap((row, index): LineUp[] => {
    const isHome = named ? row['contestantId'] === homeId : index === 0;
    const isAway = named ? row['contestantId'] === awayId : index === 1;
    return isHome || isAway ? [{ side: isHome ? 'home' : 'away', stat: row['stat'] }] : [];
  });
}
