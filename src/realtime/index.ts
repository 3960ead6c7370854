// Owns: the way from the journal to every connected client.
// Promises: each subscriber gets each version once, in order, whatever happens to connections in between.
// Listens to: NOTIFY match_journal, as a wake-up only.
export { type FeedItem, type FeedOp, Feed, type Topic, TOPICS } from './feed.js';
export { FeedStreams } from './feed-stream.js';
export { GraphqlTransport } from './graphql-transport.js';
export { Hub } from './hub.js';
export { JournalListener } from './journal-listener.js';
export { RealtimeModule } from './realtime.module.js';
export { type RealtimeOptions } from './realtime-options.js';
export { type Upgrade, UpgradeRouter } from './upgrade-router.js';
