import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { MatchPlayer } from '#modules/matches/index.js';
import type { PlayRow } from '#modules/plays/index.js';
import { FOOTBALL_EVENT_NAMES, FootballEventView, footballEventView } from './football-event.view.js';

const whole = { type: 'integer', example: 1 } as const;
const text = { type: String, nullable: true } as const;

class EventPersonView {
  @ApiProperty(whole) id: number;
  @ApiProperty({ example: 'John' }) first_name: string;
  @ApiProperty({ example: 'Doe' }) second_name: string;
  @ApiProperty(text) person_photo_url: string | null;
}

class EventPositionView {
  @ApiProperty(whole) id: number;
  @ApiProperty({ example: 'Quarterback' }) name: string;
}

class EventTeamView {
  @ApiProperty(whole) id: number;
  @ApiProperty({ example: 'Team A' }) name: string;
  @ApiProperty(text) logo_url: string | null;
}

/** A player as a play names him. */
export class EventPlayerView {
  @ApiProperty(whole) id: number;
  @ApiProperty({ type: 'integer', nullable: true }) player_id: number | null;
  @ApiProperty({ type: EventPersonView, nullable: true }) player: EventPersonView | null;
  @ApiProperty({ type: EventPositionView, nullable: true }) position: EventPositionView | null;
  @ApiProperty({ type: EventTeamView, nullable: true }) team: EventTeamView | null;
  @ApiProperty({ example: '12' }) match_number: string;
}

/** Fields of a play that are a player's id in the plain form, and the player in this one. `event_qb` stays an id. */
const PLAYERS = Object.keys(FOOTBALL_EVENT_NAMES).filter((name) => name.endsWith('_player'));

/** How the document of the API describes them. */
function playerFields(): Record<string, { nullable: true; allOf: { $ref: string }[] }> {
  const player = { nullable: true as const, allOf: [{ $ref: getSchemaPath(EventPlayerView) }] };
  return Object.fromEntries([...PLAYERS, 'qb'].map((name) => [name, player]));
}

@ApiExtraModels(FootballEventView, EventPlayerView)
export class EventsWithPlayersView {
  @ApiProperty(whole) match_id: number;

  @ApiProperty({
    type: 'array',
    description: 'Plays; each player field holds the player, or null; `event_qb` the id, `qb` the player',
    items: { allOf: [{ $ref: getSchemaPath(FootballEventView) }, { type: 'object', properties: playerFields() }] },
  })
  events: Record<string, unknown>[];
}

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
