// Owns plays of American football, their statistics, and what was corrected in those by hand.
// Promises that statistics are always those of all plays in their order, and that no edit is lost by a new play.
// Listens to nothing; reads the journal of a match when it is asked for its statistics.
export { PlaysModule } from './plays.module.js';
export { PlaysService, type PlayValues } from './plays.service.js';
export { MatchStatisticsService, type MatchStatistics, type StatisticsEditor } from './match-statistics.service.js';
export { PLAYER_FIELDS, type PlayRow } from './play.row.js';
