import { once } from 'node:events';
import { WebSocket } from 'ws';

export interface Message {
  id?: string;
  type: string;
  payload?: unknown;
}

/** Speaks graphql-transport-ws by hand, to say what a well-behaved client never would. */
export class GraphqlSocket {
  readonly messages: Message[] = [];
  closed: { code: number; reason: string } | undefined;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.messages.push(JSON.parse(data.toString()) as Message));
    socket.on('close', (code, reason) => (this.closed = { code, reason: reason.toString() }));
    socket.on('error', () => undefined);
  }

  static async open(
    host: string,
    protocols: string[] = ['graphql-transport-ws'],
    path = '/graphql',
  ): Promise<GraphqlSocket> {
    const opened = new GraphqlSocket(new WebSocket(`ws://${host}${path}`, protocols));
    await once(opened.socket, 'open');
    return opened;
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  async init(): Promise<this> {
    this.send({ type: 'connection_init' });
    await this.next(({ type }) => type === 'connection_ack');
    return this;
  }

  subscribe(id: string, query: string, variables?: Record<string, unknown>): void {
    this.send({ id, type: 'subscribe', payload: { query, variables } });
  }

  /** The first message, received already or yet to come, that fits. */
  async next(fits: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.messages.find(fits);
      if (found) return found;
      await Promise.race([
        once(this.socket, 'message'),
        once(this.socket, 'close').then(() => Promise.reject(new Error(`closed ${JSON.stringify(this.closed)}`))),
      ]);
    }
  }

  /** Data of all `next` messages of one subscription. */
  results<Data>(id: string): Data[] {
    return this.messages
      .filter((message) => message.type === 'next' && message.id === id)
      .map(({ payload }) => (payload as { data: Data }).data);
  }
}
