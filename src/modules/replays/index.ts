// Owns finished games that are played again as new live matches.
// Promises that everything goes through the services a scorer uses, that a replay can go on where it was cut off, and that
// no table, training or import counts it.
// Listens to nothing.
export { type PlayOptions, ReplayPlayer, type ReplayProgress } from './replay-player.js';
export { ReplaysModule } from './replays.module.js';
export type { Points, Replay } from './replay.js';
export { type NewReplay, ReplaysService } from './replays.service.js';
