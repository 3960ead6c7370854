import { Injectable } from '@nestjs/common';
import { GameClocksService, PlayClocksService } from '#modules/live/index.js';
import { OwnContext } from '#platform/database/own-context.js';
import { Hub, ServerTime, type Topic } from '#realtime/index.js';
import { MatchRoom, type MatchSources } from './match-room.js';
import { MatchSurroundings } from './match-surroundings.js';
import { type OpenRoom, Rooms } from './rooms.js';
import { openRoom } from './room-opening.js';
import { StatisticsViews } from './statistics-views.js';

const TOPICS: readonly Topic[] = ['data', 'clock', 'playclock', 'scoreboard', 'events', 'players', 'stats'];

/** The matches that somebody watches. */
@Injectable()
export class MatchRooms {
  readonly rooms = new Rooms<MatchRoom>((matchId) => this.#open(matchId));

  constructor(
    private readonly hub: Hub,
    private readonly surroundings: MatchSurroundings,
    private readonly statistics: StatisticsViews,
    private readonly gameClocks: GameClocksService,
    private readonly playClocks: PlayClocksService,
    private readonly time: ServerTime,
    private readonly context: OwnContext,
  ) {}

  #open(matchId: number): Promise<OpenRoom<MatchRoom>> {
    return this.context.run(async () => {
      await this.surroundings.prepare(matchId);
      await this.time.measure();
      return openRoom(this.hub, matchId, new MatchRoom(matchId, this.#sources(matchId)), { topics: TOPICS });
    });
  }

  /** Reads in contexts of their own: what asks for them belongs to no request. */
  #sources(matchId: number): MatchSources {
    const { context, surroundings } = this;
    return {
      frame: () =>
        context.run(async () => {
          // One that has appeared since has no live rows yet.
          await surroundings.prepare(matchId);
          return surroundings.frame(matchId);
        }),
      scoreboard: () => context.run(() => surroundings.scoreboard(matchId)),
      players: () => context.run(() => surroundings.players(matchId)),
      statistics: () => context.run(async () => (await this.statistics.get(matchId)).json),
      gameClock: (row, now) => this.gameClocks.readEntry(row, now),
      playClock: (row, now) => this.playClocks.readEntry(row, now),
      now: () => this.time.last(),
      // That it could not be measured now is no matter: the difference hardly changes.
      ticked: () => void this.time.measure().catch(() => undefined),
    };
  }
}
