import { Args, Context, ID, Resolver, Subscription } from '@nestjs/graphql';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { Requires } from '#platform/auth/requires.js';
import { parseId } from '#platform/graphql/parse-id.js';
import { parseCursor } from '../feed.js';
import {
  GameClockUpdateObject,
  MatchStatisticsUpdateObject,
  PlayClockUpdateObject,
  PlayUpdateObject,
  ScoreboardUpdateObject,
} from './live-update.object.js';
import { LiveStreams } from './live-streams.js';
import type { LiveMessages, StreamName } from './messages.js';

interface SubscriptionContext {
  onOverflow: () => void;
}

const MATCH_ID = { type: () => ID, description: 'The match to follow.' };
const AFTER = { type: () => String, nullable: true, description: 'Cursor of the last message received.' };
const RESUMES = 'With `after`, what followed it.';
type After = string | null | undefined;

/** Messages are made once for all readers; here they only enter the schema. */
const resolve = <Message>(message: Message): Message => message;

@Requires('public')
@Resolver()
export class LiveUpdatesResolver {
  constructor(private readonly streams: LiveStreams) {}

  @Subscription(() => GameClockUpdateObject, {
    description: `The game clock as an anchor: now, and after each change. Nothing comes while it runs. ${RESUMES}`,
    resolve,
  })
  gameClock(
    @Args('matchId', MATCH_ID) matchId: string,
    @Args('after', AFTER) after: After,
    @Context() context: SubscriptionContext,
    @Sees() visibility: Visibility,
  ) {
    return this.#open('gameClock', matchId, after, context, visibility);
  }

  @Subscription(() => PlayClockUpdateObject, {
    description: `The clock between plays as an anchor: now, and after each change. ${RESUMES}`,
    resolve,
  })
  playClock(
    @Args('matchId', MATCH_ID) matchId: string,
    @Args('after', AFTER) after: After,
    @Context() context: SubscriptionContext,
    @Sees() visibility: Visibility,
  ) {
    return this.#open('playClock', matchId, after, context, visibility);
  }

  @Subscription(() => ScoreboardUpdateObject, {
    description: `Score, period, down, ball, timeouts and what is shown: now, and after each change. ${RESUMES}`,
    resolve,
  })
  scoreboard(
    @Args('matchId', MATCH_ID) matchId: string,
    @Args('after', AFTER) after: After,
    @Context() context: SubscriptionContext,
    @Sees() visibility: Visibility,
  ) {
    return this.#open('scoreboard', matchId, after, context, visibility);
  }

  @Subscription(() => MatchStatisticsUpdateObject, {
    description: `Statistics: now, and what is different after each change. With \`after\`, what is different from then.`,
    resolve,
  })
  matchStats(
    @Args('matchId', MATCH_ID) matchId: string,
    @Args('after', AFTER) after: After,
    @Context() context: SubscriptionContext,
    @Sees() visibility: Visibility,
  ) {
    return this.#open('matchStats', matchId, after, context, visibility);
  }

  @Subscription(() => PlayUpdateObject, {
    description:
      'All plays at first, then each that is recorded, corrected or voided; none is left out. With `after`, exactly ' +
      'what followed it.',
    resolve,
  })
  plays(
    @Args('matchId', MATCH_ID) matchId: string,
    @Args('after', AFTER) after: After,
    @Context() context: SubscriptionContext,
    @Sees() visibility: Visibility,
  ) {
    return this.#open('plays', matchId, after, context, visibility);
  }

  #open<Name extends StreamName>(
    name: Name,
    matchId: string,
    after: After,
    { onOverflow }: SubscriptionContext,
    visibility: Visibility,
  ): AsyncIterableIterator<LiveMessages[Name], undefined> {
    const id = parseId(matchId, 'matchId');
    return this.streams.open(name, id, { visibility, after: after ? parseCursor(after, id) : undefined, onOverflow });
  }
}
