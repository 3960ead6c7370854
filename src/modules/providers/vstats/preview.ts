import {
  firstText,
  isEmpty,
  type JsonRecord,
  MalformedAnswer,
  optionalCount,
  optionalRecord,
  optionalText,
  record,
} from '../answers/json-value.js';
import type { UpstreamHeadToHead, UpstreamPreview } from '../upstream.js';

/** Undefined for an empty answer. */
export function readPreview(answer: unknown, matchId: string): UpstreamPreview | undefined {
  if (isEmpty(answer)) return undefined;
  const outer = record(answer, 'the answer');
  if (!('matchInfo' in outer || 'previousMeetings' in outer)) throw new MalformedAnswer('the answer', 'a preview');
  const info = optionalRecord(outer['matchInfo'], 'matchInfo');
  return {
    matchId: firstText(info, ['id'], 'matchInfo') ?? matchId,
    tournamentId: firstText(info, ['tournamentCalendarId'], 'matchInfo'),
    stage: firstText(info, ['stageName'], 'matchInfo'),
    venue: firstText(info, ['venueName'], 'matchInfo'),
    headToHead: readMeetings(outer['previousMeetings'], 'previousMeetings'),
    headToHeadAnyCompetition: readMeetings(outer['previousMeetingsAnyComp'], 'previousMeetingsAnyComp'),
  };
}

function readMeetings(value: unknown, where: string): UpstreamHeadToHead | null {
  const meetings = optionalRecord(value, where);
  const count = (names: readonly string[]): number | null => countAt(meetings, names, where);
  const homeWins = count(['homeContestantWins']);
  const awayWins = count(['awayContestantWins']);
  const draws = count(['draws']);
  const matches = (homeWins ?? 0) + (awayWins ?? 0) + (draws ?? 0);
  if (matches === 0) return null;
  const ids = Array.isArray(meetings['ids'])
    ? meetings['ids'].join(',')
    : optionalText(meetings['ids'], `${where}.ids`);
  return {
    matches,
    homeWins: homeWins ?? 0,
    awayWins: awayWins ?? 0,
    draws: draws ?? 0,
    homeGoals: count(['homeContestantGoals']),
    awayGoals: count(['awayContestantGoals']),
    matchIds: (ids ?? '').split(',').flatMap((id) => id.trim() || []),
  };
}

function countAt(from: JsonRecord, names: readonly string[], where: string): number | null {
  const name = names.find((each) => each in from);
  return name === undefined ? null : optionalCount(from[name], `${where}.${name}`);
}
