// Owns sports, seasons, competitions and their tournaments.
// Promises rows with their sport, season and competition inside; lists in a stable order.
// Listens to nothing.
export { CompetitionsModule } from './competitions.module.js';
export { sportKindSql } from './competitions.repository.js';
export { CompetitionsService } from './competitions.service.js';
export { TournamentsService } from './tournaments.service.js';
export { SportLoader } from './sport.loader.js';
export { TournamentLoader } from './tournament.loader.js';
export { SportObject, SportKindEnum } from './sport.object.js';
export { TournamentObject } from './tournament.object.js';
export type {
  CompetitionFilter,
  CompetitionRow,
  SeasonRow,
  SportKind,
  SportRow,
  TournamentFilter,
  TournamentRow,
} from './competition.row.js';
