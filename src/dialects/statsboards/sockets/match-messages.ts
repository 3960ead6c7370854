import { textFrame } from '#realtime/index.js';
import type { GameClockView } from '../live/game-clock.view.js';
import type { PlayClockView } from '../live/play-clock.view.js';

/**
 * Messages of the match socket as frames, encoded once for all who get them. Parts that several messages share come in
 * as JSON. The forms are those of the document and, where it says nothing, of the newest client.
 */

/** Everything at once; the clocks are those of this moment. */
export function initialLoad(matchId: number, parts: InitialParts, clocks: Clocks): Buffer {
  const { match, players, events, statistics } = parts;
  const { gameclock, playclock, now } = clocks;
  return framed(
    `{"type":"initial-load","match_id":${matchId},"data":{${inner(match)},"players":${players},"events":${events},` +
      `"statistics":${statistics},"gameclock":${JSON.stringify(gameclock)},"playclock":${JSON.stringify(playclock)},` +
      `"server_time_ms":${now}},"server_time_ms":${now}}`,
  );
}

export interface InitialParts {
  match: string;
  players: string;
  events: string;
  statistics: string;
}

export interface Clocks {
  gameclock: GameClockView | null;
  playclock: PlayClockView | null;
  now: number;
}

/** Both forms at once: the document's keys at the top, and the same under `data`. */
export const matchUpdate = (type: 'match-update' | 'message-update', match: string, now: number): Buffer =>
  framed(`{"type":"${type}",${inner(match)},"data":${match},"server_time_ms":${now}}`);

export const gameClockUpdate = (matchId: number, gameclock: GameClockView, now: number): Buffer =>
  encode({ type: 'gameclock-update', match_id: matchId, gameclock, server_time_ms: now });

/** A play clock that is null is hidden. */
export const playClockUpdate = (
  matchId: number,
  playclock: PlayClockView | null,
  isSupported: boolean,
  now: number,
): Buffer =>
  encode({ type: 'playclock-update', match_id: matchId, playclock, is_supported: isSupported, server_time_ms: now });

export const eventUpdate = (matchId: number, events: string): Buffer =>
  framed(`{"type":"event-update","match_id":${matchId},"events":${events}}`);

export const statisticsUpdate = (matchId: number, statistics: string, now: number): Buffer =>
  framed(`{"type":"statistics-update","match_id":${matchId},"statistics":${statistics},"server_time_ms":${now}}`);

export const playersUpdate = (matchId: number, players: string): Buffer =>
  framed(`{"type":"players-update","match_id":${matchId},"data":{"match_id":${matchId},"players":${players}}}`);

/** `timestamp` is in seconds. */
export const ping = (now: number): Buffer => encode({ type: 'ping', timestamp: now / 1000 });
export const pong = (timestamp: unknown): Buffer =>
  encode({ type: 'pong', timestamp: typeof timestamp === 'number' ? timestamp : Date.now() / 1000 });

const framed = (json: string): Buffer => textFrame(Buffer.from(json));
const encode = (message: object): Buffer => framed(JSON.stringify(message));

/** The members of a JSON object without its braces. */
const inner = (json: string): string => json.slice(1, -1);
