import { once } from 'node:events';
import { WebSocket } from 'ws';
import { Follower, type Line } from './follower.js';

type Row = Record<string, unknown>;

/** What the documented socket of a match tells of it. */
export interface SocketState {
  match_data: Row | null;
  scoreboard_data: Row | null;
  events: Row[];
  players: Row[];
  gameclock: Row | null;
  playclock: Row | null;
  statistics: unknown;
}

interface Message extends Partial<SocketState> {
  type: string;
  data?: Partial<SocketState>;
}

const PARTS = ['match_data', 'scoreboard_data', 'events', 'players', 'gameclock', 'playclock', 'statistics'] as const;

/** Follows by the documented WebSocket, which has no cursor: every connection begins with everything. */
export class MatchSocketFollower extends Follower<Message> {
  state: Partial<SocketState> = {};

  protected async open(receive: (message: Message) => void): Promise<Line> {
    const socket = new WebSocket(`ws://${this.host}/api/matches/ws/id/${this.matchId}/follower/`, {
      handshakeTimeout: 5_000,
    });
    const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer) => receive(JSON.parse(data.toString()) as Message));
    await Promise.race([once(socket, 'open'), ended.then(() => Promise.reject(new Error('refused')))]);
    return { ended, cut: () => socket.terminate() };
  }

  protected take(message: Message): void {
    const told = { ...message, ...message.data };
    if (message.type === 'initial-load') this.state = {};
    for (const part of PARTS) if (told[part] !== undefined) this.state = { ...this.state, [part]: told[part] };
  }

  /** What is stored of it: the rows of plays and players by their ids, and the versions of the clocks. */
  get summary(): Row {
    const { match_data: data, events = [], players = [], gameclock, playclock } = this.state;
    const { id, match_id, score_team_a, score_team_b, qtr, down, distance, ball_on, game_status } = data ?? {};
    return {
      data: { id, match_id, score_team_a, score_team_b, qtr, down, distance, ball_on, game_status },
      events: events.map((event) => [event['id'], event['event_number'], event['play_result'], event['run_player']]),
      players: players.map((player) => player['id']).toSorted((a, b) => Number(a) - Number(b)),
      clocks: [
        gameclock?.['version'],
        gameclock?.['gameclock_status'],
        playclock?.['version'],
        playclock?.['playclock'],
      ],
      touchdown: [this.state.scoreboard_data?.['is_goal_team_a'], this.state.scoreboard_data?.['is_goal_team_b']],
    };
  }
}
