// Owns game clocks, play clocks and scoreboards.
// Promises that a running clock is right after any restart, ends exactly once, and loses no millisecond by pauses.
// Listens to nothing; what another program starts is found within a second.
export { LiveModule } from './live.module.js';
export { GameClocksService, type GameClockChange, type NewGameClock } from './game-clocks.service.js';
export { clockOf as gameClockState, type GameClockReading, type GameClockRow } from './game-clock.row.js';
export { PlayClocksService, type NewPlayClock, type PlayClockChange } from './play-clocks.service.js';
export {
  clockOfPlayClock as playClockState,
  PLAY_CLOCK_MAX,
  type PlayClockReading,
  type PlayClockRow,
} from './play-clock.row.js';
export { ScoreboardsService, type ScoreboardValues } from './scoreboards.service.js';
export type { Scoreboard, ScoreboardCapabilities, ScoreboardRow } from './scoreboard.row.js';
export { isVisibleMatch, ofVisibleMatches, VISIBLE_MATCH } from './visible-rows.js';
