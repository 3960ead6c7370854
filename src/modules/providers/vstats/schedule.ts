import type { ScorePair } from '#core/season/season-record.js';
import {
  firstText,
  identifier,
  isRecord,
  type JsonRecord,
  list,
  listAt,
  MalformedAnswer,
  optionalCount,
  optionalRecord,
  record,
  text,
} from '../answers/json-value.js';
import { type LeaveOut, readableRows } from '../answers/readable-rows.js';
import { readDay, readTimeOfDay, SAO_PAULO } from '../answers/zoned-time.js';
import type { UpstreamMatch, UpstreamTeam } from '../upstream.js';
import { readStatus } from './match-status.js';

/** Matches in a list, or in one list per day. Repeated matches count once. */
export function readSchedule(answer: unknown, tournamentId: string, leaveOut: LeaveOut): UpstreamMatch[] {
  const rows = listAt(answer, ['matches', 'match', 'matchDate']).flatMap(matchesOfDay);
  const read = (row: unknown, where: string): UpstreamMatch => readMatch(row, where, tournamentId);
  const matches = readableRows(rows, read, 'matches', leaveOut);
  return [...new Map(matches.map((match) => [match.id, match])).values()];
}

/** The month comes as days that hold matches; a match holds none. */
function matchesOfDay(row: unknown): readonly unknown[] {
  if (!isRecord(row) || 'id' in row) return [row];
  const name = ['match', 'matches'].find((each) => each in row);
  return name === undefined ? [row] : list(row[name], `matchDate.${name}`);
}

function readMatch(row: unknown, where: string, tournamentId: string): UpstreamMatch {
  const item = record(row, where);
  const { localDate, kickoffAt } = readKickoff(item, where);
  const venue = optionalRecord(typeof item['venue'] === 'string' ? { name: item['venue'] } : item['venue'], where);
  const status = firstText(item, ['matchStatus', 'status'], where);
  return {
    id: identifier(item['id'] ?? item['matchId'], `${where}.id`),
    tournamentId: firstText(item, ['tournamentCalendarId'], where) ?? tournamentId,
    kickoffAt,
    localDate,
    home: readTeam(item, 'home', where),
    away: readTeam(item, 'away', where),
    score: readScore(item, where),
    status: status === null ? null : readStatus(status),
    week: optionalCount(item['week'], `${where}.week`),
    stage: firstText(item, ['stageName'], where),
    venue: firstText(venue, ['longName', 'name', 'shortName'], where) ?? firstText(item, ['venueName'], where),
  };
}

/** `localDate` and `localTime` are on the clocks of São Paulo. `date` gives the day where they are missing. */
function readKickoff(item: JsonRecord, where: string): { localDate: string; kickoffAt: string | null } {
  const written = firstText(item, ['localDate', 'date'], where);
  const localDate = written === null ? null : readDay(written);
  if (localDate === null) throw new MalformedAnswer(`${where}.localDate`, 'a date');
  const time = firstText(item, ['localTime'], where);
  const msOfDay = time === null ? null : readTimeOfDay(time);
  return { localDate, kickoffAt: msOfDay === null ? null : SAO_PAULO.toUtc(localDate, msOfDay) };
}

function readTeam(item: JsonRecord, side: 'home' | 'away', where: string): UpstreamTeam {
  const field = (name: string): string | null => firstText(item, [`${side}Contestant${name}`], where);
  const officialName = field('OfficialName');
  const shortName = field('ShortName');
  const name = field('Name') ?? field('ClubName') ?? officialName ?? shortName;
  return {
    id: identifier(item[`${side}ContestantId`], `${where}.${side}ContestantId`),
    name: text(name, `${where}.${side}ContestantName`),
    officialName,
    shortName,
    code: field('Code')?.toUpperCase() ?? null,
  };
}

/** `homeScore` and `awayScore`, or `home.score` and `away.score`; a match has a score when both goals are known. */
export function readScore(item: JsonRecord, where: string): ScorePair | null {
  const goals = (side: 'home' | 'away'): number | null => {
    const inner = isRecord(item[side]) ? item[side]['score'] : undefined;
    return optionalCount(item[`${side}Score`] ?? inner, `${where}.${side}Score`);
  };
  const home = goals('home');
  const away = goals('away');
  return home === null || away === null ? null : { home, away };
}
