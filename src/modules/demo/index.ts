// Owns the simulated leagues a new installation starts with, and the game of them that is always live.
// Promises the same data for the same seed, matches played by today, and nothing in a database that has matches of its own.
// Listens to nothing.
export { DemoGames } from './demo-games.js';
export { DemoGamesModule } from './demo-games.module.js';
export { DemoLive, type LiveDemo } from './demo-live.js';
export { DemoModule } from './demo.module.js';
export { DemoService } from './demo.service.js';
