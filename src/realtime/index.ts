// Owns: the way from the journal to every connected client.
// Promises: each subscriber gets each version once, in order, whatever happens to connections in between.
// Listens to: NOTIFY match_journal, as a wake-up only; the documented channels, for what is asked by hand.
export { realtimePart } from './asyncapi/realtime-part.js';
export { CLOSE } from './close-codes.js';
export { type Change, type FeedItem, type FeedOp, Feed, type Topic, TOPICS } from './feed.js';
export { FeedStreams } from './feed-stream.js';
export { FrameQueue } from './frame-queue.js';
export { GraphqlTransport } from './graphql-transport.js';
export { Hub, type Sink, type SubscribeOptions } from './hub.js';
export { ServerTime } from './live/server-time.js';
export { JournalListener } from './journal-listener.js';
export { RealtimeModule } from './realtime.module.js';
export { REALTIME_OPTIONS, type RealtimeOptions } from './realtime-options.js';
export { textFrame } from './text-frame.js';
export { closeWithin, type Upgrade, UpgradeRouter } from './upgrade-router.js';
export { Viewers, type Viewing } from './viewers.js';
