// What a change costs at least on its way: LISTEN, and the payload as it came to every socket.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';
import { WebSocketServer } from 'ws';
import { answer } from './answer.ts';

const calls = {
  async listen(databaseUrl: string, channel: string): Promise<string> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
    await once(server, 'listening');
    const client = new Client({ connectionString: databaseUrl, application_name: 'bench pipe' });
    // The database goes before its listeners do.
    client.on('error', () => undefined);
    client.on('notification', ({ payload = '' }) => {
      const message = Buffer.from(payload);
      for (const socket of server.clients) socket.send(message, { binary: false });
    });
    await client.connect();
    await client.query(`listen ${channel}`);
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  },
};

export type PipeCalls = typeof calls;

answer(calls);
