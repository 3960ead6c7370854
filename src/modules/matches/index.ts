// Owns matches, their scores and statistics, and the tables computed from their results.
// Promises lists in one stable order, and one meaning of the score: 0 each at the start of play, null while not known.
// Listens to nothing.
export { MatchesModule } from './matches.module.js';
export { MatchSchedulingModule } from './match-scheduling.module.js';
export { MatchSchedulingService, type ScheduleMatch } from './match-scheduling.service.js';
export { MatchDataService, type MatchDataValues } from './match-data.service.js';
export { MatchDetailsService } from './match-details.service.js';
export { MatchPlayersService } from './match-players.service.js';
export type { MatchContext, MatchWithTeams } from './match-context.row.js';
export type { MatchDataRow } from './match-data.row.js';
export { MatchRostersService, type RosterSelection } from './match-rosters.service.js';
export type {
  AvailablePlayer,
  MatchPlayer,
  MatchPlayerRow,
  MatchPlayerValues,
  MatchRosters,
  NewMatchPlayer,
  RosterMembership,
  RosterPerson,
  RosterPosition,
  RosterSportsman,
  RosterTeam,
} from './match-roster.row.js';
export { MatchPlayersLoader } from './match-players.loader.js';
export { MatchPlayerObject } from './match-roster.object.js';
export { MatchRecordsService } from './match-records.service.js';
export { MatchesService } from './matches.service.js';
export { StandingsService, type StandingsVenue, type TeamStanding } from './standings.service.js';
export { MatchObject, MatchStatusEnum } from './match.object.js';
export { StatPeriodEnum } from './stat-line.object.js';
export type { Goals, MatchFilter, MatchOrder, MatchOwner, MatchPosition, MatchRow, Score } from './match.row.js';
export type {
  MatchDetails,
  MatchRecord,
  MatchRecordFilter,
  MatchRecordOrder,
  MatchValues,
  NewMatch,
} from './match-record.row.js';
export type { StatLineRow, StatPeriod } from './stat-line.row.js';
