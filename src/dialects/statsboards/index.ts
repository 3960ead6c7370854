// Owns the contract of StatsBoards below /api.
// Promises the documented fields, statuses and errors, and a missing slash at the end of a path makes no difference.
// Listens to nothing.
export { StatsboardsModule } from './statsboards.module.js';
export { StatsboardsLiveModule } from './live/statsboards-live.module.js';
