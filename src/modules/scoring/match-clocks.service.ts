import { Injectable } from '@nestjs/common';
import { Conflict, Invalid, NotFound } from '#core/kernel/domain-error.js';
import type { ClockStatus } from '#core/football/clock/clock.js';
import {
  type GameClockReading,
  GameClocksService,
  PLAY_CLOCK_MAX,
  type PlayClockReading,
  PlayClocksService,
} from '#modules/live/index.js';
import { MatchSchedulingService } from '#modules/matches/index.js';

const MAX_SECONDS = 86_400;

/** The clocks of a match, by the match. `seen` is the clock's version that the scorer has seen, or undefined. */
@Injectable()
export class MatchClocksService {
  constructor(
    private readonly matches: MatchSchedulingService,
    private readonly gameClocks: GameClocksService,
    private readonly playClocks: PlayClocksService,
  ) {}

  /** @throws NotFound for the match; Conflict `CLOCK_CHANGED` */
  async onGameClock(
    matchId: number,
    work: (clocks: GameClocksService, id: number) => Promise<GameClockReading>,
  ): Promise<GameClockReading> {
    await this.matches.ensureLiveRows(matchId);
    const found = await this.gameClocks.findByMatch(matchId);
    if (found === undefined) throw new NotFound('Match', matchId);
    return work(this.gameClocks, found.id);
  }

  /** @throws NotFound for the match; Conflict `NO_PLAY_CLOCK`, `CLOCK_CHANGED` */
  async onPlayClock(
    matchId: number,
    work: (clocks: PlayClocksService, id: number) => Promise<PlayClockReading>,
  ): Promise<PlayClockReading> {
    await this.matches.ensureLiveRows(matchId);
    const found = await this.playClocks.findByMatch(matchId);
    if (found !== undefined) return work(this.playClocks, found.id);
    if ((await this.gameClocks.findByMatch(matchId)) === undefined) throw new NotFound('Match', matchId);
    throw new Conflict('NO_PLAY_CLOCK', `Match ${matchId} is of a sport without a play clock`, { matchId });
  }

  /** @throws Invalid for seconds outside a day; NotFound; Conflict */
  async setGameClock(matchId: number, seconds: number, status: ClockStatus | undefined, seen?: number) {
    refuseSeconds(seconds, MAX_SECONDS);
    return this.onGameClock(matchId, async (clocks, id) => {
      const keep = status ?? (await clocks.get(id)).gameclockStatus;
      return clocks.set(id, keep, seconds, seen);
    });
  }

  /** @throws Invalid; NotFound; Conflict */
  async startPlayClock(matchId: number, seconds: number, seen?: number) {
    refuseSeconds(seconds, PLAY_CLOCK_MAX);
    return this.onPlayClock(matchId, (clocks, id) => clocks.start(id, seconds, seen));
  }
}

function refuseSeconds(seconds: number, most: number): void {
  if (seconds >= 0 && seconds <= most) return;
  throw new Invalid('seconds', `seconds is from 0 to ${most}`, 'BAD_USER_INPUT');
}
