import { Injectable } from '@nestjs/common';
import { OwnContext } from '#platform/database/own-context.js';
import { Hub, ServerTime, type Topic } from '#realtime/index.js';
import { type OpenRoom, Rooms } from './rooms.js';
import { openRoom } from './room-opening.js';
import { StatisticsRoom } from './statistics-room.js';
import { StatisticsViews } from './statistics-views.js';

/** What statistics are made of. */
export const STATISTICS_TOPICS: readonly Topic[] = ['data', 'events', 'players', 'stats'];

/** The matches whose statistics somebody follows. */
@Injectable()
export class StatisticsRooms {
  readonly rooms = new Rooms<StatisticsRoom>((matchId) => this.#open(matchId));

  constructor(
    private readonly hub: Hub,
    private readonly views: StatisticsViews,
    private readonly time: ServerTime,
    private readonly context: OwnContext,
  ) {}

  async #open(matchId: number): Promise<OpenRoom<StatisticsRoom>> {
    await this.time.measure();
    const room = new StatisticsRoom(matchId, {
      statistics: () => this.context.run(() => this.views.get(matchId)),
      now: () => this.time.last(),
    });
    return openRoom(this.hub, matchId, room, { topics: STATISTICS_TOPICS, after: 'now' });
  }
}
