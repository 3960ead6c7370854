import { firstText, identifier, listAt, record, text } from '../answers/json-value.js';
import { type LeaveOut, readableRows } from '../answers/readable-rows.js';
import { readDay } from '../answers/zoned-time.js';
import type { UpstreamTournament } from '../upstream.js';

/** A bare list, or one under `tournaments`. */
export function readCalendar(answer: unknown, leaveOut: LeaveOut): UpstreamTournament[] {
  return readableRows(listAt(answer, ['tournaments', 'competitions']), readTournament, 'tournaments', leaveOut);
}

function readTournament(row: unknown, where: string): UpstreamTournament {
  const item = record(row, where);
  const format = firstText(item, ['competitionFormat'], where);
  const day = (name: string): string | null => {
    const written = firstText(item, [name], where);
    return written === null ? null : readDay(written);
  };
  return {
    id: identifier(item['tournamentCalendarId'] ?? item['id'], `${where}.tournamentCalendarId`),
    competitionId: firstText(item, ['competitionId'], where),
    name: text(firstText(item, ['knownName', 'translatedName', 'name'], where), `${where}.name`),
    country: firstText(item, ['country'], where),
    kind: format !== null && /cup/i.test(format) ? 'cup' : 'league',
    startDate: day('startDate'),
    endDate: day('endDate'),
  };
}
