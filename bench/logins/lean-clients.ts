import { connect, type Socket } from 'node:net';

const HEAD_ENDS = Buffer.from('\r\n\r\n');

/**
 * Clients that cost next to nothing, because they have the same processors as the server they measure: each request is
 * written as it is, and of an answer only the status and the length are looked at. A client asks one thing at a time.
 */
export class LeanClients {
  readonly #idle: Client[] = [];

  constructor(private readonly url: URL) {}

  /** Returns the status once the whole answer is here. */
  async ask(bytes: Buffer): Promise<number> {
    let client = this.#idle.pop();
    // Servers close connections that nobody has used for a minute.
    while (client && !client.isOpen) client = this.#idle.pop();
    client ??= new Client(this.url);
    const status = await client.ask(bytes);
    this.#idle.push(client);
    return status;
  }

  /** When nobody asks any more. */
  close(): void {
    for (const client of this.#idle.splice(0)) client.close();
  }
}

class Client {
  readonly #socket: Socket;
  #answered: ((status: number) => void) | undefined;
  #failed: ((reason: Error) => void) | undefined;
  #status = 0;
  /** Bytes of the answer that are still to come; undefined before its head. */
  #left: number | undefined;

  constructor(url: URL) {
    this.#socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
    this.#socket.on('data', (chunk) => this.#take(chunk));
    this.#socket.on('error', (error) => this.#failed?.(error));
    this.#socket.on('close', () => this.#failed?.(new Error('the server closed the connection')));
  }

  get isOpen(): boolean {
    return !this.#socket.closed && !this.#socket.readableEnded;
  }

  ask(bytes: Buffer): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#answered = resolve;
      this.#failed = reject;
      this.#socket.write(bytes);
    });
  }

  close(): void {
    this.#failed = undefined;
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    if (this.#left === undefined) {
      // A head on loopback comes in one piece.
      const head = chunk.toString('latin1', 0, chunk.indexOf(HEAD_ENDS));
      this.#status = Number(head.slice(9, 12));
      this.#left = Number(/content-length: (\d+)/i.exec(head)?.[1]) + head.length + HEAD_ENDS.length;
    }
    this.#left -= chunk.length;
    if (this.#left > 0) return;
    this.#left = undefined;
    this.#answered?.(this.#status);
  }
}

/** A request as it is written; with a body, which is JSON, a POST. */
export function requestBytes({ pathname, host }: URL, body?: object): Buffer {
  const json = body ? JSON.stringify(body) : '';
  const ofBody = body ? `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(json)}\r\n` : '';
  return Buffer.from(`${body ? 'POST' : 'GET'} ${pathname} HTTP/1.1\r\nhost: ${host}\r\n${ofBody}\r\n${json}`);
}
