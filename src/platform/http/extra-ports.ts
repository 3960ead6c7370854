import type { Server as HttpServer } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';

/**
 * Serves one HTTP server on further ports, for clients with a fixed one: their connections are handed to it as they
 * are, upgrades included. Returns the function that stops accepting.
 */
export async function listenAlso(
  http: HttpServer,
  ports: readonly number[],
  host: string,
): Promise<() => Promise<void>> {
  const servers: Server[] = [];
  for (const port of ports) {
    const server = createServer((socket: Socket) => http.emit('connection', socket));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    servers.push(server);
  }
  return async () => {
    await Promise.all(servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
  };
}
