// Owns plays of American football, their statistics, and what was corrected in those by hand.
// Promises that statistics are always those of all plays in their order, and that no edit is lost by a new play.
// Listens to nothing; reads the journal of a match when it is asked for its statistics.
export { PlayStoreModule } from './play-store.module.js';
export { PlaysModule } from './plays.module.js';
export { PlaysService, type PlayValues } from './plays.service.js';
export { MatchStatisticsService, type MatchStatistics, type StatisticsEditor } from './match-statistics.service.js';
export { playOf } from './play-meaning.js';
export { PLAYER_FIELDS, type PlayRow } from './play.row.js';
export { PlayRecordingService } from './play-recording.service.js';
export { PlayObject } from './play.object.js';
export { playView } from './play.view.js';
export { PLAYS as PLAY_COLUMNS } from './plays.repository.js';
export { UnknownFigure } from './unknown-figure.js';
export { StatisticsHistory } from './statistics-history.js';
export { FootballStatisticsObject, StatisticChangeObject } from './statistics.object.js';
export { statisticsView } from './statistics.view.js';
