// The message of StatsBoards that a change of a match in play makes.
import type { Client } from 'pg';
import { WebSocket } from 'ws';
import type { Item, MatchRow } from './item.ts';

/** What stands for the number of the event in a message. */
export const EVENT_MARK = 987_654_321;

interface Board {
  type: string;
  data?: { match_data?: MatchRow };
}

/** The match in play whose ball counts the events; anything else a client is told is no event. */
export function readBoard(text: string): Item | MatchRow | undefined {
  const { type, data } = JSON.parse(text) as Board;
  if (type !== 'match-update') return { op: 'snapshot' };
  const { ball_on: n, ...row } = data?.match_data ?? {};
  return { ...row, attendance: n, version: n };
}

/** The row that every message shows, without what counts. */
export async function boardRow(client: Client, match: MatchRow): Promise<MatchRow> {
  await client.query('select ensure_live_rows($1)', [match['id']]);
  const { rows } = await client.query<{ row: MatchRow }>(
    `select to_jsonb(d) - 'ball_on' as row from matchdata d where match_id = $1`,
    [match['id']],
  );
  return rows[0].row;
}

/** A whole message as Touchline sends it, with the mark in place of the event's number. */
export async function boardMessage(host: string, client: Client, match: MatchRow): Promise<string> {
  await client.query('update matchdata set ball_on = $2 where match_id = $1', [match['id'], EVENT_MARK]);
  const socket = new WebSocket(`ws://${host}/api/matches/ws/id/${match['id']}/bench/`);
  const text = await new Promise<string>((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (data: Buffer) => {
      if (data.toString().startsWith('{"type":"message-update"')) resolve(data.toString());
    });
  });
  socket.terminate();
  return text.replace('message-update', 'match-update');
}
