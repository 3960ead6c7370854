// Owns the contract of StatsBoards below /api.
// Promises the documented fields, statuses and errors, and a missing slash at the end of a path makes no difference.
// Listens to the journal, for its sockets.
export { StatsboardsModule } from './statsboards.module.js';
export { StatsboardsLiveModule } from './live/statsboards-live.module.js';
export { StatsboardsSocketsModule } from './sockets/statsboards-sockets.module.js';
export { statsboardsAsyncPart } from './statsboards.asyncapi.js';
