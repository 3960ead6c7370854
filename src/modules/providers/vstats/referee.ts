import { firstText, isEmpty, list, optionalCount, optionalNumber, record, text } from '../answers/json-value.js';
import { type LeaveOut, readableRows } from '../answers/readable-rows.js';
import type { UpstreamReferee, UpstreamRefereeSeason } from '../upstream.js';

/** Undefined for an empty answer. */
export function readReferee(answer: unknown, refereeId: string, leaveOut: LeaveOut): UpstreamReferee | undefined {
  const given: unknown = Array.isArray(answer) ? (answer as unknown[])[0] : answer;
  if (isEmpty(given)) return undefined;
  const outer = record(given, 'the answer');
  const name = text(firstText(outer, ['name', 'matchName'], 'the answer'), 'name');
  const rows = list(outer['tournamentStats'], 'tournamentStats');
  return { id: refereeId, name, seasons: readableRows(rows, readSeason, 'tournamentStats', leaveOut) };
}

function readSeason(row: unknown, where: string): UpstreamRefereeSeason {
  const item = record(row, where);
  const count = (name: string): number | null => optionalCount(item[name], `${where}.${name}`);
  return {
    tournamentId: firstText(item, ['tmcl', 'tournamentCalendarId'], where),
    competitionName: firstText(item, ['competitionName'], where),
    matches: count('matches') ?? 0,
    yellowCards: count('yellowCards'),
    redCards: count('redCards'),
    fouls: count('fouls'),
    averageCards: optionalNumber(item['averageCards'], `${where}.averageCards`),
    averageFouls: optionalNumber(item['averageFouls'], `${where}.averageFouls`),
  };
}
