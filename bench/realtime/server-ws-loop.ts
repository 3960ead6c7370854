// The least a WebSocket server can do: encode once, send to everybody.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { answer, cpu } from './answer.ts';
import { EVENT_MARK } from './board.ts';
import { itemOf, type MatchRow } from './item.ts';
import { paced, type Series } from './pace.ts';

let server: WebSocketServer;

const calls = {
  cpu,
  async listen(): Promise<string> {
    server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
    await once(server, 'listening');
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  },
  publish(row: MatchRow, series: Series): Promise<void> {
    return paced(series, (n) => {
      const id = '00000000-0000-4000-8000-000000000000';
      const payload = { data: { matchFeed: itemOf(row, n) } };
      const message = Buffer.from(JSON.stringify({ id, type: 'next', payload }));
      for (const socket of server.clients) socket.send(message, { binary: false });
    });
  },

  /** Events as messages of this text, with their number in place of the mark. */
  publishText(text: string, series: Series): Promise<void> {
    return paced(series, (n) => {
      const message = Buffer.from(text.replaceAll(String(EVENT_MARK), String(n)));
      for (const socket of server.clients) socket.send(message, { binary: false });
    });
  },
};

export type PeerCalls = typeof calls;

answer(calls);
