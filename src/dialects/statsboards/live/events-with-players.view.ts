import type { MatchPlayer } from '#modules/matches/index.js';
import type { PlayRow } from '#modules/plays/index.js';
import { FOOTBALL_EVENT_NAMES, footballEventView } from './football-event.view.js';

/** A player as a play names him. */
export interface EventPlayerView {
  id: number;
  player_id: number | null;
  player: {
    id: number;
    first_name: string;
    second_name: string;
    person_photo_url: string | null;
  } | null;
  position: { id: number; name: string } | null;
  team: { id: number; name: string; logo_url: string | null } | null;
  match_number: string;
}

export interface EventsWithPlayersView {
  match_id: number;
  events: Record<string, unknown>[];
}

/** Fields of a play that are a player's id in the plain form, and the player in this one. `event_qb` stays an id. */
const PLAYERS = Object.keys(FOOTBALL_EVENT_NAMES).filter((name) => name.endsWith('_player'));

export function eventsWithPlayersView(
  matchId: number,
  plays: readonly PlayRow[],
  players: readonly MatchPlayer[],
): EventsWithPlayersView {
  const views = new Map(players.map((player) => [player.id, eventPlayerView(player)]));
  const viewOf = (id: unknown): EventPlayerView | null => (typeof id === 'number' ? (views.get(id) ?? null) : null);
  return {
    match_id: matchId,
    events: plays.map((play) => {
      const event: Record<string, unknown> = { ...footballEventView(play), qb: viewOf(play.eventQb) };
      for (const name of PLAYERS) event[name] = viewOf(event[name]);
      return event;
    }),
  };
}

const eventPlayerView = ({ id, player, person, position, team, number }: MatchPlayer): EventPlayerView => ({
  id,
  player_id: player?.id ?? null,
  player: player && {
    id: player.id,
    first_name: person?.firstName ?? '',
    second_name: person?.secondName ?? '',
    person_photo_url: person?.photoUrl ?? null,
  },
  position: position && { id: position.id, name: position.title },
  team: team && { id: team.id, name: team.title, logo_url: team.logoUrl },
  match_number: number ?? '0',
});
