import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import { GraphqlSocket } from '../../support/graphql-socket.js';
import { SocketClient } from './socket-client.js';

interface Ended {
  stream: string;
  error: { code: string };
}

type Row = Readonly<Record<string, unknown>>;

interface Item {
  data: Row;
}

interface Board {
  scoreboard: { home: { points: number } } | null;
}

/** Somebody who follows a match in every way there is. */
export class Watcher {
  readonly #ended: Ended[] = [];
  readonly #items: Item[] = [];
  readonly #boards: Board[] = [];

  private constructor(
    readonly sockets: readonly SocketClient[],
    readonly graphql: GraphqlSocket,
    readonly dashboard: Socket,
  ) {
    dashboard.on('feed', (item: Item) => this.#items.push(item));
    dashboard.on('scoreboard', (board: Board) => this.#boards.push(board));
    dashboard.on('ended', (ended: Ended) => this.#ended.push(ended));
  }

  static async open(host: string, matchId: number, token: string | undefined): Promise<Watcher> {
    const authorization = token === undefined ? undefined : `Bearer ${token}`;
    const query = token === undefined ? '' : `?token=${token}`;
    const sockets = await Promise.all(
      [`/api/matches/ws/id/${matchId}/watcher`, `/api/matches/ws/matches/${matchId}/stats`].map((path) =>
        SocketClient.open(host, path + query),
      ),
    );
    const graphql = await GraphqlSocket.open(host);
    graphql.send({ type: 'connection_init', payload: { authorization } });
    await graphql.next(({ type }) => type === 'connection_ack');
    graphql.subscribe('feed', `subscription { matchFeed(matchId: ${matchId}) { version data } }`);
    graphql.subscribe('board', `subscription { scoreboard(matchId: ${matchId}) { scoreboard { home { points } } } }`);
    const dashboard = io(`http://${host}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...(token === undefined ? {} : { auth: { token } }),
    });
    const watcher = new Watcher(sockets, graphql, dashboard);
    await once(dashboard as never, 'connect');
    await dashboard.emitWithAck('subscribe', { matchId, streams: ['feed', 'scoreboard'] });
    return watcher;
  }

  get hasBegun(): boolean {
    return (
      this.sockets.every(({ messages }) => messages.length > 0) &&
      ['feed', 'board'].every((id) => this.graphql.results(id).length > 0) &&
      this.#items.length > 0 &&
      this.#boards.length > 0
    );
  }

  /** Close codes, and errors with which streams have ended. */
  get state() {
    return {
      sockets: this.sockets.map(({ closed }) => closed?.code),
      graphql: this.graphql.messages
        .filter(({ type }) => type === 'error')
        .map(({ payload }) => (payload as [{ extensions: { code: string } }])[0].extensions.code),
      dashboard: Object.fromEntries(this.#ended.map(({ stream, error }) => [stream, error.code])),
    };
  }

  /** Every way has ended. */
  get isOver(): boolean {
    const { sockets, graphql, dashboard } = this.state;
    return sockets.every((code) => code !== undefined) && graphql.length === 2 && 'scoreboard' in dashboard;
  }

  /** The home side's score has come by every way that tells it. */
  knows(score: number): boolean {
    const rows = [
      this.sockets[0]!.messages.map(({ match_data }) => match_data as Row | undefined),
      this.graphql.results<{ matchFeed: Item }>('feed').map(({ matchFeed }) => matchFeed.data),
      this.#items.map(({ data }) => data),
    ];
    const boards = [this.graphql.results<{ scoreboard: Board }>('board').map((told) => told.scoreboard), this.#boards];
    return (
      rows.every((told) => told.some((row) => row?.['score_team_a'] === score)) &&
      boards.every((told) => told.some(({ scoreboard }) => scoreboard?.home.points === score))
    );
  }

  /** Something has told that the match is private. */
  get toldPrivate(): boolean {
    const told = [this.sockets.map(({ messages }) => messages), this.graphql.messages, this.#items];
    return JSON.stringify(told).includes('"isprivate":true');
  }

  close(): void {
    for (const { socket } of this.sockets) socket.close();
    this.graphql.socket.close();
    this.dashboard.close();
  }
}
