import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/**
 * Where a server that has just been started listens, as it says itself when it is ready. What it says later is read and
 * dropped: a server whose output nobody takes would end.
 */
export async function addressOf(server: ChildProcess): Promise<string> {
  let output = '';
  const said = new Promise<string>((resolve) => {
    server.stdout?.on('data', (chunk: Buffer) => {
      if (output.length < 10_000) output += chunk.toString();
      const address = /Start page\s+(http:\/\/[^/\s]+)/.exec(output)?.[1];
      if (address) resolve(address);
    });
  });
  const ended = once(server, 'exit').then(() => {
    throw new Error(`the server did not start:\n${output}`);
  });
  ended.catch(() => undefined);
  return Promise.race([said, ended]);
}
