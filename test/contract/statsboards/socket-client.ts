import { once } from 'node:events';
import type { Socket } from 'node:net';
import { type ClientOptions, WebSocket } from 'ws';

export type Message = Record<string, unknown> & { type: string };

/** A client that keeps what it is told. */
export class SocketClient {
  readonly messages: Message[] = [];
  closed: { code: number; reason: string } | undefined;

  /** Resolves when something has happened. */
  #happened = Promise.withResolvers<void>();

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => {
      this.messages.push(JSON.parse(data.toString()) as Message);
      this.#wake();
    });
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
      this.#wake();
    });
    socket.on('error', () => undefined);
  }

  static async open(
    host: string,
    path: string,
    { protocols = [], ...options }: ClientOptions & { protocols?: string[] } = {},
  ): Promise<SocketClient> {
    const client = new SocketClient(new WebSocket(`ws://${host}${path}`, protocols, options));
    await once(client.socket, 'open');
    return client;
  }

  static match(host: string, matchId: number | string, clientId = 'client-abc-123'): Promise<SocketClient> {
    return SocketClient.open(host, `/api/matches/ws/id/${matchId}/${clientId}/`);
  }

  static statistics(host: string, matchId: number | string, options?: ClientOptions): Promise<SocketClient> {
    return SocketClient.open(host, `/api/matches/ws/matches/${matchId}/stats`, options);
  }

  /** Calls `listener` with every message, those received already included. */
  listen(listener: (message: Message) => void): void {
    this.messages.forEach(listener);
    this.socket.on('message', (data: Buffer) => listener(JSON.parse(data.toString()) as Message));
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** The first message, received already or yet to come, that fits. */
  async next<T = Message>(fits: (message: Message) => boolean): Promise<T> {
    for (;;) {
      const found = this.messages.find(fits);
      if (found !== undefined) return found as T;
      if (this.closed) throw new Error(`closed ${JSON.stringify(this.closed)}`);
      await this.#happened.promise;
    }
  }

  nextOf<T = Message>(type: string): Promise<T> {
    return this.next<T>((message) => message.type === type);
  }

  of<T = Message>(type: string): T[] {
    return this.messages.filter((message) => message.type === type) as T[];
  }

  /** Forgets what has come so far. */
  forget(): void {
    this.messages.length = 0;
  }

  #wake(): void {
    this.#happened.resolve();
    this.#happened = Promise.withResolvers();
  }

  get tcp(): Socket {
    return (this.socket as unknown as { _socket: Socket })._socket;
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.socket.close();
    await once(this.socket, 'close');
  }
}
