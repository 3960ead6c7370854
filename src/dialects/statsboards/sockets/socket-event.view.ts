import type { MatchPlayer } from '#modules/matches/index.js';
import type { PlayRow } from '#modules/plays/index.js';
import { footballEventView, type FootballEventView } from '../live/football-event.view.js';
import { type Row, rowOf } from './live-rows.js';

/** A play as REST shows it, its player fields being ids, and what the document's own example of a message reads. */
export interface SocketEventView extends FootballEventView {
  quarter: string;
  /** `MM:SS`; empty when nobody recorded it. */
  time_remaining: string;
  event_type: string;
  /** Who had the ball, else who kicked it: a player of the match. */
  player_id?: number;
  player?: { id: number; person: { first_name: string; last_name: string } };
}

const QUARTERS = ['1st', '2nd', '3rd', '4th'];

/** The first of these who took part is the one a play is told of. */
const LEADING = [
  'run_player',
  'pass_received_player',
  'event_qb',
  'return_player',
  'kick_player',
  'punt_player',
  'kickoff_player',
  'pat_one_player',
] as const satisfies readonly (keyof FootballEventView)[];

export function socketEventViews(plays: readonly Row[], players: readonly MatchPlayer[]): SocketEventView[] {
  const persons = new Map(players.map(({ id, person }) => [id, person]));
  return plays.map((row) => {
    const play = rowOf<PlayRow>(row);
    const event = footballEventView(play);
    const leading = LEADING.map((name) => event[name]).find((id) => id !== null);
    const person = leading === undefined ? undefined : persons.get(leading!);
    return {
      ...event,
      quarter: play.eventQtr === null ? '' : (QUARTERS[play.eventQtr - 1] ?? 'OT'),
      time_remaining: minutes(play.gameClock),
      event_type: play.playType ?? '',
      ...(leading === undefined ? {} : { player_id: leading! }),
      ...(person
        ? { player: { id: leading!, person: { first_name: person.firstName, last_name: person.secondName } } }
        : {}),
    };
  });
}

function minutes(seconds: number | null): string {
  if (seconds === null) return '';
  const [whole, rest] = [Math.floor(seconds / 60), seconds % 60];
  return `${String(whole).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
