import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import type { ClockStatus } from '#core/football/clock/clock.js';
import { Requires } from '#platform/auth/requires.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { ClockStatusEnum, gameClockOf, GameClockObject, playClockOf, PlayClockObject } from './clock.object.js';
import { MatchClocksService } from './match-clocks.service.js';

const MATCH_ID = { type: () => ID, description: 'Number of the match.' };
const SEEN = {
  type: () => Int,
  nullable: true,
  description: 'Version of the clock that was seen; at another one the operation is refused.',
};
const CODES = 'Codes: MATCH_NOT_FOUND, CLOCK_CHANGED.';
const PLAY_CODES = 'Codes: MATCH_NOT_FOUND, NO_PLAY_CLOCK, CLOCK_CHANGED.';
type Seen = number | null | undefined;

@Requires('editor')
@Resolver(() => GameClockObject)
export class ClocksResolver {
  constructor(private readonly clocks: MatchClocksService) {}

  @Mutation(() => GameClockObject, {
    description: `Lets the game clock run from what it shows; one that runs goes on undisturbed. ${CODES}`,
  })
  async startGameClock(
    @Args('matchId', MATCH_ID, ParseIdPipe) matchId: number,
    @Args('expectedVersion', SEEN) seen: Seen,
  ) {
    return gameClockOf(await this.clocks.onGameClock(matchId, (clocks, id) => clocks.start(id, seen ?? undefined)));
  }

  @Mutation(() => GameClockObject, { description: `Pauses the game clock, to the millisecond. ${CODES}` })
  async pauseGameClock(
    @Args('matchId', MATCH_ID, ParseIdPipe) matchId: number,
    @Args('expectedVersion', SEEN) seen: Seen,
  ) {
    return gameClockOf(await this.clocks.onGameClock(matchId, (clocks, id) => clocks.pause(id, seen ?? undefined)));
  }

  @Mutation(() => GameClockObject, { description: `Stops the game clock where it is. ${CODES}` })
  async stopGameClock(
    @Args('matchId', MATCH_ID, ParseIdPipe) matchId: number,
    @Args('expectedVersion', SEEN) seen: Seen,
  ) {
    return gameClockOf(await this.clocks.onGameClock(matchId, (clocks, id) => clocks.stop(id, seen ?? undefined)));
  }

  @Mutation(() => GameClockObject, { description: `Shows exactly these seconds from now on. ${CODES}` })
  async setGameClock(
    @Args('matchId', MATCH_ID, ParseIdPipe) matchId: number,
    @Args('seconds', { type: () => Int, description: 'Seconds to show, 0 to 86400.' }) seconds: number,
    @Args('status', { type: () => ClockStatusEnum, nullable: true, description: 'By default as it is.' })
    status: ClockStatus | null | undefined,
    @Args('expectedVersion', SEEN) seen: Seen,
  ) {
    return gameClockOf(await this.clocks.setGameClock(matchId, seconds, status ?? undefined, seen ?? undefined));
  }

  @Mutation(() => GameClockObject, {
    description: `Puts the game clock back to where the present period begins, stopped. ${CODES}`,
  })
  async resetGameClock(
    @Args('matchId', MATCH_ID, ParseIdPipe) matchId: number,
    @Args('expectedVersion', SEEN) seen: Seen,
  ) {
    return gameClockOf(await this.clocks.onGameClock(matchId, (clocks, id) => clocks.reset(id, seen ?? undefined)));
  }

  @Mutation(() => PlayClockObject, {
    description: `Lets the play clock run from these seconds; one that runs goes on undisturbed. ${PLAY_CODES}`,
  })
  async startPlayClock(
    @Args('matchId', MATCH_ID, ParseIdPipe) matchId: number,
    @Args('seconds', { type: () => Int, description: 'Seconds it begins at, 0 to 10000.' }) seconds: number,
    @Args('expectedVersion', SEEN) seen: Seen,
  ) {
    return playClockOf(await this.clocks.startPlayClock(matchId, seconds, seen ?? undefined));
  }

  @Mutation(() => PlayClockObject, { description: `Stops the play clock where it is. ${PLAY_CODES}` })
  async stopPlayClock(
    @Args('matchId', MATCH_ID, ParseIdPipe) matchId: number,
    @Args('expectedVersion', SEEN) seen: Seen,
  ) {
    return playClockOf(await this.clocks.onPlayClock(matchId, (clocks, id) => clocks.stop(id, seen ?? undefined)));
  }

  @Mutation(() => PlayClockObject, { description: `Clears the play clock: it shows nothing. ${PLAY_CODES}` })
  async resetPlayClock(
    @Args('matchId', MATCH_ID, ParseIdPipe) matchId: number,
    @Args('expectedVersion', SEEN) seen: Seen,
  ) {
    return playClockOf(await this.clocks.onPlayClock(matchId, (clocks, id) => clocks.clear(id, seen ?? undefined)));
  }
}
