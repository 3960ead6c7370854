import { Args, Context, ID, Resolver, Subscription } from '@nestjs/graphql';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { Requires } from '#platform/auth/requires.js';
import { parseId } from '#platform/graphql/parse-id.js';
import { type FeedItem, parseCursor, type Topic } from './feed.js';
import { FeedStreams } from './feed-stream.js';
import { FeedTopic, MatchFeedItemObject } from './match-feed-item.object.js';

interface SubscriptionContext {
  onOverflow: () => void;
}

@Resolver(() => MatchFeedItemObject)
export class MatchFeedResolver {
  constructor(private readonly streams: FeedStreams) {}

  @Requires('public')
  @Subscription(() => MatchFeedItemObject, {
    description:
      'Everything that happens to a match, whoever wrote it. Without `after` the first item is a SNAPSHOT; with it, ' +
      'exactly what followed that item. A client that reads too slowly is closed with 4008 and resumes by its cursor.',
    resolve: (item: FeedItem) => item,
  })
  matchFeed(
    @Args('matchId', { type: () => ID, description: 'The match to follow' }) matchId: string,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the last item received' })
    after: string | null | undefined,
    @Args('topics', { type: () => [FeedTopic], nullable: true, description: 'All when not given' })
    topics: Topic[] | null | undefined,
    @Args('conflate', {
      defaultValue: false,
      description: 'When the client lags, keep only the newest of each row of state; plays and events are all kept',
    })
    conflate: boolean,
    @Context() context: SubscriptionContext,
    @Sees() visibility: Visibility,
  ): AsyncIterableIterator<FeedItem, undefined> {
    const id = parseId(matchId, 'matchId');
    return this.streams.open(id, {
      visibility,
      after: after ? parseCursor(after, id) : undefined,
      topics: topics?.length ? topics : undefined,
      conflate: conflate ? 'state' : 'none',
      mustExist: true,
      onOverflow: context.onOverflow,
    });
  }
}
