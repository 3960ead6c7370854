// A stock socket.io server with one room.
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { answer, cpu } from './answer.ts';
import { itemOf, type MatchRow } from './item.ts';
import { paced, type Series } from './pace.ts';

const http = createServer();
const server = new Server(http, { serveClient: false });

answer({
  cpu,
  async listen(): Promise<string> {
    server.on('connection', (socket) => {
      socket.on('subscribe', ({ matchId }: { matchId: number }, done: (answer: { ok: boolean }) => void) => {
        void socket.join(`match:${matchId}`);
        done({ ok: true });
      });
    });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    return `127.0.0.1:${(http.address() as AddressInfo).port}`;
  },
  publish(row: MatchRow, series: Series): Promise<void> {
    return paced(series, (n) => server.to(`match:${Number(row['id'])}`).emit('feed', itemOf(row, n)));
  },
});
