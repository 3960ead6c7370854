import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Feed, UpgradeRouter } from '#realtime/index.js';
import { readMessage } from './client-message.js';
import { type Connection, type Seat, SocketDoor } from './socket-door.js';
import { StatisticsClient } from './statistics-client.js';
import { StatisticsEditing } from './statistics-editing.js';
import type { StatisticsRoom } from './statistics-room.js';
import { STATISTICS_TOPICS, StatisticsRooms } from './statistics-rooms.js';

const PATH = '/api/matches/ws/matches/:match_id(^\\d{1,10}$)/stats';
const MAX_PENDING_EDITS = 64;
const TOO_MANY = { code: 1008, reason: 'Too many edits at once' };

/** The documented socket of a match's statistics, for those who watch them and those who edit them together. */
@Injectable()
export class StatisticsSockets implements OnApplicationBootstrap {
  constructor(
    private readonly router: UpgradeRouter,
    private readonly feed: Feed,
    private readonly matches: StatisticsRooms,
    private readonly editing: StatisticsEditing,
    private readonly door: SocketDoor,
  ) {}

  onApplicationBootstrap(): void {
    this.router.register(PATH, (upgrade) =>
      this.door.open(upgrade, this.matches.rooms, (connection, room) => this.#seat(connection, room)),
    );
    this.feed.onRefresh((matchId, topic) => {
      if (STATISTICS_TOPICS.includes(topic)) this.matches.rooms.find(matchId)?.refresh();
    });
  }

  async #seat(connection: Connection, room: StatisticsRoom): Promise<Seat> {
    const client = new StatisticsClient(connection.queue, connection.socket);
    await room.join(client);
    /** A client's edits are taken one after the other, in its order. */
    let last = Promise.resolve();
    return {
      receive: (data, isBinary) => {
        const message = readMessage(data, isBinary);
        if (message?.['type'] !== 'stats_update') return;
        if (client.pending >= MAX_PENDING_EDITS) return connection.queue.close(TOO_MANY);
        const mayHaveCrossed = client.watchCrossing();
        room.editBegins(client);
        last = last
          .then(() => this.editing.edit(room, client, connection, message, mayHaveCrossed))
          .then(() => room.editEnds(client));
      },
      leave: () => room.leave(client),
    };
  }
}
